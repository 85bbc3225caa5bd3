/// One entry of a cell's parameter table.
public struct Parameter: Hashable, Sendable {
  /// What the parameter does with the signal it meets.
  public enum Kind: String, Hashable, Sendable {
    /// A full matrix [rows × columns].
    case weight
    /// One weight for each unit.
    case peephole
    /// A constant for each unit.
    case bias
  }

  /// The role of the signal that the parameter helps to compute.
  public let target: Role
  /// What it does.
  public let kind: Kind
  /// The name of the signal it reads; for a bias, empty unless a gate has more than one.
  public let source: String
  /// The number of columns; nil for peepholes and biases, which have one number for each unit.
  public let columns: Width?

  /// Makes an entry.
  public init(target: Role, kind: Kind, source: String, columns: Width?) {
    self.target = target
    self.kind = kind
    self.source = source
    self.columns = columns
  }

  /// The name in files, free of any notation.
  ///
  /// Such as `forget.weight.input`, `output.peephole.memory`, `candidate.bias`.
  public var name: String {
    target.rawValue + "." + kind.rawValue + (source.isEmpty ? "" : "." + source)
  }

  /// The shape in a cell of I inputs and H units: [H, I], [H, H] or [H].
  public func shape(inputs: Int, units: Int) -> [Int] {
    switch columns {
    case .inputs: [units, inputs]
    case .units: [units, units]
    case nil: [units]
    }
  }
}
