import CellEngine
import Screen
import Testing

@testable import CellScene

/// All units over all steps: what is shown, sorted and marked.
@Suite struct TimelineTests {
  private static let size = Size(columns: 80, rows: 24)

  private static func lines(_ session: Session, _ size: Size = size) -> [String] {
    Scene(session, size: size).canvas().lines
  }

  private static func contrast(_ session: Session, _ stretch: Range<Int>) -> [UnitContrast.Score] {
    var contrast = UnitContrast(session.timelineSignal, in: session.run.cell)
    contrast.add(session.run.trace, marks: [stretch])
    return contrast.ranked
  }

  @Test(arguments: ["T", "T 5 G", "T 5 G $", "T 5 G $ H H", "T 5 G 4 Space > >", "T G $ <"])
  func `a cell of the map has characters exactly if it has been computed`(keys: String) throws {
    let session = try Shipped.agreement.session(keys: keys)
    let signal = session.timelineSignal
    let lines = Self.lines(session)
    let words = lines[2]
    for (row, unit) in session.timelineUnits.enumerated() {
      let characters = Array(lines[3 + row])
      var place = words.prefix { $0 == " " }.count
      for step in session.tokens.indices {
        let isShown = place < characters.count && characters[place] != " "
        #expect(isShown == session.isKnown(signal, at: step), "unit \(unit + 1), step \(step + 1)")
        place += session.words[step].count + 1
      }
    }
  }

  @Test func `looking ahead shows every step and says so`() throws {
    let session = try Shipped.agreement.session(keys: "T W")
    let lines = Self.lines(session)
    #expect(lines[1].contains(" AHEAD "))
    #expect(lines[3...10].allSatisfy { $0.count > 40 })
    #expect(!Self.lines(try Shipped.agreement.session(keys: "T W W"))[1].contains("AHEAD"))
  }

  @Test(arguments: [
    (0.0, true, 4, "·   "), (0.04, true, 3, "+  "), (-0.04, true, 3, "−  "), (0.1, true, 3, "+░░"),
    (-0.3, true, 3, "−▒▒"), (0.6, true, 2, "+▓"), (-0.9, true, 4, "−███"), (-2, true, 2, "−█"),
    (0.0, false, 3, "·  "), (0.04, false, 2, "· "), (0.1, false, 2, "░░"), (1, false, 3, "███"),
    (.nan, true, 3, "???"), (.infinity, true, 2, "+█"),
  ])
  func `a number's size is its darkness and its sign stands before it`(
    share: Double, isSigned: Bool, columns: Int, text: String
  ) {
    #expect(HeatGlyphs.text(share, isSigned: isSigned, columns: columns) == text)
  }

  @Test func `a darker character never stands for a smaller number`() {
    let levels = (0...100).map { HeatGlyphs.level(Double($0) / 100) }
    #expect(levels == levels.sorted())
    #expect(Set(levels) == [0, 1, 2, 3, 4])
  }

  @Test func `the cursor's value is spelled out with its sign`() throws {
    let session = try Shipped.agreement.session(keys: "T 5 G $")
    let value = session.run.trace[session.timelineSignal, 4, session.unit]
    let text = try #require(Self.lines(session).first { $0.hasPrefix("▸ c<5>") })
    #expect(text.contains("c<5> of unit 8 at “ate” is \(Figure.label(value, sign: .always)):"))
  }

  @Test func `what is more than a full bar has an arrow, and the scale says so`() throws {
    let session = try Shipped.agreement.session(keys: "f c 9 Enter T G $")
    let signal = session.timelineSignal
    let scale = session.run.scale(of: signal)
    var arrows = 0
    for unit in 0..<8 {
      let row = Self.lines(session)[3 + unit]
      let most = session.tokens.indices.count {
        session.run.trace[signal, $0, unit].magnitude > scale
      }
      #expect(row.count { $0 == ValueBar.beyond } == most, "\(row)")
      arrows += most
    }
    #expect(arrows > 0)
    let legend = " (\(Figure.label(scale)), ↑ more)."
    #expect(Self.lines(session).contains { $0.contains(legend) })
    #expect(!Self.lines(try Shipped.agreement.session(keys: "T")).contains { $0.contains("more)") })
  }

