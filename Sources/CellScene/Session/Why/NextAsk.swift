import CellEngine

/// What asking once more does where a number is asked.
enum NextAsk {
  /// The terms are listed.
  case list
  /// The number that a term reads is asked.
  case number(Question, term: Contribution)
  /// Nothing lies below.
  case bottom(WhyNotice)
}

extension Session {
  /// What asking once more does: what the pop-up says and what the key then does.
  func nextAsk(_ terms: WhyTerms) -> NextAsk {
    guard terms.level.showsTerms else {
      return terms.terms.isEmpty ? .bottom(terms.bottom) : .list
    }
    guard terms.terms.indices.contains(terms.level.chosen) else { return .bottom(terms.bottom) }
    let term = terms.terms[terms.level.chosen]
    guard case .number(let question) = term.origin else { return .bottom(bottom(of: term)) }
    return .number(question, term: term)
  }
}
