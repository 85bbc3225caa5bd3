public import CellEngine

/// A sequence of numbers for a cell, with initial states and the slopes of a loss, from JSON.
///
///     {"x": [[…], …], "a0": […], "c0": […], "da": [[…], …], "daT": […], "dcT": […]}
///     x [T][I], a0 and c0 [H], da [T][H], daT and dcT [H]; all but x may be missing and are 0 then
///     loss = Σ da · a + Σ daT · a<T> + Σ dcT · c<T>
///
/// For a stack, `a0`, `c0`, `daT` and `dcT` have one row for each cell (l0, l0_reverse, l1 …), and `da`
/// is as wide as what the top layer shows. A GRU has a<t> = c<t>: it takes `a0` or `c0`, `daT` or `dcT`.
/// Only finite numbers are taken.
public struct SequenceInput: Sendable {
  /// x<1> … x<T>, each [I].
  public let inputs: [[Double]]
  /// The states of each cell before its first step.
  public let initial: CellStack<Double>.States
  /// ∂loss/∂a for each step, [T][H].
  public let upstream: [[Double]]
  /// ∂loss/∂a and ∂loss/∂c after the last step of each cell.
  public let final: CellStack<Double>.States

  /// The most bytes a file may have, 64 MiB.
  public static let sizeLimit = 1 << 26
  /// The most values that all steps of all cells may have together.
  public static let valueLimit = 1 << 25

  /// Reads a file for a stack; `-` is standard input.
  ///
  /// - Throws: `ModelFileError` if the system does not give the file, if it is not strict JSON, or if
  ///   a member is unknown, missing, of another size than the stack needs, or not a finite number.
  public init(path: String, for stack: CellStack<Double>) throws(ModelFileError) {
    let bytes =
      try path == "-"
      ? DiskFile.readStandardInput(sizeLimit: Self.sizeLimit)
      : DiskFile.read(path, sizeLimit: Self.sizeLimit)
    try self.init(bytes: bytes, path: path == "-" ? DiskFile.standardInput : path, for: stack)
  }

  /// Reads what stands in memory; see `init(path:for:)`.
  public init(bytes: [UInt8], path: String, for stack: CellStack<Double>) throws(ModelFileError) {
    let reader = try SequenceReader(bytes: bytes, path: path, stack: stack)
    guard let rows = reader.json["x"] else { throw reader.error("", "there is no member \"x\"") }
    let x = try reader.rows(rows, "x", width: stack.inputCount, count: nil)
    let values = stack.layers.joined().map(\.valueLayout.total).reduce(0, +)
    guard x.count <= Self.valueLimit / values else {
      throw reader.error(
        "x",
        "\(x.count) steps are too many: with \(values) values each, at most "
          + "\(Self.valueLimit / values) are allowed")
    }
    inputs = x
    if let slopes = reader.json["da"] {
      upstream = try reader.rows(slopes, "da", width: stack.outputCount, count: x.count)
    } else {
      upstream = x.map { _ in Array(repeating: 0, count: stack.outputCount) }
    }
    initial = try reader.states(shown: "a0", memory: "c0")
    final = try reader.states(shown: "daT", memory: "dcT")
  }
}

extension CellStack<Double> {
  /// The state that holds what a cell showed last.
  public var shownRole: Role? { layers[0][0].graph.shownState?.role }
  /// The state that holds the memory; nil for a cell without one.
  public var memoryRole: Role? {
    layers[0][0].graph.states.first { $0.role == .memory }?.role
  }
}

/// Checks the members of the JSON text one by one.
private struct SequenceReader {
  let json: JSON
  let path: String
  let stack: CellStack<Double>

  static let members = ["x", "a0", "c0", "da", "daT", "dcT"]

  init(bytes: [UInt8], path: String, stack: CellStack<Double>) throws(ModelFileError) {
    json = try JSON(bytes, depthLimit: 4, of: path, .sequence)
    (self.path, self.stack) = (path, stack)
    guard let found = json.members else {
      throw error("", "an object with the member \"x\" is needed, not \(json.kind)")
    }
    for member in found where !Self.members.contains(member.key) {
      throw error(
        "",
        "the member \"\(visible(member.key))\" is not one of \(Self.members.joined(separator: ", "))"
      )
    }
  }

  func error(_ place: String, _ explanation: String) -> ModelFileError {
    ModelFileError(file: path, place: place, reason: .sequence, explanation: explanation)
  }

  /// A list of rows of numbers, all of the same width.
  func rows(
    _ json: JSON, _ name: String, width: Int, count: Int?
  ) throws(ModelFileError) -> [[Double]] {
    guard let elements = json.elements else {
      throw error(name, "a list of rows is needed, not \(json.kind)")
    }
    if let count, elements.count != count {
      throw error(
        name,
        "there \(elements.count == 1 ? "is" : "are") \(counted(elements.count, "row")), but "
          + "\(count) \(count == 1 ? "is" : "are") needed")
    }
    var rows: [[Double]] = []
    rows.reserveCapacity(elements.count)
    for (place, element) in elements.enumerated() {
      rows.append(try row(element, "\(name)[\(place)]", width: width))
    }
    return rows
  }

  private func row(_ json: JSON, _ name: String, width: Int) throws(ModelFileError) -> [Double] {
    guard let elements = json.elements else {
      throw error(name, "a list of \(counted(width, "number")) is needed, not \(json.kind)")
    }
    if let place = elements.firstIndex(where: { $0.elements != nil || $0.members != nil }) {
      throw error(
        "\(name)[\(place)]",
        "a number is needed, not \(elements[place].kind); a dimension for batches is not taken")
    }
    guard elements.count == width else {
      throw error(
        name,
        "there \(elements.count == 1 ? "is" : "are") \(counted(elements.count, "number")), but the "
          + "cell needs \(width)")
    }
    var numbers: [Double] = []
    numbers.reserveCapacity(width)
    for (place, element) in elements.enumerated() {
      guard let number = element.doubleValue, number.isFinite else {
        throw error("\(name)[\(place)]", "a finite number is needed, not \(element.kind)")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// The numbers of two members for each cell, by the role of the state that they belong to.
  func states(
    shown: String, memory: String
  ) throws(ModelFileError) -> CellStack<Double>.States {
    var states = stack.layers.map { $0.map { _ in [Role: [Double]]() } }
    for (name, role) in [(shown, stack.shownRole), (memory, stack.memoryRole)] {
      guard let json = json[name] else { continue }
      guard let role else { throw error(name, "this cell has no memory c") }
      guard states[0][0][role] == nil else {
        throw error(name, "this cell has a<t> = c<t>, so give \(shown) or \(memory), not both")
      }
      let units = stack.layers[0][0].unitCount
      let isSingle = stack.layers.count * stack.directionCount == 1
      let all =
        isSingle && json.elements?.first?.elements == nil
        ? [try row(json, name, width: units)]
        : try rows(
          json, name, width: units, count: stack.layers.count * stack.directionCount)
      for (place, row) in all.enumerated() {
        states[place / stack.directionCount][place % stack.directionCount][role] = row
      }
    }
    return states
  }
}
