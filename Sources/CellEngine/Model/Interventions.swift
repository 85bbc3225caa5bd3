/// What a run does differently from what its equations say: clamps, the later over the earlier.
///
/// Forward, the clamped numbers are replaced right after their signal is computed. Backward, a
/// clamped number has an adjoint, ∂loss/∂(the value it is clamped to), but passes nothing on.
/// (Pearl 2009 writes do(Γf = 1) for such a cut through a graph.)
public struct Interventions: Hashable, Sendable {
  /// The clamps in the order in which they were made.
  public var clamps: [Clamp]

  /// Collects clamps.
  public init(_ clamps: [Clamp] = []) { self.clamps = clamps }

  /// Nothing is changed.
  public static let none = Interventions()

  /// Whether nothing is changed.
  public var isEmpty: Bool { clamps.isEmpty }

  /// The value that a number is clamped to; nil if it is computed.
  public func value(at place: ValuePlace, in graph: CellGraph) -> Double? {
    clamps.last { clamp in
      clamp.steps.contains(place.step) && clamp.units.contains(place.unit)
        && clamp.signal(in: graph) == place.signal
    }?.value
  }

  /// Whether a number is clamped.
  public func contains(_ place: ValuePlace, in graph: CellGraph) -> Bool {
    value(at: place, in: graph) != nil
  }

  /// The clamps of one step, with their places in the step's values.
  func clamps<Scalar>(at step: Int, in cell: Cell<Scalar>) -> StepClamps<Scalar> {
    var found: [Int: [Int: Scalar]] = [:]
    for clamp in clamps where clamp.steps.contains(step) {
      guard let signal = clamp.signal(in: cell.graph) else { continue }
      let places = cell.valueLayout[signal.index]
      for (unit, place) in places.enumerated() where clamp.units.contains(unit) {
        found[signal.index, default: [:]][place] = Scalar(clamp.value)
      }
    }
    return StepClamps(values: found)
  }
}

/// The clamped numbers of one step: node → place in the step's values → value.
struct StepClamps<Scalar: CellScalar> {
  let values: [Int: [Int: Scalar]]

  /// Replaces the clamped numbers of a node that has just been computed.
  func replace(node: Int, in step: UnsafeMutableBufferPointer<Scalar>) {
    guard !values.isEmpty, let clamped = values[node] else { return }
    for (place, value) in clamped { step[place] = value }
  }

  /// Takes the adjoints of a node's clamped numbers out, so that its rule passes nothing on.
  func take(node: Int, from adjoints: UnsafeMutableBufferPointer<Scalar>) -> [Int: Scalar] {
    guard !values.isEmpty, let clamped = values[node] else { return [:] }
    var taken: [Int: Scalar] = [:]
    for place in clamped.keys {
      taken[place] = adjoints[place]
      adjoints[place] = 0
    }
    return taken
  }

  /// Puts back what `take` took out.
  func put(_ taken: [Int: Scalar], into adjoints: UnsafeMutableBufferPointer<Scalar>) {
    for (place, adjoint) in taken { adjoints[place] = adjoint }
  }
}