  @Test func `sorted by what they carry, j and k follow the rows`() throws {
    var session = try Shipped.agreement.session(keys: "T G $ D")
    var memory = try CarriedMemory(in: session.run.cell)
    memory.add(session.run.trace)
    let means = memory.carried
    let order = session.timelineUnits
    #expect(order.map { means[$0] } == means.sorted(by: >))
    session.unit = order[2]
    session.press("j")
    #expect(session.unit == order[3])
    session.press("k k")
    #expect(session.unit == order[1])
    session.press("D")
    #expect(session.timelineUnits == Array(0..<8))
  }

  @Test func `a marked stretch sorts the units by what they do there and elsewhere`() throws {
    let session = try Shipped.agreement.session(keys: "T W 2 G I 3 L I")
    #expect(session.timeline.stretch?.steps(upTo: 0) == 1..<5)
    let found = Self.contrast(session, 1..<5)
    #expect(session.timelineUnits == found.map(\.unit))
    #expect(session.unit == found[0].unit)
    let lines = Self.lines(session)
    #expect(lines[3].contains("┝") && lines[3].contains("┥"))
    let score = Figure.label(found[1].separation, sign: .always)
    #expect(lines[5].contains("c" + Notation.lecture.index(found[1].unit) + " "))
    #expect(lines[5].contains(" \(score) "))
    #expect(lines.contains { $0.hasPrefix("▸ Unit \(found[0].unit + 1) stands out most:") })
  }

  @Test(arguments: [false, true])
  func `a stretch is the same whichever end is marked first`(isEarly: Bool) throws {
    let micro = isEarly ? "0" : "$"
    let forth = try Shipped.agreement.session(keys: "T 3 G I G \(micro) I")
    let back = try Shipped.agreement.session(keys: "G \(micro) T I 5 [ I")
    let steps = 2..<(isEarly ? 7 : 8)
    #expect(back.time == 2 && back.timeline.stretch?.steps(upTo: 0) == steps)
    #expect(forth.timeline.stretch?.steps(upTo: 0) == steps)
    #expect(back.timeline.scores == forth.timeline.scores && back.unit == forth.unit)
    #expect(back.timeline.counted == forth.timeline.counted)
    #expect(back.notice == forth.notice)
    guard !isEarly else { return }
    let found = Self.contrast(back, steps)
    #expect(back.timelineUnits == found.map(\.unit))
    let score = Figure.label(found[0].separation, sign: .always)
    let symbol = "c" + Notation.lecture.index(found[0].unit)
    for session in [back, forth] {
      let row = Self.lines(session)[4]
      #expect(row.hasPrefix("▸ \(symbol) ") && row.contains(" \(score) "))
    }
  }

  @Test func `a unit's name and its score never touch`() throws {
    var session = try Shipped.agreement.session(keys: "T 3 G I G $ I")
    session.timeline.scores = session.timeline.scores.map { $0 * 1e3 }
    for unit in 0..<8 {
      let score = try #require(session.timelineScore(of: unit))
      let symbol = "c" + Notation.lecture.index(unit)
      let line = try #require(Self.lines(session).first { $0.dropFirst(2).hasPrefix(symbol) })
      #expect(line.dropFirst(2 + symbol.count).hasPrefix(" ") && line.contains(" \(score) "))
    }
  }

  @Test func `a stretch counts only what has been computed`() throws {
    var session = try Shipped.agreement.session(keys: "T 5 G $ 3 G I L $ I")
    #expect(session.timeline.counted == 0..<4)
    session.press("I")
    #expect(session.timeline.stretch == nil && session.timeline.order == .number)
    session.press("g I G $ I")
    #expect(session.notice == .timeline(.stretchTooShort(ofAll: false)))
    #expect(session.timeline.stretch == nil)
  }

