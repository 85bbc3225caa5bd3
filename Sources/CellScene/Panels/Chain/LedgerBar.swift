import CellEngine
import Screen

/// One memory as a signed stacked bar: positive shares to the right of the axis, negative to the left.
///
/// All bars of a screen have one scale, taken from memories that are there: none tells what later
/// words will do.
struct LedgerBar {
  private let session: Session
  private let label: String
  private let total: Double
  /// The shares with their steps; nil for what was there before the first word.
  private let shares: [(step: Int?, value: Double)]
  /// The steps that set the memory.
  private let setSteps: Set<Int>
  private let role: Role
  /// What was kept and what was written at the step.
  private let equation: String
  /// What a full half of the bar stands for.
  private let scale: Double

  /// The memory that a ledger splits.
  init(_ session: Session, _ ledger: MemoryLedger, _ scale: Double) {
    self.session = session
    self.scale = scale
    role = session.shownMemory.role
    label = session.notation.symbol(role, .step(ledger.step + 1))
    total = ledger.total
    shares = [(nil, ledger.initialShare)] + ledger.shares.enumerated().map { ($0, $1) }
    setSteps = ledger.setSteps
    let kept = ledger.kept.last ?? 0
    let write = Figure.label(ledger.share(ofStep: ledger.step), sign: .always)
    equation =
      setSteps.contains(ledger.step)
      ? write + " " + session.language.text(.chain(.setByHand))
      : Figure.label(kept) + " × " + session.notation.stateSymbol(role, before: ledger.step)
        + " " + write
  }

  /// The memory before the first word.
  init(_ session: Session, initial value: Double, _ scale: Double) {
    self.session = session
    self.scale = scale
    role = session.shownMemory.role
    label = session.notation.stateSymbol(role, before: 0)
    total = value
    shares = [(nil, value)]
    setSteps = []
    equation = ""
  }

  /// The smallest of .5, 1, 2, 5, 10, 20 … that no bar exceeds.
  static func scale(of ledgers: [MemoryLedger], initial: Double) -> Double {
    let sums = ledgers.flatMap { ledger -> [Double] in
      let shares = [ledger.initialShare] + ledger.shares
      return [1.0, -1.0].map { sign in shares.reduce(0) { $0 + max(0, $1 * sign) } }
    }
    let most = (sums + [initial.magnitude]).filter(\.isFinite).max() ?? 0
    let steps = [0.5, 1, 2]
    var power = 1.0
    while power < 1e9 {
      if let fitting = steps.first(where: { $0 * power >= most }) { return fitting * power }
      power *= 10
    }
    return power
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    let y = area.top
    canvas.write(label, at: Point(area.left + 1, y), Style(role.ink, on: .plain, .strong))
    let number = Figure.label(total, sign: .always)
    canvas.write(
      number, at: Point(area.left + 13 - number.columns, y), Style(.plain, on: .plain, .strong))
    let columns = area.size.columns
    let width = columns >= 100 ? columns - 16 - 24 : columns - 16
    let bars = Rectangle(x: area.left + 14, y: y, columns: min(96, width), rows: 1)
    drawShares(in: bars, on: &canvas)
    if columns >= 100 {
      canvas.write(
        equation, at: Point(bars.right + 2, y), Style(.plain), limit: area.right)
    }
  }

  private func drawShares(in area: Rectangle, on canvas: inout Canvas) {
    let axis = area.left + area.size.columns / 2
    let scale = Double(area.size.columns / 2 - 1) / scale
    for (sign, limit) in [(1.0, area.right - 1), (-1.0, area.left)] {
      var sum = 0.0
      var x = axis + Int(sign)
      for share in shares where share.value * sign > 0 {
        sum += share.value.magnitude
        let reach = min(1e6, (sum * scale).rounded())
        let end = axis + Int(sign) + Int(sign) * Int(reach)
        guard end != x else { continue }
        let (low, high) = sign > 0 ? (x, end - 1) : (end + 1, x)
        drawSegment(
          share.step, from: max(low, area.left), to: min(high, area.right - 1), at: area.top,
          on: &canvas)
        x = end
        if sign > 0 ? end > limit + 1 : end < limit - 1 {
          canvas.write(
            sign > 0 ? "›" : "‹", at: Point(limit, area.top), Style(.key, on: .plain, .strong))
        }
      }
    }
    canvas.write("│", at: Point(axis, area.top), Style(.faint))
  }

  /// A segment with the word that wrote it, as far as it fits; a line parts it from the one before.
  private func drawSegment(
    _ step: Int?, from first: Int, to last: Int, at y: Int, on canvas: inout Canvas
  ) {
    guard first <= last else { return }
    let ground: Ground = step.map { $0 % 2 == 0 ? .word : .pointwise } ?? .layer
    let style = Style(.plain, on: ground, .strong)
    canvas.fill(
      Rectangle(x: first, y: y, columns: last - first + 1, rows: 1), Glyph(" ", style))
    canvas.write("│", at: Point(first, y), style)
    let room = last - first
    guard room > 1 else { return }
    canvas.write(
      name(of: step, within: room).shortened(to: room), at: Point(first + 1, y), style)
  }

  private func name(of step: Int?, within columns: Int) -> String {
    guard let step else { return session.notation.stateSymbol(role, before: 0) }
    return setSteps.contains(step)
      ? session.language.text(.chain(.setByHand), within: columns) : session.bareWord(at: step)
  }
}
