import CellEngine

/// What a question's answer lists: the terms of its operation, or of the sum inside its function.
///
/// A gate is a function of a sum that has no box of its own: its terms are those of the sum.
struct WhyTerms {
  /// The question, and how far its answer is opened.
  let level: Inquiry.Level
  /// The answer.
  let explanation: Explanation
  /// The sum that the answer's function swallows.
  let inner: Explanation?
  /// The terms in the order of the table: by size, of a probability its own score first.
  let terms: [Contribution]
  /// Of a probability, e^(score − the largest score) of each term.
  let powers: [Double]
  /// The largest number that a term reads, such as the largest score.
  private let top: Double
  /// The notice about a number that nothing made.
  let bottom: WhyNotice
  /// With how many decimals the terms stand, so that they make the number as it is shown.
  let termDecimals: Int

  init(_ level: Inquiry.Level, in session: Session) {
    let explanation = session.explanation(of: level.question)
    self.level = level
    self.explanation = explanation
    inner = session.swallowedSum(of: explanation).map(session.explanation(of:))
    let powers = explanation.powers
    let order = Self.order(of: powers)
    terms = order?.map { explanation.terms[$0] } ?? (inner ?? explanation).terms
    self.powers = order?.map { powers[$0] } ?? []
    top = terms.lazy.map(\.operand).max() ?? 0
    bottom = session.bottom(of: explanation)
    termDecimals = Self.termDecimals(explanation, terms, self.powers, level.decimals)
  }

  /// The first one, then the others by size; nil if there are none.
  private static func order(of powers: [Double]) -> [Int]? {
    guard !powers.isEmpty else { return nil }
    return [0] + powers.indices.dropFirst().sorted { powers[$0] > powers[$1] }
  }

  /// With how many decimals a term's own number stands in its row.
  ///
  /// A number that many decimals have followed down the memory line is shortened again.
  func decimals(of term: Contribution) -> Int {
    if isWeighted(term) {
      let places = product(of: term).places
      return places <= 6 ? places : Figure.labelDecimals(term.operand)
    }
    guard term.weight == nil, explanation.rule != .softmax, termDecimals <= 6 else {
      return Figure.labelDecimals(term.operand)
    }
    return termDecimals
  }

  /// Whether a term stands as a weight times a number.
  func isWeighted(_ term: Contribution) -> Bool {
    term.weight != nil && term.origin != .parameter && explanation.rule != .softmax
  }

  /// e^(score − the largest score), as it is read.
  func power(_ score: String, _ notation: Notation) -> String {
    notation.exponential(
      "(\(score) \(top < 0 ? "+" : "−") \(Figure.label(top.magnitude)))")
  }

  /// A weight and its number with as many digits as make the term's.
  func product(of term: Contribution) -> ShownProduct {
    ShownProduct(
      term.weightValue, term.operand, decimals: termDecimals,
      atLeast: Figure.labelDecimals(term.operand))
  }

  private static func termDecimals(
    _ explanation: Explanation, _ terms: [Contribution], _ powers: [Double], _ decimals: Int
  ) -> Int {
    let choices = decimals...max(decimals, 9)
    // No term is written as 0 or 1 that is neither.
    let least = terms.map { Figure.labelDecimals($0.value) }.reduce(decimals, max)
    func isTrue(_ places: Int) -> Bool {
      Figure.rounded(Figure.rounded(explanation.value, places), decimals)
        == Figure.rounded(explanation.value, decimals)
    }
    switch explanation.rule {
    case .sum:
      guard terms.allSatisfy({ $0.weight == nil }) else { return decimals }
      return (least...max(least, 12)).first { places in
        let exact = terms.map { Figure.rounded($0.value, places) }
        let shown = RoundedSum(terms.map(\.value), total: explanation.value, decimals: places)
        return isTrue(places) && shown?.terms == exact
      } ?? decimals
    case .function:
      return explanation.termDecimals(for: decimals) ?? choices.upperBound
    case .product, .complement:
      return explanation.termDecimals(for: decimals, atLeast: least) ?? choices.upperBound
    case .softmax:
      return choices.first { places in
        guard let shown = RoundedSum(powers, decimals: places), shown.total > 0 else {
          return false
        }
        return Figure.rounded(shown.terms[0] / shown.total, decimals)
          == Figure.rounded(explanation.value, decimals)
      } ?? choices.upperBound
    case .carried, .initial, .input, .clamped:
      return decimals
    }
  }
}

