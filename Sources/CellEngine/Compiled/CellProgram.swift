import CKernels

/// A cell as a flat program for the kernels: panels to multiply and operations to do, with all
/// weights packed, in one block of memory.
struct CellProgram<Scalar: CellScalar>: Sendable {
  /// Where each signal stands in a row.
  let layout: RowLayout
  /// What the kernels read.
  let block: ProgramBlock<Scalar>
  /// How many of the block's first numbers a step alone reads: all but the weights of states that
  /// stand a second time.
  let steppedCount: Int

  /// Plans a cell for an instruction set.
  @_specialize(where Scalar == Float)
  @_specialize(where Scalar == Double)
  init(_ cell: Cell<Scalar>, _ instructionSet: InstructionSet) {
    let plan = StagePlan(cell.graph)
    let line = AlignedNumbers<Scalar>.lineCount
    let layout = RowLayout(
      cell.graph, plan, inputs: cell.inputCount, units: cell.unitCount, line: line)
    let width = (cell.unitCount + line - 1) / line * line
    let constants = ConstantLayout(cell.graph, plan, width: width)
    let lanes = instructionSet.vectorBytes / MemoryLayout<Scalar>.size
    let tables = ProgramTables(plan, layout, constants, lanes: lanes)

    var program = kernels_program()
    program.instruction_set = instructionSet.rawValue
    program.number_bytes = Int32(MemoryLayout<Scalar>.size)
    program.stage_count = Int32(tables.stages.count)
    program.row_stride = Int32(layout.stride)
    program.input = Int32(layout.input)
    program.input_count = Int32(cell.inputCount)
    var writer = BlockWriter(MemoryLayout<kernels_program>.size)
    program.stages = writer.place(tables.stages)
    program.panels = writer.place(tables.panels.kernels)
    program.segments = writer.place(tables.panels.segments)
    program.passes = writer.place(tables.passes)
    program.operations = writer.place(tables.operations)
    program.constants = writer.place(numbers: constants.count, Scalar.self)
    program.weights = writer.place(numbers: tables.panels.weightCount, Scalar.self)
    let first = { (bytes: Int64) in Int(bytes) / MemoryLayout<Scalar>.size }
    var block = AlignedNumbers<Scalar>(count: writer.end / MemoryLayout<Scalar>.size)
    block.withMutableNumbers { numbers in
      let memory = UnsafeMutableRawBufferPointer(numbers)
      memory.storeBytes(of: program, as: kernels_program.self)
      writer.write(to: memory)
      tables.panels.pack(
        cell, layout, into: UnsafeMutableBufferPointer(rebasing: numbers[first(program.weights)...])
      )
      constants.write(
        cell, to: UnsafeMutableBufferPointer(rebasing: numbers[first(program.constants)...]))
    }
    (self.layout, self.block) = (layout, ProgramBlock(numbers: block))
    steppedCount = first(program.weights) + tables.panels.firstCount
  }
}

/// A program for the kernels with its tables and numbers, in one array.
struct ProgramBlock<Scalar: CellScalar>: Sendable {
  /// All of it, the header first.
  let numbers: AlignedNumbers<Scalar>

  /// Hands the program to a kernel.
  @inline(__always)
  func withKernel(_ body: (UnsafePointer<kernels_program>) -> Void) {
    numbers.withNumbers { numbers in
      UnsafeRawPointer(numbers.baseAddress).map {
        body($0.assumingMemoryBound(to: kernels_program.self))
      }
    }
  }
}

/// Places tables one behind the other in a block of memory, each at a multiple of 64 bytes.
private struct BlockWriter {
  /// Where the next table goes, in bytes.
  private(set) var end: Int
  private var tables: [(place: Int, bytes: [UInt8])] = []

  init(_ header: Int) { end = Self.line(header) }

  mutating func place<Entry>(_ entries: [Entry]) -> Int64 {
    tables.append((end, entries.withUnsafeBytes { Array($0) }))
    return advance(entries.count * MemoryLayout<Entry>.stride)
  }

  mutating func place<Scalar>(numbers count: Int, _: Scalar.Type) -> Int64 {
    advance(count * MemoryLayout<Scalar>.size)
  }

  func write(to memory: UnsafeMutableRawBufferPointer) {
    for (place, bytes) in tables {
      UnsafeMutableRawBufferPointer(rebasing: memory[place...]).copyBytes(from: bytes)
    }
  }

  private mutating func advance(_ bytes: Int) -> Int64 {
    defer { end = Self.line(end + bytes) }
    return Int64(end)
  }

  private static func line(_ bytes: Int) -> Int {
    (bytes + kernels_block_bytes - 1) / kernels_block_bytes * kernels_block_bytes
  }
}
