import CellEngine

/// Reproducible random numbers: SplitMix64 (Steele, Lea & Flood 2014).
struct Draw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from −1 to 1.
  mutating func number() -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    mixed ^= mixed >> 31
    return Double(mixed >> 11) / Double(UInt64(1) << 52) - 1
  }

  /// Several numbers from −1 to 1.
  mutating func numbers(_ count: Int) -> [Double] { (0..<count).map { _ in number() } }

  /// Inputs for some steps.
  mutating func inputs<Scalar>(_ cell: Cell<Scalar>, steps: Int) -> [[Scalar]] {
    (0..<steps).map { _ in numbers(cell.inputCount).map { Scalar($0) } }
  }

  /// A value for every state.
  mutating func states<Scalar>(_ cell: Cell<Scalar>) -> [Role: [Scalar]] {
    Dictionary(
      uniqueKeysWithValues: cell.graph.states.map { state in
        (state.role, numbers(cell.unitCount).map { Scalar($0) })
      })
  }

  /// A cell with random weights.
  mutating func cell(_ graph: CellGraph, inputs: Int, units: Int) -> Cell<Double> {
    var cell = Cell<Double>(graph, inputs: inputs, units: units)
    cell.parameters = numbers(cell.parameters.count)
    return cell
  }

  /// A cell of some precision with random weights.
  mutating func cell<Scalar>(
    _ graph: CellGraph, inputs: Int, units: Int, in precision: Scalar.Type
  ) -> Cell<Scalar> {
    var cell = Cell<Scalar>(graph, inputs: inputs, units: units)
    cell.parameters = numbers(cell.parameters.count).map { Scalar($0) }
    return cell
  }

  /// A loss that reads every value of every step: the factor of each.
  mutating func loss<Scalar>(_ cell: Cell<Scalar>, steps: Int) -> Trace<Scalar> {
    var loss = Trace<Scalar>(layout: cell.valueLayout, steps: steps)
    for step in 0..<steps {
      for signal in cell.graph.signals {
        loss[signal, step] = numbers(loss[signal, step].count).map { Scalar($0) }[...]
      }
    }
    return loss
  }
}
