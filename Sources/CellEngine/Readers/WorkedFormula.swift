/// A right-hand side with numbers in place of signals.
indirect enum WorkedFormula: Hashable, Sendable {
  /// A number; `isFound` where it is the result of an earlier stage.
  case number(Double, Role?, isFound: Bool)
  case activation(Activation, WorkedFormula)
  case product(WorkedFormula, WorkedFormula)
  case sum([WorkedFormula])
  case complement(WorkedFormula)

  /// The formula's value, with every number passed through `shown`.
  func value(_ shown: (Double, Bool) -> Double) -> Double {
    switch self {
    case .number(let value, _, let isFound): shown(value, isFound)
    case .activation(let function, let operand): function(operand.value(shown))
    case .product(let left, let right): left.value(shown) * right.value(shown)
    case .sum(let terms): terms.reduce(0) { $0 + $1.value(shown) }
    case .complement(let operand): 1 - operand.value(shown)
    }
  }

  /// The exact value.
  var value: Double { value { number, _ in number } }

  /// The stages of working it out: what stands inside a function first, then the function.
  var stages: [WorkedFormula] {
    guard hasFunction else { return [self] }
    let next = reduced
    return next.isNumber ? [self] : [self] + next.stages
  }

  private var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  /// Whether there is anything to replace: of numbers that are not any, equality would not tell.
  private var hasFunction: Bool {
    switch self {
    case .number: false
    case .activation: true
    case .product(let left, let right): left.hasFunction || right.hasFunction
    case .sum(let terms): terms.contains { $0.hasFunction }
    case .complement(let operand): operand.hasFunction
    }
  }

  private var hasOpenFunction: Bool {
    switch self {
    case .number: false
    case .activation(_, let operand): !operand.isNumber
    case .product(let left, let right): left.hasOpenFunction || right.hasOpenFunction
    case .sum(let terms): terms.contains { $0.hasOpenFunction }
    case .complement(let operand): operand.hasOpenFunction
    }
  }

  private var reduced: WorkedFormula {
    hasOpenFunction ? map(closingArguments: true) : map(closingArguments: false)
  }

  /// Replaces the arguments of functions by their values, or functions of numbers by theirs.
  private func map(closingArguments: Bool) -> WorkedFormula {
    switch self {
    case .number:
      return self
    case .activation(let function, let operand):
      if closingArguments {
        return operand.isNumber
          ? self : .activation(function, .number(operand.value, nil, isFound: true))
      }
      return .number(value, nil, isFound: true)
    case .product(let left, let right):
      return .product(
        left.map(closingArguments: closingArguments), right.map(closingArguments: closingArguments))
    case .sum(let terms):
      return .sum(terms.map { $0.map(closingArguments: closingArguments) })
    case .complement(let operand):
      return .complement(operand.map(closingArguments: closingArguments))
    }
  }
}

/// The stages of one equation, shown with chosen numbers of decimals.
struct WorkedChain {
  /// How many decimals the numbers of an equation have.
  struct Decimals {
    /// Of the number that stands last.
    let result: Int
    /// Of the numbers that are worked out on the way.
    let found: Int
    /// Of the numbers that are put in.
    let given: Int

    /// All choices, those with the fewest characters first.
    static let choices: [Decimals] = {
      let all = (2...4).flatMap { result in
        (2...6).flatMap { found in
          (2...6).map { Decimals(result: result, found: found, given: $0) }
        }
      }
      // An equation has one result, and more given numbers than found ones.
      return all.sorted { $0.weight < $1.weight }
    }()

    private var weight: Int { (result + found + 2 * given) * 10 + result }
  }

  let stages: [WorkedFormula]
  let result: Double
  let decimals: Decimals
  let notation: Notation

  private func shown(_ value: Double, _ isFound: Bool) -> Double {
    Figure.rounded(value, isFound ? decimals.found : decimals.given)
  }

  private func text(_ value: Double, _ isFound: Bool) -> String {
    Figure.text(value, isFound ? decimals.found : decimals.given)
  }

