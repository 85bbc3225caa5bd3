import CellEngine
import Screen

extension CompareTable {
  /// What both cells cost and how well they do, as far as it is known.
  func drawCosts(in area: Rectangle, on canvas: inout Canvas) {
    let columns = Columns(area)
    for (y, (label, cost)) in zip(area.top..<area.bottom, costRows) {
      let phrase = Phrase.compare(label)
      canvas.write(
        columns.isWide ? language.text(phrase) : language.shortText(phrase),
        at: Point(columns.label, y))
      let costs = [session, other].map(cost)
      for (x, cost) in zip(columns.sides, costs) {
        write(cost, at: Point(x, y), isShort: !columns.isWide, on: &canvas)
      }
      guard case .number(let mine, _) = costs[0], case .number(let theirs, _) = costs[1], mine > 0
      else { continue }
      let isSame = mine == theirs
      canvas.write(
        isSame ? "=" : language.text(.compare(.ratio(theirs / mine))),
        at: Point(columns.difference, y),
        isSame ? Style(.faint) : Style(.alert, on: .plain, .strong))
    }
  }

  /// The costs in words, a line for each that has been measured.
  var toldCosts: [String] {
    costRows.filter { !$0.1(session).isUnmeasured }.map { label, cost in
      let sides = [(false, session), (true, other)].map { isOther, side in
        language.text(.compare(.letter(isOther: isOther))) + " " + text(of: cost(side))
      }
      let title = language.text(.compare(label))
      return language.text(.linear(.titled(title, language.text(.linear(.listed(sides))))))
    }
  }

  private func text(of cost: Cost) -> String {
    switch cost {
    case .number(let number, nil): "\(Int(number))"
    case .number(_, let phrase?), .text(let phrase): language.text(.compare(phrase))
    }
  }

  /// The verbs are for models that were measured on them.
  private var costRows: [(ComparePhrase, (Session) -> Cost)] {
    let knowsVerbs = [session, other].contains { $0.model.recipe["accuracy"] != nil }
    let rows: [(ComparePhrase, (Session) -> Cost)] = [
      (.weights, { .number(Double($0.run.cell.inventory.parameterCount), nil) }),
      (.multiplications, { .number(Double($0.run.cell.inventory.multiplicationsPerStep), nil) }),
      (
        .stepTime,
        { side in
          side.secondsPerStep.map { .number($0, .seconds($0)) } ?? .text(.notMeasured(side.keyMap))
        }
      ),
      (.accuracy, { $0.measuredAccuracy.map { .text(.share($0)) } ?? .text(.accuracyUnknown) }),
    ]
    return rows.filter { $0.0 != .accuracy || knowsVerbs }
  }

  /// One entry of a cost.
  private enum Cost {
    /// A number that can be compared, and how it is written if not as a whole number.
    case number(Double, ComparePhrase?)
    /// What is only said.
    case text(ComparePhrase)

    var isUnmeasured: Bool {
      if case .text(.notMeasured) = self { true } else { false }
    }
  }

  private func write(_ cost: Cost, at point: Point, isShort: Bool, on canvas: inout Canvas) {
    switch cost {
    case .number(let number, nil):
      canvas.write("\(Int(number))", at: point, Style(.plain, on: .plain, .strong))
    case .number(_, let phrase?):
      canvas.write(
        language.text(.compare(phrase)), at: point, Style(.plain, on: .plain, .strong))
    case .text(let phrase):
      let text = isShort ? language.shortText(.compare(phrase)) : language.text(.compare(phrase))
      let isMissing = [.notMeasured(session.keyMap), .accuracyUnknown].contains(phrase)
      canvas.write(
        text, at: point, isMissing ? Style(.faint) : Style(.plain, on: .plain, .strong))
    }
  }
}

extension Session {
  /// The share of sentences whose verb the model gets right, as its recipe says it was measured.
  ///
  /// Nil for a cell that is no longer the one that was measured.
  var measuredAccuracy: Double? {
    guard run.kind == model.kind, experiment.edits.isEmpty else { return nil }
    return model.recipe["accuracy"].flatMap { Double($0) }
  }
}