extension Session {
  /// The sum that an explained function reads, where it has no box and no name of its own.
  fileprivate func swallowedSum(of explanation: Explanation) -> Question? {
    guard case .function = explanation.rule, case .value(let place) = explanation.question,
      let origin = explanation.terms.first?.origin, case .number(let question) = origin,
      case .value(let sum) = question,
      run.cell.graph.readerThatSwallows(sum.signal) == place.signal
    else { return nil }
    return question
  }

  /// Why there is nothing below a number that nothing made.
  fileprivate func bottom(of explanation: Explanation) -> WhyNotice {
    switch (explanation.rule, explanation.question) {
    case (.input, .value(let place)): return bottom(ofInput: place.unit, at: place.step)
    case (.initial(let role), .value(let place)): return bottom(ofStart: role, unit: place.unit)
    case (.clamped, .value(let place)) where isSet(place):
      return .edited(symbol: symbol(of: explanation.question))
    case (.clamped, let question): return .clamped(symbol: symbol(of: question))
    case (_, let question): return .nothingBelow(symbol: symbol(of: question))
    }
  }

  /// Why there is nothing below a term.
  func bottom(of term: Contribution) -> WhyNotice {
    switch term.origin {
    case .number(let question): .nothingBelow(symbol: symbol(of: question))
    case .initialState(let role, let unit): bottom(ofStart: role, unit: unit)
    case .input(let step, let column): bottom(ofInput: column, at: step)
    case .parameter: bottom(ofBias: term)
    }
  }

  private func bottom(ofStart role: Role, unit: Int) -> WhyNotice {
    let symbol = notation.stateSymbol(role, before: 0) + notation.index(unit)
    return isEdited(initial: role, unit: unit) ? .edited(symbol: symbol) : .start(symbol: symbol)
  }

  /// Who made a bias: a hand, the training, or nobody.
  private func bottom(ofBias term: Contribution) -> WhyNotice {
    let symbol = symbol(of: term)
    if case .cell(let parameter, let row, _) = term.weight {
      let name = run.cell.graph[parameter].name
      let place = Edits.Place.weight(parameter: name, offset: row)
      if experiment.edits.numbers[place] != nil { return .edited(symbol: symbol) }
      if model.cell.parameter(named: name) == nil { return .absent(symbol: symbol) }
    }
    return takenUpdates == 0 ? .unlearned(symbol: symbol) : .weight(symbol: symbol)
  }

  private func bottom(ofInput column: Int, at step: Int) -> WhyNotice {
    let isEdited = experiment.edits.numbers[.input(step: step, column: column)] != nil
    guard model.reading.isOneHot, column == tokens[step] else {
      return bottom(
        ofNumber: symbol(ofInput: column, .step(step + 1)), of: step, isEdited: isEdited)
    }
    let symbol = notation.symbol(.input, .step(step + 1))
    return isEdited
      ? .editedWord(symbol: symbol, word: words[step]) : .word(symbol: symbol, word: words[step])
  }

  /// Who made a number of the input that stands for no word alone.
  private func bottom(ofNumber symbol: String, of step: Int, isEdited: Bool) -> WhyNotice {
    guard !isEdited else { return .edited(symbol: symbol) }
    guard model.reading.below == nil else { return .below(symbol: symbol) }
    if case .embedding = model.reading.source {
      return .embedded(symbol: symbol, word: words[step])
    }
    return .input(symbol: symbol)
  }
}
