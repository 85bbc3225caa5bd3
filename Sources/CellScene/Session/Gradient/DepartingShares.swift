import CellEngine

extension Session {
  /// What leaves the step for the word before: each state's slope, as the sum of what the wires have brought to it.
  func departingShares(_ pass: Backpass) -> [WorkedShare] {
    let target =
      time > 0
      ? language.text(.gradient(.otherWord(words[time - 1])))
      : language.text(.gradient(.beginning))
    return run.cell.graph.states.map { state in
      let value = pass.adjoint(state.previous, unit: unit)
      return WorkedShare(
        source: .signal(adjointSymbol(of: state.previous)), target: target,
        role: run.cell.graph.colourRole(of: state.previous),
        worked: sum(of: pass.shares(to: state.previous), value, pass), factor: "", value: value)
    }
  }

  /// `−.12 Γf  +.30 Γu  …`: numbers that re-add to the shown one, `≈` where a last digit was moved for that.
  ///
  /// Of more than four the largest are told, and what the others make together.
  private func sum(of shares: [AdjointShare], _ total: Double, _ pass: Backpass) -> String {
    let decimals = ShownSlope.decimals(total)
    let values = shares.map { pass.scaled($0.values[unit]) }
    let ranking = values.indices.sorted { values[$0].magnitude > values[$1].magnitude }
    let told = values.count > 4 ? ranking.prefix(3).sorted() : Array(values.indices)
    let others = values.indices.filter { !told.contains($0) }
    var (terms, names) = (told.map { values[$0] }, told.map { bearer(of: shares[$0]) })
    if !others.isEmpty {
      terms.append(others.reduce(0) { $0 + values[$1] })
      names.append(language.text(.chain(.ledgerOthers(others.count))))
    }
    guard let rounded = RoundedSum(terms, total: total, decimals: decimals) else { return "" }
    return zip(names, zip(rounded.terms, terms)).map { name, term in
      let isMoved = term.0 != Figure.rounded(term.1, decimals)
      return (isMoved ? "≈" : "") + Figure.text(term.0, decimals, sign: .always) + " " + name
    }.joined(separator: "  ")
  }

  /// The short name of what has passed a share on: the function that swallows a sum, or the signal.
  private func bearer(of share: AdjointShare) -> String {
    guard case .signal(let source) = share.source else { return "" }
    let graph = run.cell.graph
    let signal = graph.readerThatSwallows(source) ?? source
    return graph[signal].role.map(notation.bareSymbol)
      ?? graph.expression(of: signal, notation, at: .step(time + 1)).map(\.text).joined()
      .replacingSpaces
  }
}
