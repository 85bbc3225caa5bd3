import CellEngine

/// A sentence told step by step in plain text: what a pipe gets instead of the screen.
public struct Story: Sendable {
  private let session: Session
  private var language: Language { session.language }

  /// Tells the story of a session's sentence from its start.
  public init(_ session: Session) { self.session = session }

  /// The whole story: a heading for each word, a sentence for each micro-step.
  public var text: String {
    var lines = [heading, ""]
    var teller = session
    for time in session.tokens.indices {
      teller.time = time
      lines.append("\(time + 1). \(session.words[time])")
      for step in session.run.microSteps.indices {
        teller.microStep = step
        lines.append("   " + language.text(.narration(teller.narration)))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The cell, the model, the unit and the words.
  var heading: String {
    let sentence = session.words.joined(separator: " ")
    let unit = language.text(.unitOf(session.unit + 1, session.run.cell.unitCount))
    return "\(session.run.cell.graph.name), \(session.model.name), \(unit): \(sentence)"
  }
}
