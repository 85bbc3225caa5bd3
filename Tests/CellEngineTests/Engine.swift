import CellEngine

/// A way to compute: the reference or the compiled cell, in Double or in Float.
///
/// Cases and comparisons are written in Double; a way in Float rounds what goes in and widens what
/// comes out.
enum Engine: CaseIterable {
  case double, float, compiledDouble, compiledFloat

  /// How exactly values must agree with those of double precision, 2e-6 or more in single.
  func values(error: Double = 0) -> Comparison {
    switch self {
    case .double, .compiledDouble: Comparison()
    case .float, .compiledFloat: Comparison(absolute: max(2e-6, 4 * error), relative: 1e-5)
    }
  }

  /// How exactly gradients must agree.
  var slopes: Comparison {
    switch self {
    case .double, .compiledDouble: Comparison()
    case .float, .compiledFloat: Comparison(absolute: 1e-5, relative: 1e-4)
    }
  }

  /// Runs a cell.
  func trace(
    _ cell: Cell<Double>, _ inputs: [[Double]], initial: [Role: [Double]] = [:]
  ) -> Trace<Double> {
    switch self {
    case .double: cell.trace(inputs, initial: initial)
    case .compiledDouble: Trace(CompiledCell(cell).trace(inputs, initial: initial))
    case .float: Trace(Cell<Float>(cell).trace(inputs.single, initial: initial.single))
    case .compiledFloat:
      Trace(
        Trace(CompiledCell(Cell<Float>(cell)).trace(inputs.single, initial: initial.single)))
    }
  }

  /// The gradient of a loss; in single precision if the way is.
  func gradient(
    _ cell: Cell<Double>, of trace: Trace<Double>, direct: Trace<Double>
  ) -> Gradient<Double> {
    switch self {
    case .double, .compiledDouble: cell.gradient(of: trace, direct: direct)
    case .float, .compiledFloat:
      Gradient(Cell<Float>(cell).gradient(of: Trace(trace), direct: Trace(direct)))
    }
  }
}

extension [[Double]] {
  /// The same numbers in single precision.
  var single: [[Float]] { map { $0.map { Float($0) } } }
}

extension [Role: [Double]] {
  /// The same states in single precision.
  var single: [Role: [Float]] { mapValues { $0.map { Float($0) } } }
}
