extension Notation {
  /// The symbol without a time, such as `c` or `Γf`.
  public func bareSymbol(_ role: Role) -> String {
    switch convention {
    case .lecture: lectureSymbol(role)
    case .olah:
      switch role {
      case .update: hasOneState ? "z" : "i"
      case .candidate: hasOneState ? "h~" : "C~"
      case .memory: hasOneState ? "h" : "C"
      case .forget, .output, .relevance, .activation, .input: commonSymbol(role)
      }
    case .pytorch:
      switch role {
      case .update: hasOneState ? "z" : "i"
      case .candidate: hasOneState ? "n" : "g"
      case .memory: hasOneState ? "h" : "c"
      case .forget, .output, .relevance, .activation, .input: commonSymbol(role)
      }
    case .greff:
      switch role {
      case .update: "i"
      case .candidate: "z"
      case .memory: hasOneState ? "y" : "c"
      case .activation: "y"
      case .forget, .output, .relevance, .input: commonSymbol(role)
      }
    }
  }

  private func lectureSymbol(_ role: Role) -> String {
    switch role {
    case .forget: "Γf"
    case .update: "Γu"
    case .output: "Γo"
    case .relevance: "Γr"
    case .candidate: "c~"
    case .memory: "c"
    case .activation: "a"
    case .input: "x"
    }
  }

  /// The letters on which all but the lecture agree.
  private func commonSymbol(_ role: Role) -> String {
    switch role {
    case .forget: "f"
    case .update: "i"
    case .output: "o"
    case .relevance: "r"
    case .candidate, .memory: "c"
    case .activation: "h"
    case .input: "x"
    }
  }

  /// The element-wise product.
  public var elementwise: String {
    switch convention {
    case .lecture: "∘"
    case .olah: "×"
    case .pytorch: "*"
    case .greff: "⊙"
    }
  }

  /// The element-wise product as one sign in a box.
  public var productSign: String {
    switch convention {
    case .lecture: "⊗"
    case .olah, .pytorch, .greff: elementwise
    }
  }

  /// The sum as one sign in a box.
  public var sumSign: String {
    switch convention {
    case .lecture, .greff: "⊕"
    case .olah, .pytorch: "+"
    }
  }

  /// How matrix products of one sum are written.
  public enum MatrixForm: Hashable, Sendable {
    /// One matrix over all that it reads, with what stands between: `Wf[a<t-1>,x<t>]`.
    case joined(String)
    /// A matrix for each signal: `Wf xᵗ + Rf yᵗ⁻¹`.
    case apart
  }

  /// How matrix products of one sum are written.
  public var matrixForm: MatrixForm {
    switch convention {
    case .lecture: .joined("")
    case .olah: .joined("·")
    case .pytorch, .greff: .apart
    }
  }

  /// A weight matrix, such as `Wf`.
  public func weight(_ target: Role) -> String { "W" + suffix(target) }

  /// A weight matrix by what it reads: `Wif` and `Whf` in PyTorch, `Wf` and `Rf` in Greff.
  ///
  /// - Parameter source: nil for a signal without a role of its own.
  public func weight(_ target: Role, from source: Role?) -> String {
    // Full gate recurrence: Greff's R from gate to gate; PyTorch has none, and its Wif is taken.
    if let source, source.isGate, matrixForm == .apart {
      return "R" + suffix(source) + suffix(target)
    }
    return switch convention {
    case .lecture, .olah: weight(target)
    case .pytorch: "W" + (source == .input ? "i" : "h") + suffix(target)
    case .greff: (source == .input ? "W" : "R") + suffix(target)
    }
  }

  /// A peephole, such as `vf`.
  public func peephole(_ target: Role) -> String {
    (convention == .greff ? "p" : "v") + suffix(target)
  }

  /// A bias, such as `bf`; a second one of the same signal is told from the first.
  public func bias(_ target: Role, isSecond: Bool = false) -> String {
    let mark = !isSecond ? "" : convention == .pytorch ? "h" : "′"
    return "b" + mark + suffix(target)
  }

  /// The readout's matrix, which makes a score for each word.
  public var readoutWeight: String { "Wy" }

  /// The readout's bias.
  public var readoutBias: String { "by" }

  /// What cross-entropy sends into the cell's output: `Wyᵀ(ŷ − y)`, y being 1 for the word that
  /// comes and 0 for all others.
  public var lossSlope: String { readoutWeight + "ᵀ(" + Self.barePrediction + " − y)" }

  /// A power of e, such as `e^score`.
  public func exponential(_ exponent: String) -> String { "e^" + exponent }

  /// The share of a power of e in the sum over all words; the largest exponent is subtracted from
  /// all, which changes no share.
  public func softmax(_ exponent: String, largest: String) -> String {
    let power = exponential("(" + exponent + " − " + largest + ")")
    return power + " / Σ " + power
  }

  /// The prediction without its time.
  public static let barePrediction = "ŷ"

  /// What stands before the number or the symbol that a slope is taken by.
  public static let differential = "∂"

  /// The slope of the loss by a number, such as `∂loss/∂c<t>`.
  public static func slope(by symbol: String) -> String {
    differential + "loss/" + differential + symbol
  }

  /// A power of ten, such as `10⁻³`.
  public static func powerOfTen(_ exponent: Int) -> String {
    "10" + TimeStyle.raised("\(exponent)")
  }

  /// The letter of a role behind W, v and b.
  private func suffix(_ role: Role) -> String {
    switch convention {
    case .lecture: role == .candidate ? "c" : String(lectureSymbol(role).suffix(1))
    case .olah:
      role == .candidate ? (hasOneState ? "h" : "C") : bareSymbol(role)
    case .pytorch, .greff: bareSymbol(role)
    }
  }
}
