/// How signals, parameters and operations are written.
///
/// A notation maps roles to symbols; no reader writes a symbol of its own. It is fitted to a graph,
/// because a cell with one state has other letters than one with two: the memory of a GRU is
/// PyTorch's h.
public struct Notation: Hashable, Sendable {
  /// Whose letters they are.
  public enum Convention: String, CaseIterable, Hashable, Sendable {
    /// Γf, Γu, Γo, c~<t>, a<t>: the lecture.
    case lecture
    /// fₜ, iₜ, oₜ, C~ₜ, hₜ: Olah, “Understanding LSTM Networks”, 2015.
    case olah
    /// fₜ, iₜ, oₜ, gₜ, hₜ, in the GRU rₜ, zₜ, nₜ: the documentation of PyTorch.
    case pytorch
    /// fᵗ, iᵗ, oᵗ, zᵗ, yᵗ: Greff et al., “LSTM: A Search Space Odyssey”, 2017.
    case greff

    /// What people call it.
    public var name: String {
      switch self {
      case .lecture: "lecture"
      case .olah: "Olah"
      case .pytorch: "PyTorch"
      case .greff: "Greff"
      }
    }

    /// The convention with a name, in upper or lower case.
    public init?(named name: String) {
      let wanted = name.lowercased()
      guard let found = Self.allCases.first(where: { $0.name.lowercased() == wanted }) else {
        return nil
      }
      self = found
    }

    /// The one after it; after the last comes the first.
    public var next: Convention {
      let all = Self.allCases
      let place = all.firstIndex(of: self) ?? 0
      return all[(place + 1) % all.count]
    }
  }

  /// Whose letters they are.
  public let convention: Convention
  /// Whether the memory is the only state and so also what the cell shows, as in a GRU.
  public let hasOneState: Bool

  /// Makes a notation.
  public init(_ convention: Convention, hasOneState: Bool = false) {
    self.convention = convention
    self.hasOneState = hasOneState
  }

  /// Makes the notation for a cell.
  public init(_ convention: Convention, for graph: CellGraph) {
    self.init(convention, hasOneState: graph.states.allSatisfy { $0.role == .memory })
  }

  /// The lecture's notation: Γf, Γu, Γo, c~<t>, a<t>.
  public static let lecture = Notation(.lecture)

  /// The symbol of a role, with its time where the notation writes one.
  ///
  /// The lecture's gates carry no time, unless it is the last step's.
  public func symbol(_ role: Role, _ time: TimeLabel, previous: Bool = false) -> String {
    let isBare = convention == .lecture && role.isGate && !previous
    return bareSymbol(role) + (isBare ? "" : timeStyle.text(time, previous: previous))
  }

  /// The prediction, `ŷ<t>`.
  public func prediction(_ time: TimeLabel) -> String {
    Self.barePrediction + timeStyle.text(time, previous: false)
  }

  /// A unit's number behind a symbol, from 1: an index below the line, or in brackets where the
  /// time stands there.
  public func index(_ unit: Int) -> String {
    timeStyle == .below ? "[\(unit + 1)]" : TimeStyle.lowered("\(unit + 1)")
  }

  /// A function's name, such as `σ` or `2σ − 1`.
  public func symbol(_ activation: Activation) -> String {
    let (factor, offset) = call(activation)
    return factor + offset
  }

  /// A function of something, such as `2σ(c<t>) − 1`.
  public func applied(_ activation: Activation, to argument: String) -> String {
    let (factor, offset) = call(activation)
    return factor + "(" + argument + ")" + offset
  }

  /// A function's slope, such as `tanh′`; what is subtracted has none.
  public func slope(_ activation: Activation) -> String { call(activation).factor + "′" }

  /// What stands before the argument's bracket, and what is subtracted behind it.
  func call(_ activation: Activation) -> (factor: String, offset: String) {
    switch activation {
    case .sigmoid: ("σ", "")
    case .tanh: ("tanh", "")
    case .relu: ("relu", "")
    case .doubleBipolarSigmoid: ("4σ", " − 2")
    case .bipolarSigmoid: ("2σ", " − 1")
    }
  }

  /// What stands before a difference.
  public static let difference = "Δ"

  var timeStyle: TimeStyle {
    switch convention {
    case .lecture: .brackets
    case .olah, .pytorch: .below
    case .greff: .above
    }
  }
}
