import CellEngine
import Screen

/// What the shown stage of the backward pass passes back, one row for each wire.
struct FlowPanel {
  /// The title, and as many wires as a stage has: a gate's sum, both its inputs and its peephole.
  static let mostRows = 5

  private let session: Session
  private let pass: Backpass
  private let language: Language

  init(_ session: Session, _ pass: Backpass, _ language: Language) {
    self.session = session
    self.pass = pass
    self.language = language
  }

  func draw(in area: Rectangle, on canvas: inout Canvas) {
    guard area.size.rows > 1 else { return }
    let title = GradientPhrase.flows(pass.flow)
    drawTitle(
      language.text(.gradient(title), within: area.size.columns - 3), in: area, on: &canvas)
    let shares = session.time <= session.loss.step ? rows : []
    let columns = Columns(shares.map { (source($0), $0) }, in: area)
    for (row, share) in shares.prefix(area.size.rows - 1).enumerated() {
      draw(share, columns, at: area.top + 1 + row, in: area, on: &canvas)
    }
  }

  private var rows: [WorkedShare] {
    session.stage == .arrival ? session.departingShares(pass) : session.workedShares(pass)
  }

  private func source(_ share: WorkedShare) -> String {
    switch share.source {
    case .loss: language.text(.gradient(.fromLoss))
    case .next(let word): language.text(.gradient(.otherWord(word)))
    case .signal(let symbol): symbol
    case .allUnits(let symbol): language.text(.gradient(.fromAllUnits(of: symbol)))
    }
  }

  private func draw(
    _ share: WorkedShare, _ columns: Columns, at y: Int, in area: Rectangle,
    on canvas: inout Canvas
  ) {
    canvas.write(source(share), at: Point(area.left + 2, y))
    canvas.write("→ ", at: Point(columns.arrow, y), Style(.key, on: .plain, .strong))
    canvas.write(
      share.target, at: Point(columns.arrow + 2, y),
      Style(share.role?.ink ?? .plain, on: .plain, .strong))
    canvas.write(
      share.worked, at: Point(columns.value - 3 - share.worked.columns, y), limit: columns.value)
    canvas.write("\(share.shown.relation) ", at: Point(columns.value - 2, y))
    canvas.write(
      share.shown.text, at: Point(columns.bar - 2 - share.shown.text.columns, y),
      Style(.plain, on: .plain, .strong))
    guard columns.half > 1 else { return }
    canvas.write(
      SignedBar.text(columns.share(share.value), half: columns.half), at: Point(columns.bar, y),
      Style(Ink(of: share.value)))
  }

  /// Where the columns stand.
  private struct Columns {
    let arrow: Int
    let value: Int
    let bar: Int
    let half: Int
    private let largest: Double

    init(_ rows: [(source: String, share: WorkedShare)], in area: Rectangle) {
      func widest(_ columns: [Int]) -> Int { columns.max() ?? 0 }
      arrow = area.left + 2 + widest(rows.map(\.source.columns)) + 1
      let worked = arrow + 2 + widest(rows.map(\.share.target.columns)) + 3
      value = worked + widest(rows.map(\.share.worked.columns)) + 3
      bar = value + widest(rows.map(\.share.shown.text.columns)) + 2
      half = min(20, (area.right - 2 - bar) / 2)
      largest = rows.map(\.share.value.magnitude).filter(\.isFinite).max() ?? 0
    }

    func share(_ value: Double) -> Double { largest > 0 ? value / largest : 0 }
  }
}
