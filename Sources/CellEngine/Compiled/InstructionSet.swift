import CKernels

/// The vector instructions that kernels use.
public enum InstructionSet: Int32, CaseIterable, Sendable {
  /// What every processor of the architecture has: SSE2, or NEON on arm64.
  case baseline
  /// AVX2 with fused multiply-add.
  case avx2
  /// AVX-512.
  case avx512

  /// Those that this processor has, the best last.
  public static var available: [InstructionSet] {
    allCases.filter { kernels_supports($0.rawValue) }
  }

  /// The best that this processor has, looked up once.
  public static let best = available.last ?? .baseline

  /// The bytes of a vector.
  var vectorBytes: Int { Int(kernels_vector_bytes(rawValue)) }
}
