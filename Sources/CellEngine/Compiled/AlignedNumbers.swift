import CKernels

/// Numbers that begin at a cache line, so that no vector lies across two.
///
/// The lines are values of 64 bytes and equal alignment, which an array keeps by itself.
struct AlignedNumbers<Scalar: CellScalar>: Sendable {
  private var lines: [SIMD8<UInt64>]
  /// How many numbers there are.
  let count: Int

  /// Numbers in a line of 64 bytes.
  static var lineCount: Int { kernels_block_bytes / MemoryLayout<Scalar>.size }

  /// Makes zeros; large memory on large pages where the system has them.
  init(count: Int) {
    let lineCount = (count + Self.lineCount - 1) / Self.lineCount
    self.count = count
    lines = Array(unsafeUninitializedCapacity: lineCount) { buffer, initialized in
      if let memory = buffer.baseAddress, lineCount >= 1 << 14 {
        kernels_prefer_large_pages(memory, lineCount * MemoryLayout<SIMD8<UInt64>>.size)
      }
      buffer.initialize(repeating: .zero)
      initialized = lineCount
    }
  }

  /// Reads the numbers.
  @inline(__always)
  func withNumbers<Result>(_ body: (UnsafeBufferPointer<Scalar>) -> Result) -> Result {
    lines.withUnsafeBytes { body($0.assumingMemoryBound(to: Scalar.self)) }
  }

  /// Changes the numbers.
  @inline(__always)
  mutating func withMutableNumbers<Result>(
    _ body: (UnsafeMutableBufferPointer<Scalar>) -> Result
  ) -> Result {
    lines.withUnsafeMutableBytes { body($0.assumingMemoryBound(to: Scalar.self)) }
  }
}
