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
    case .score, .probability: []
    }
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
