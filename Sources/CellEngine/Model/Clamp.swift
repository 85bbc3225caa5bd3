/// Some numbers of one signal, set from outside instead of computed.
///
/// A clamp on Γf with 1 holds the gate open, whatever its sum says. Signals that are read off the
/// clamped one follow; the signals that it would be computed from no longer matter for it.
public struct Clamp: Hashable, Sendable {
  /// What is set.
  public enum Target: Hashable, Sendable {
    /// One signal of the graph, also an input or a state as it arrives.
    case signal(SignalID)
    /// The signal with an equation for a role, such as Γf in every cell that has one; the input
    /// for `.input`. A cell without such a signal is not touched.
    case role(Role)
  }

  /// When it is set.
  public struct Steps: Hashable, Sendable {
    /// The first step, from 0.
    public let first: Int
    /// The last step; nil if there is none.
    public let last: Int?

    /// From one step to another, or on to the end.
    public init(from first: Int, through last: Int?) { (self.first, self.last) = (first, last) }

    /// At one step, from 0.
    public static func at(_ step: Int) -> Self { Self(from: step, through: step) }

    /// From a step on, from 0.
    public static func from(_ step: Int) -> Self { Self(from: step, through: nil) }

    /// Whether a step is among them.
    public func contains(_ step: Int) -> Bool { step >= first && last.map { step <= $0 } ?? true }

    /// The same counted from another step on; nil if all lie before it.
    public func counted(from start: Int) -> Self? {
      guard last ?? start >= start else { return nil }
      return Self(from: max(0, first - start), through: last.map { $0 - start })
    }
  }

  /// Which units are set.
  public enum Units: Hashable, Sendable {
    /// All of them.
    case all
    /// One, from 0.
    case one(Int)

    /// Whether a unit is among them.
    public func contains(_ unit: Int) -> Bool {
      switch self {
      case .all: true
      case .one(let only): unit == only
      }
    }
  }

  /// What is set.
  public var target: Target
  /// When it is set.
  public var steps: Steps
  /// Which units are set.
  public var units: Units
  /// The value that they get.
  public var value: Double

  /// Makes a clamp; without more said, for all units and from the first step on.
  public init(
    _ target: Target, to value: Double, units: Units = .all, steps: Steps = .from(0)
  ) {
    self.target = target
    self.steps = steps
    self.units = units
    self.value = value
  }

  /// The signal of a graph that the clamp sets; nil if the graph has none with the role.
  public func signal(in graph: CellGraph) -> SignalID? {
    switch target {
    case .signal(let signal):
      return graph.nodes.indices.contains(signal.index) ? signal : nil
    case .role(let role):
      if let computed = graph.signal(role) { return computed }
      return graph.signals.first { graph[$0].operation == .input && graph[$0].role == role }
    }
  }
}
