import CellEngine
import Screen

/// What the peepholes of the selected unit add to the sums of their gates.
extension PeepholesPanel {
  /// The sums in words, as far as they are computed, and what peepholes are not.
  var told: [String] {
    let peepholes = PeepholeFan.peepholes(of: graph)
    guard !isOff, !peepholes.isEmpty else { return [] }
    let units = session.run.cell.unitCount
    let ghost = [
      ChainPhrase.expected(units: units), .expectedCount(all: units * units, real: units),
    ]
    return peepholes.compactMap { peephole in
      texts(of: peephole).map { $0.product + $0.numbers + $0.result + " " + $0.target }
    } + [language.text(.linear(.listed(ghost.map { language.text(.chain($0)) })))]
  }

  /// What one peephole adds to the sum of its gate.
  func drawSum(
    _ peephole: PeepholeFan.Peephole, at point: Point, _ area: Rectangle, on canvas: inout Canvas
  ) {
    guard !isOff, let role = graph[peephole.gate].role else { return }
    var x = canvas.write(product(peephole, role), at: point, Style(.peephole))
    guard let texts = texts(of: peephole) else { return }
    x = canvas.write(texts.numbers, at: Point(x, point.y), Style(.plain))
    x = canvas.write(texts.result, at: Point(x, point.y), Style(.plain, on: .plain, .strong))
    canvas.write(
      "  " + texts.target, at: Point(x, point.y), Style(role.ink), limit: area.right)
  }

  private typealias SumTexts = (product: String, numbers: String, result: String, target: String)

  /// The weight and what it multiplies, in symbols.
  private func product(_ peephole: PeepholeFan.Peephole, _ role: Role) -> String {
    let index = notation.index(session.unit)
    return notation.peephole(role) + index + " × " + symbol(of: peephole.source) + index
  }

  private func isHeld(_ gate: SignalID) -> Bool { session.isHeld(gate, at: session.time) }

  /// The parts of a peephole's line; nil while its memory is not computed or all are off.
  private func texts(of peephole: PeepholeFan.Peephole) -> SumTexts? {
    guard let role = graph[peephole.gate].role, isCarried(peephole.source) else { return nil }
    let index = notation.index(session.unit)
    let value = session.run.trace[peephole.source, session.time, session.unit]
    let sum = weight(peephole) * value
    let shown = ShownProduct(
      weight(peephole), value, decimals: Figure.labelDecimals(sum),
      atLeast: max(Figure.labelDecimals(weight(peephole)), Figure.labelDecimals(value)),
      sign: .always)
    let gate = notation.bareSymbol(role) + index
    return (
      product(peephole, role),
      " = " + shown.text + (shown.isExact ? " = " : " ≈ "),
      Figure.label(sum, sign: .always),
      language.text(
        .chain(isHeld(peephole.gate) ? .peepholeUnread(gate) : .peepholeSum(gate)))
    )
  }
}
