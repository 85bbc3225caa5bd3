import CellEngine
import Screen

/// A number's equation with the numbers put in, on one line.
struct WhyNumbers {
  private let session: Session
  private let terms: WhyTerms
  private let language: Language

  init(_ session: Session, _ terms: WhyTerms, _ language: Language) {
    (self.session, self.terms, self.language) = (session, terms, language)
  }

  /// As many stages as fit before the result; of a held number, what it would be otherwise.
  func line(within columns: Int) -> [EquationToken] {
    let stages = stages
    let isHeld = terms.explanation.rule == .clamped
    let start = isHeld ? language.text(.why(.otherwise)) + " " : "= "
    let lines = stages.indices.map { first in
      [EquationToken(start)] + stages[first...].joined(separator: [EquationToken(" = ")])
    }
    return lines.first { $0.reduce(0) { $0 + $1.text.columns } <= columns } ?? lines.last ?? []
  }

  /// Whether there is nothing to work out.
  var isEmpty: Bool { stages.isEmpty }

  /// The stages from the numbers put in to the result; nothing where there is no equation.
  private var stages: [[EquationToken]] {
    switch terms.level.question {
    case .value(let place): stages(of: place)
    case .score: stagesOfScore
    case .probability: stagesOfShare
    }
  }

  /// What all units add to a score, and its bias.
  private var stagesOfScore: [[EquationToken]] {
    let (explanation, shown) = (terms.explanation, terms.level.decimals)
    let biases = explanation.terms.filter { $0.origin == .parameter }
    let bias = biases.reduce(0) { $0 + $1.value }
    let parts = [explanation.value - bias, bias]
    let result = Figure.rounded(explanation.value, shown)
    let decimals = (shown...max(shown, 9)).first { places in
      let sum = parts.reduce(0) { $0 + Figure.rounded($1, places) }
      return Figure.rounded(sum, shown) == result
    }
    let texts = parts.map { Figure.text($0, decimals ?? shown) }
    let sign = texts[1].hasPrefix("−") ? " − " : " + "
    let sum = texts[0] + sign + texts[1].drop { $0 == "−" }
    return [[EquationToken(sum)], [EquationToken(Figure.text(result, shown, sign: .always))]]
  }

  /// The power of e of a word, and its share in those of all words.
  private var stagesOfShare: [[EquationToken]] {
    let table = WhyTable(terms, in: session, rows: terms.terms.count, language)
    let power = table.rows[0].factors
    let all = " / Σ " + terms.power(language.text(.why(.score)), session.notation)
    return ([power + all] + table.results.dropFirst().flatMap { [$0.label, $0.value] })
      .map { [EquationToken($0)] }
  }

  private func stages(of place: ValuePlace) -> [[EquationToken]] {
    let run = session.run
    guard !run.cell.graph.isGiven(place.signal) else { return [] }
    return run.cell.worked(
      place.signal, unit: place.unit, in: run.trace, at: place.step, session.notation,
      interventions: run.interventions
    ).stages
  }
}