  @Test(arguments: [
    "T W 3 G I I", "T W 2 G I G I", "T 5 G $ 2 G I 3 L I", "T 4 G $ 2 G I 2 L I",
  ])
  func `a single word inside or beside a stretch gives no score`(keys: String) throws {
    let session = try Shipped.agreement.session(keys: keys)
    let looksAhead = session.timeline.looksAhead
    #expect(session.notice == .timeline(.stretchTooShort(ofAll: looksAhead)))
    #expect(session.timeline.stretch == nil && session.timeline.scores.isEmpty)
    #expect(Self.lines(session).contains { $0.contains("two words inside") })
  }

  @Test func `two words inside and two beside a stretch give scores`() throws {
    let session = try Shipped.agreement.session(keys: "T 4 G $ 3 G I L I")
    #expect(session.timeline.order == .stretch)
    #expect(session.timeline.scores.allSatisfy { $0.isFinite })
  }

  @Test func `a stretch that finds nothing leaves the sorting as it was`() throws {
    var session = try Shipped.agreement.session(keys: "L L L T D")
    let sorted = session.timeline
    session.press("g I G $ I")
    #expect(session.notice == .timeline(.stretchTooShort(ofAll: false)))
    #expect(session.timeline.order == .carried)
    #expect(session.timeline.units.count == sorted.units.count)
  }

  @Test func `a stretch goes with its words`() throws {
    var session = try Shipped.agreement.session(keys: "T 5 G $ 3 G I 2 L I g e 2 a n d Enter")
    #expect(session.timeline.stretch?.steps(upTo: 0) == 3..<6)
    session.press("z")
    #expect(session.timeline.stretch?.steps(upTo: 0) == 2..<5)
  }

  @Test(arguments: ["T 5 G $ k Enter", "T 5 G > Enter", "T 5 G < < Enter"])
  func `Enter shows the unit in the cell where the signal is computed`(keys: String) throws {
    let before = try Shipped.agreement.session(keys: String(keys.dropLast(6)))
    let session = try Shipped.agreement.session(keys: keys)
    #expect(session.view == .cell)
    #expect(session.unit == before.unit && session.time == 4)
    #expect(session.currentSignal == before.timelineSignal)
  }

  @Test(arguments: [(80, 24), (60, 18), (200, 60)])
  func `128 units are scrolled through and the cursor stays in sight`(columns: Int, rows: Int)
    throws
  {
    var session = try Examples.session(units: 128)
    session.press("T G $")
    for keys in ["", "J J J J J", "G", "H H", "k", "6 J"] {
      session.press(keys)
      let lines = Self.lines(session, Size(columns: columns, rows: rows))
      let label = "▸ c" + Notation.lecture.index(session.unit)
      #expect(lines.contains { $0.hasPrefix(label) }, "\(keys)")
    }
  }

  @Test func `the window follows the cursor and shows as many steps as fit`() {
    for cursor in [0, 1, 17, 2500, 4998, 4999] {
      for room in [10, 61, 190] {
        let window = StepWindow(count: 5000, around: cursor, in: room) { 2 + $0 % 5 }
        #expect(window.steps.contains(cursor))
        #expect((window.columns.last ?? 0) <= room || window.steps.count == 1)
        let next = window.steps.upperBound
        #expect(next == 5000 || (window.columns.last ?? 0) + 2 + next % 5 > room)
        #expect(window.place(of: cursor).count == 2 + cursor % 5)
      }
    }
  }

  @Test func `an experiment with another cell keeps the timeline whole`() throws {
    var session = try Shipped.agreement.session(keys: "T W 2 G I 3 L I p")
    #expect(session.timelineUnits.sorted() == Array(0..<8))
    let found = Self.contrast(session, 1..<5)
    #expect(session.timelineUnits == found.map(\.unit))
    session.press("z")
    #expect(session.timeline.order == .stretch)
  }
}
