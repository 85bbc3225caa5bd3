import CKernels

/// Numbers that begin at a cache line, so that no vector lies across two.
///
/// An array aligns its elements to 16 bytes at most, so this one has a line to spare, and the numbers
/// begin where its first whole line does. A copy may stand differently; it is moved when it is
/// first changed.
package struct AlignedNumbers<Scalar: CellScalar>: Sendable {
  private var memory: [SIMD2<UInt64>]
  /// How many bytes of the memory stand before the numbers.
  private var margin = 0
  /// How many numbers there are.
  package let count: Int

  /// Numbers in a line of 64 bytes.
  package static var lineCount: Int { kernels_block_bytes / MemoryLayout<Scalar>.size }

  /// Makes zeros; large memory on large pages where the system has them.
  package init(count: Int) {
    self.count = count
    let size = MemoryLayout<SIMD2<UInt64>>.size
    let length = (count * MemoryLayout<Scalar>.size + kernels_block_bytes) / size + 1
    memory = Array(unsafeUninitializedCapacity: length) { buffer, initialized in
      if length * size >= 1 << 20 {
        kernels_prefer_large_pages(buffer.baseAddress, length * size)
      }
      buffer.initialize(repeating: .zero)
      initialized = length
    }
    withMutableNumbers { _ in }
  }

  /// Reads the numbers.
  @inline(__always)
  package func withNumbers<Result>(_ body: (UnsafeBufferPointer<Scalar>) -> Result) -> Result {
    let bytes = margin..<(margin + count * MemoryLayout<Scalar>.size)
    return memory.withUnsafeBytes { memory in
      body(UnsafeRawBufferPointer(rebasing: memory[bytes]).assumingMemoryBound(to: Scalar.self))
    }
  }

  /// Changes the numbers.
  @inline(__always)
  package mutating func withMutableNumbers<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Result
  ) -> Result {
    let (before, size) = (margin, count * MemoryLayout<Scalar>.size)
    var now = before
    defer { margin = now }
    return memory.withUnsafeMutableBytes { memory in
      now = -Int(bitPattern: memory.baseAddress) & (kernels_block_bytes - 1)
      let numbers = UnsafeMutableRawBufferPointer(rebasing: memory[now..<(now + size)])
      if now != before {
        numbers.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[before..<(before + size)]))
      }
      return body(numbers.assumingMemoryBound(to: Scalar.self))
    }
  }
}
