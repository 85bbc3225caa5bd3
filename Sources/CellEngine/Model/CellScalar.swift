public import RealModule

/// A number that cells compute with: Float for size and speed, Double for teaching and proof.
///
/// The two that the kernels are built for; the mathematics needs only `Real`.
public protocol CellScalar: Real, BinaryFloatingPoint, Sendable {}

extension Float: CellScalar {}
extension Double: CellScalar {}
