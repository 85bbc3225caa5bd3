/// The time that a symbol carries: `<t>` in general, `<3>` at a step.
public enum TimeLabel: Hashable, Sendable {
  /// `<t>` and `<t-1>`.
  case general
  /// The number of the step, from 1: `<3>` and `<2>`.
  case step(Int)

  /// The label of the step itself, or of the step before it.
  public func text(previous: Bool) -> String {
    switch self {
    case .general: previous ? "<t-1>" : "<t>"
    case .step(let number): "<\(previous ? number - 1 : number)>"
    }
  }
}

/// How signals, parameters and operations are written.
///
/// A notation maps roles to symbols; no reader writes a symbol of its own.
public struct Notation: Hashable, Sendable {
  /// What people call the notation.
  public let name: String
  private let symbols: [Role: String]
  private let suffixes: [Role: String]
  /// The element-wise product.
  public let elementwise: String

  /// The lecture's notation: Γf, Γu, Γo, c~<t>, a<t>.
  public static let lecture = Notation(
    name: "lecture",
    symbols: [
      .forget: "Γf", .update: "Γu", .output: "Γo", .relevance: "Γr", .candidate: "c~",
      .memory: "c", .activation: "a", .input: "x",
    ],
    suffixes: [
      .forget: "f", .update: "u", .output: "o", .relevance: "r", .candidate: "c", .memory: "c",
      .activation: "a", .input: "x",
    ],
    elementwise: "∘")

  /// The symbol of a role, with its time where the notation writes one.
  ///
  /// Gates carry no time, unless it is the last step's.
  public func symbol(_ role: Role, _ time: TimeLabel, previous: Bool = false) -> String {
    let carriesTime = previous || !role.isGate
    return (symbols[role] ?? role.rawValue) + (carriesTime ? time.text(previous: previous) : "")
  }

  /// The symbol without a time, such as `c` or `Γf`.
  public func bareSymbol(_ role: Role) -> String { symbols[role] ?? role.rawValue }

  /// A weight matrix, such as `Wf`.
  public func weight(_ target: Role) -> String { "W" + suffix(target) }
  /// A peephole, such as `vf`.
  public func peephole(_ target: Role) -> String { "v" + suffix(target) }
  /// A bias, such as `bf`.
  public func bias(_ target: Role) -> String { "b" + suffix(target) }
  /// The prediction, `ŷ<t>`.
  public func prediction(_ time: TimeLabel) -> String { "ŷ" + time.text(previous: false) }

  /// A function's symbol, such as `σ`.
  public func symbol(_ activation: Activation) -> String {
    switch activation {
    case .sigmoid: "σ"
    case .tanh: "tanh"
    case .relu: "relu"
    case .doubleBipolarSigmoid: "4σ−2"
    case .bipolarSigmoid: "2σ−1"
    }
  }

  /// What stands before a difference.
  public static let difference = "Δ"

  /// A unit's number as an index below the line, from 1.
  public static func index(_ unit: Int) -> String {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    return String(String(unit + 1).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  private func suffix(_ role: Role) -> String { suffixes[role] ?? role.rawValue }
}
