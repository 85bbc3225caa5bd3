/// Why a number is what it is: the terms that make it, from the operation that computes it.
///
/// Asked again and again, an explanation leads back to words, weights and initial states: each
/// number it asks about stands earlier in the step, or in an earlier step.
public struct Explanation: Hashable, Sendable {
  /// How the terms make the number.
  public enum Rule: Hashable, Sendable {
    /// Their sum.
    case sum
    /// Their product.
    case product
    /// A function of the only term.
    case function(Activation)
    /// 1 − the only term.
    case complement
    /// The only term itself, left by the step before.
    case carried
    /// The state before the first step; nothing made it.
    case initial(Role)
    /// A number of the input; nothing made it.
    case input
    /// Set from outside by a clamp; nothing made it.
    case clamped
    /// e^(first term) / Σ e^(term).
    case softmax
  }

  /// What was asked.
  public let question: Question
  /// The number.
  public let value: Double
  /// How the terms make it.
  public let rule: Rule
  /// The terms; those of a sum by size, the largest first.
  ///
  /// Products with an input of exactly 0 are left out: of a one-hot input, the word alone remains.
  public let terms: [Contribution]

  init(_ question: Question, _ value: Double, _ rule: Rule, _ terms: [Contribution] = []) {
    self.question = question
    self.value = value
    self.rule = rule
    let isSorted = rule == .sum
    let order = terms.indices.sorted { left, right in
      let (first, second) = (terms[left].size, terms[right].size)
      return first == second ? left < right : first > second
    }
    self.terms = isSorted ? order.map { terms[$0] } : terms
  }

  /// The smallest number of decimals with which the shown terms make the shown number.
  ///
  /// For rules without a table: .17 × −.83 is not −.14 for every rounding.
  /// - Parameters:
  ///   - decimals: those of the number.
  ///   - least: the fewest that the terms may have, if those of the number are fewer.
  /// - Returns: at least `decimals`; nil if nine do not do.
  public func termDecimals(for decimals: Int, atLeast least: Int = 0) -> Int? {
    let shown = Figure.rounded(value, decimals)
    let first = max(decimals, least)
    return (first...max(first, 9)).first { places in
      let worked = combine(terms.map { Figure.rounded($0.value, places) })
      return Figure.rounded(worked, decimals) == shown
    }
  }

  /// Of a softmax, e^(score − the largest score) for each term; it is their share that counts.
  ///
  /// - Complexity: O(terms), each time it is read.
  public var powers: [Double] { rule == .softmax ? Readout.powers(terms.map(\.operand)) : [] }

  /// What the rule makes of numbers in the terms' places.
  func combine(_ numbers: [Double]) -> Double {
    switch rule {
    case .sum: numbers.reduce(0, +)
    case .product: numbers.reduce(1, *)
    case .function(let function): numbers.first.map { function($0) } ?? value
    case .complement: numbers.first.map { 1 - $0 } ?? value
    case .carried: numbers.first ?? value
    case .initial, .input, .clamped: value
    case .softmax: Readout.softmax(numbers).first ?? value
    }
  }
}