  /// Whether a reader who works with the shown numbers finds the shown numbers, and no number is
  /// shown as 0 or 1 that is neither.
  var holds: Bool {
    guard !Figure.isMisleading(result, decimals.result), !stages.contains(where: isMisleading)
    else { return false }
    for (stage, next) in zip(stages, stages.dropFirst()) where !agrees(stage, next) {
      return false
    }
    guard let last = stages.last else { return false }
    return isNear(last.value(shown), result, decimals.result)
  }

  private func isMisleading(_ formula: WorkedFormula) -> Bool {
    switch formula {
    case .number(let value, _, let isFound):
      Figure.isMisleading(value, isFound ? decimals.found : decimals.given)
    case .activation(_, let operand), .complement(let operand): isMisleading(operand)
    case .product(let left, let right): isMisleading(left) || isMisleading(right)
    case .sum(let terms): terms.contains(where: isMisleading)
    }
  }

  /// Half a unit of the last decimal, and never on the edge.
  private func isNear(_ worked: Double, _ exact: Double, _ shown: Int) -> Bool {
    guard worked.isFinite, exact.isFinite else { return true }
    let half = 0.5 / Figure.powerOfTen(shown)
    return (worked - Figure.rounded(exact, shown)).magnitude < half - 1e-9
  }

  private func agrees(_ stage: WorkedFormula, _ next: WorkedFormula) -> Bool {
    switch (stage, next) {
    case (_, .number(let value, _, true)):
      if case .number(_, _, true) = stage { return true }
      return isNear(stage.value(shown), value, decimals.found)
    case (.activation(_, let before), .activation(_, let after)),
      (.complement(let before), .complement(let after)):
      return agrees(before, after)
    case (.product(let left, let right), .product(let newLeft, let newRight)):
      return agrees(left, newLeft) && agrees(right, newRight)
    case (.sum(let terms), .sum(let newTerms)):
      return zip(terms, newTerms).allSatisfy { agrees($0, $1) }
    case (.number, _), (.activation, _), (.product, _), (.sum, _), (.complement, _):
      return true
    }
  }

  func worked(sign: Figure.Sign) -> WorkedEquation {
    let last = [EquationToken(Figure.text(result, decimals.result, sign: sign))]
    return WorkedEquation(
      stages: stages.map { tokens($0, inProduct: false) } + [last],
      givenDecimals: decimals.given)
  }

  private func tokens(_ formula: WorkedFormula, inProduct: Bool) -> [EquationToken] {
    switch formula {
    case .number(let value, let role, let isFound):
      return [EquationToken(text(value, isFound), role: role)]
    case .activation(let function, let operand):
      let (factor, offset) = notation.call(function)
      let call =
        [EquationToken(factor + "(")] + tokens(operand, inProduct: false)
        + [EquationToken(")" + offset)]
      return wrapped(call, inProduct && !offset.isEmpty)
    case .product(let left, let right):
      return tokens(left, inProduct: true) + [EquationToken(" × ")]
        + tokens(right, inProduct: true)
    case .sum(let terms):
      return wrapped(sum(terms), inProduct)
    case .complement(let operand):
      return wrapped([EquationToken("1 − ")] + tokens(operand, inProduct: true), inProduct)
    }
  }

  private func wrapped(_ tokens: [EquationToken], _ inProduct: Bool) -> [EquationToken] {
    inProduct ? [EquationToken("(")] + tokens + [EquationToken(")")] : tokens
  }

  /// A negative summand is subtracted.
  private func sum(_ terms: [WorkedFormula]) -> [EquationToken] {
    var tokens: [EquationToken] = []
    for (place, term) in terms.enumerated() {
      guard place > 0 else {
        tokens += self.tokens(term, inProduct: false)
        continue
      }
      if case .number(let value, let role, let isFound) = term,
        shown(value, isFound) < 0
      {
        tokens.append(EquationToken(" − "))
        tokens.append(EquationToken(text(value.magnitude, isFound), role: role))
      } else {
        tokens.append(EquationToken(" + "))
        tokens += self.tokens(term, inProduct: false)
      }
    }
    return tokens
  }
}
