import CellEngine
import Screen

extension CompareTable {
  /// The row of this micro-step in words: both cells' numbers and the difference; nil where neither
  /// has one yet.
  var told: String? {
    if session.stage == .prediction { return toldPrediction }
    guard let role = session.comparedRoles.first(where: session.isCompared) else { return nil }
    let numbers = [session, other].map { number(of: role, in: $0) }
    guard numbers.contains(where: { $0 != nil }) else { return nil }
    var difference: Difference?
    if let mine = numbers[0]?.value, let theirs = numbers[1]?.value {
      difference = self.difference(of: theirs, from: mine)
    }
    return row(
      session.notation.symbol(role, .general), .role(role), numbers.map { $0?.text ?? "—" },
      difference)
  }

  private var toldPrediction: String? {
    let outputs = [session, other].map { side in
      side.stage == .prediction ? side.rankedOutputs(at: side.time).first : nil
    }
    guard let mine = outputs[0], let theirs = outputs[1], !mine.value.isNaN, !theirs.value.isNaN
    else { return nil }
    return row(
      session.outputSymbol(.general), outputName,
      [mine, theirs].map { $0.figure + " " + $0.label },
      mine.label == theirs.label ? Difference(of: theirs.value, from: mine.value) : nil)
  }

  /// The number of a side; nil if the cell has no such signal or has not computed it yet.
  private func number(of role: Role, in side: Session) -> (value: Double, text: String)? {
    guard let signal = side.comparedSignal(role), side.isKnown(signal, at: side.time) else {
      return nil
    }
    return (side.run.trace[signal, side.time, side.unit], side.figure(signal))
  }

  private func row(
    _ symbol: String, _ name: ComparePhrase, _ texts: [String], _ difference: Difference?
  ) -> String {
    let letters = [false, true].map { language.text(.compare(.letter(isOther: $0))) }
    var parts = zip(letters, texts).map { $0 + " " + $1 }
    if let difference {
      parts.append(
        difference.isShown
          ? language.text(.compare(.difference)) + " = " + difference.text
          : letters[1] + " " + difference.text + " " + letters[0])
    }
    return language.text(
      .linear(
        .titled(
          symbol + " " + language.text(.compare(name)), language.text(.linear(.listed(parts))))))
  }
}

extension Session {
  /// Whether this micro-step is about a role.
  func isCompared(_ role: Role) -> Bool {
    currentSignal.map { run.cell.graph.equationSignal(of: $0) == comparedSignal(role) } ?? false
  }
}
