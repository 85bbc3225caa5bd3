/// A piece of an equation and what it speaks of.
public struct EquationToken: Hashable, Sendable {
  /// The characters.
  public let text: String
  /// The role of the signal that the piece names, if it names one.
  public let role: Role?
  /// The signals whose computation the piece is part of, innermost first.
  public internal(set) var within: [SignalID]

  /// Makes a piece.
  public init(_ text: String, role: Role? = nil) {
    self.text = text
    self.role = role
    within = []
  }
}

/// The equation of one named signal, in symbols.
public struct Equation: Hashable, Sendable {
  /// The signal that the equation defines.
  public let signal: SignalID
  /// The symbol on the left.
  public let left: EquationToken
  /// The right-hand side.
  public let right: [EquationToken]

  /// The whole equation as plain text.
  public var text: String { left.text + " = " + right.map(\.text).joined() }
}

extension CellGraph {
  /// The equations of the cell, one for each named signal, in the order of evaluation.
  public func equations(_ notation: Notation, at time: TimeLabel = .general) -> [Equation] {
    signals.filter { self[$0].role != nil && !isGiven($0) }.map { signal in
      Equation(
        signal: signal,
        left: EquationToken(symbol(of: signal, notation, time), role: self[signal].role),
        right: tokens(defining: signal, notation, time))
    }
  }

  /// The signal whose equation speaks of `signal`: itself if it is named, else its reader's.
  public func equationSignal(of signal: SignalID) -> SignalID? {
    if self[signal].role != nil { return signal }
    return readers(of: signal).lazy.compactMap(equationSignal).first
  }

  /// What people write for a signal: its symbol, or the formula of an unnamed one.
  public func expression(of signal: SignalID, _ notation: Notation, at time: TimeLabel)
    -> [EquationToken]
  {
    self[signal].role == nil
      ? tokens(defining: signal, notation, time) : tokens(using: signal, notation, time)
  }

  private func symbol(of signal: SignalID, _ notation: Notation, _ time: TimeLabel) -> String {
    guard let role = self[signal].role else { return "" }
    if case .state = self[signal].operation {
      return notation.symbol(role, time, previous: true)
    }
    return notation.symbol(role, time)
  }

  private func tokens(using signal: SignalID, _ notation: Notation, _ time: TimeLabel)
    -> [EquationToken]
  {
    guard let role = self[signal].role else { return tokens(defining: signal, notation, time) }
    return [EquationToken(symbol(of: signal, notation, time), role: role)]
  }

  private func tokens(defining signal: SignalID, _ notation: Notation, _ time: TimeLabel)
    -> [EquationToken]
  {
    func use(_ operand: SignalID, inProduct: Bool = false) -> [EquationToken] {
      let inner = self.tokens(using: operand, notation, time)
      guard inProduct, needsParentheses(operand, notation) else { return inner }
      return [EquationToken("(")] + inner + [EquationToken(")")]
    }
    var tokens: [EquationToken]
    switch self[signal].operation {
    case .input, .state:
      tokens = self.tokens(using: signal, notation, time)
    case .affine(let terms):
      tokens = affine(terms, notation, time)
    case .activation(let function, let operand):
      let (factor, offset) = notation.call(function)
      tokens = [EquationToken(factor + "(")] + use(operand)
      tokens.append(EquationToken(")" + offset))
    case .product(let left, let right):
      tokens = use(left, inProduct: true)
      tokens.append(EquationToken(" " + notation.elementwise + " "))
      tokens += use(right, inProduct: true)
    case .sum(let left, let right):
      tokens = use(left) + [EquationToken(" + ")] + use(right)
    case .complement(let operand):
      tokens = [EquationToken("1 − ")] + use(operand, inProduct: true)
    }
    return tokens.map { token in
      var token = token
      token.within.append(signal)
      return token
    }
  }

  /// Matrix products of one sum share a bracket, W[a<t-1>,x<t>], or stand apart, W x + R y.
  private func affine(_ terms: [Term], _ notation: Notation, _ time: TimeLabel)
    -> [EquationToken]
  {
    var tokens: [EquationToken] = []
    var bracketed: [SignalID] = []
    func separate() { if !tokens.isEmpty { tokens.append(EquationToken(" + ")) } }
    for (place, term) in terms.enumerated() {
      let target = self[term.parameter].target
      switch term {
      case .matrix(_, let signal):
        guard case .joined(let sign) = notation.matrixForm else {
          separate()
          tokens += apart(target, signal, notation, time)
          continue
        }
        bracketed.append(signal)
        let next = place + 1 < terms.count ? terms[place + 1] : nil
        if case .matrix = next { continue }
        separate()
        tokens += bracket(notation.weight(target) + sign, bracketed, notation, time)
        bracketed = []
      case .diagonal(_, let signal):
        separate()
        tokens.append(EquationToken(notation.peephole(target) + notation.elementwise))
        tokens += self.tokens(using: signal, notation, time)
      case .bias(let parameter):
        separate()
        let isSecond = !self[parameter].source.isEmpty
        tokens.append(EquationToken(notation.bias(target, isSecond: isSecond)))
      }
    }
    return tokens
  }

  /// One matrix over several signals: `Wf[a<t-1>,x<t>]`.
  private func bracket(
    _ weight: String, _ signals: [SignalID], _ notation: Notation, _ time: TimeLabel
  ) -> [EquationToken] {
    var tokens = [EquationToken(weight + "[")]
    for (place, signal) in signals.enumerated() {
      if place > 0 { tokens.append(EquationToken(",")) }
      tokens += self.tokens(using: signal, notation, time)
    }
    return tokens + [EquationToken("]")]
  }

  /// One matrix over one signal: `Wf xᵗ`.
  private func apart(
    _ target: Role, _ signal: SignalID, _ notation: Notation, _ time: TimeLabel
  ) -> [EquationToken] {
    let source = self[signal].role
    let operand = self.tokens(using: signal, notation, time)
    let weight = EquationToken(notation.weight(target, from: source) + (source == nil ? "(" : " "))
    return [weight] + operand + (source == nil ? [EquationToken(")")] : [])
  }

  private func needsParentheses(_ signal: SignalID, _ notation: Notation) -> Bool {
    guard self[signal].role == nil else { return false }
    switch self[signal].operation {
    case .sum, .complement, .affine: return true
    case .activation(let function, _): return !notation.call(function).offset.isEmpty
    case .input, .state, .product: return false
    }
  }
}
