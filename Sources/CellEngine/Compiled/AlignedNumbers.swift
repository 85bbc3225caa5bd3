import CKernels

/// Numbers that begin at a cache line, so that no vector lies across two.
///
/// A copy shares the memory until one of both is changed.
package struct AlignedNumbers<Scalar: CellScalar>: Sendable {
  private var memory: AlignedMemory
  /// How many numbers there are.
  package let count: Int

  /// Numbers in a line of 64 bytes.
  package static var lineCount: Int { kernels_block_bytes / MemoryLayout<Scalar>.size }

  /// Makes zeros; large memory on large pages where the system has them.
  package init(count: Int) {
    self.count = count
    memory = AlignedMemory(count * MemoryLayout<Scalar>.size)
  }

  /// Reads the numbers.
  @inline(__always)
  package func withNumbers<Result>(_ body: (UnsafeBufferPointer<Scalar>) -> Result) -> Result {
    withExtendedLifetime(memory) {
      body(
        UnsafeBufferPointer(start: memory.start.assumingMemoryBound(to: Scalar.self), count: count))
    }
  }

  /// Changes the numbers.
  @inline(__always)
  package mutating func withMutableNumbers<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Result
  ) -> Result {
    if !isKnownUniquelyReferenced(&memory) { memory = memory.copy() }
    return withExtendedLifetime(memory) {
      body(
        UnsafeMutableBufferPointer(
          start: memory.start.assumingMemoryBound(to: Scalar.self), count: count))
    }
  }
}

/// Bytes that begin at a cache line, zeros at first.
final class AlignedMemory: @unchecked Sendable {
  let start: UnsafeMutableRawPointer
  let count: Int

  init(_ count: Int) {
    guard let start = kernels_allocate(count) else { fatalError("no memory for \(count) bytes") }
    (self.start, self.count) = (start, count)
  }

  deinit { kernels_release(start, count) }

  func copy() -> AlignedMemory {
    let copy = AlignedMemory(count)
    copy.start.copyMemory(from: start, byteCount: count)
    return copy
  }
}
