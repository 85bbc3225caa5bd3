import CellEngine
import Screen
import Testing

@testable import CellScene

/// Gates that are held at a value, and the memory line that this makes visible.
@Suite struct HoldTests {
  private static func memory(_ session: Session, _ time: Int) -> Double {
    session.run.trace[session.shownMemory.signal, time, session.unit]
  }

  @Test(arguments: Shipped.lstms)
  func `with Γf held open and Γu shut, c<3> is c<0> to the last bit`(_ shipped: Shipped) throws {
    var session = try shipped.session(keys: "t f c . 9 Enter f 1 u 0 3 G $")
    #expect(session.isWhatIf)
    for time in session.tokens.indices { #expect(Self.memory(session, time) == 0.9) }
    session.press("z z z")
    #expect(!session.isWhatIf)
    #expect(Self.memory(session, 2) != 0.9)
  }

  @Test(arguments: [("f", Role.forget), ("u", .update), ("o", .output)])
  func `a gate is held at one word alone, or from it on`(key: String, gate: Role) throws {
    var session = try Examples.session()
    let signal = try #require(session.run.cell.graph.signal(gate))
    let free = session.run.trace
    session.press("3 G \(key) Tab v . 2 5 Enter")
    #expect(session.run.trace[signal, 2].allSatisfy { $0 == 0.25 })
    #expect(session.run.trace[signal, 1] == free[signal, 1])
    #expect(session.run.trace[signal, 3].allSatisfy { $0 != 0.25 })
    session.press("5 G \(key) 1")
    for step in 4...7 { #expect(session.run.trace[signal, step].allSatisfy { $0 == 1 }) }
    session.press("6 G \(key) Tab x")
    #expect(session.run.trace[signal, 5].allSatisfy { $0 != 1 })
    #expect(session.run.trace[signal, 6].allSatisfy { $0 == 1 })
  }

  @Test(arguments: [
    (Role.forget, "u", "Γu = 1 from word 3 on; Γf = 1 − Γu follows."),
    (.forget, "f", "Γf is held at 1 from word 3 on, not 1 − Γu; Γu is still computed."),
    (.update, "f", "Γf = 1 from word 3 on; Γu = 1 − Γf follows."),
    (.update, "u", "Γu is held at 1 from word 3 on, not 1 − Γf; Γf is still computed."),
  ])
  func `of a coupled pair it is said what the gate does that is not held`(
    coupled: Role, key: String, sentence: String
  ) throws {
    var cell = LSTM()
    cell.coupledGate = coupled
    var session = try Examples.session(.lstm(cell))
    let graph = session.run.cell.graph
    let gates = try (#require(graph.signal(.forget)), #require(graph.signal(.update)))
    let free = session.run.trace
    session.press("3 G \(key) 1")
    let notice = try #require(session.notice)
    #expect(Language.english.text(.notice(notice)).hasSuffix(sentence))
    let (held, other) = key == "f" ? gates : (gates.1, gates.0)
    let follows = sentence.contains("follows")
    for unit in 0..<8 {
      #expect(session.run.trace[held, 2, unit] == 1)
      let computed = free[other, 2, unit]
      #expect(session.run.trace[other, 2, unit] == (follows ? 0 : computed))
    }
    for language in Language.allCases {
      let texts = [language.text(.notice(notice)), language.shortText(.notice(notice))]
      #expect(texts[0].columns <= 77 && texts[1].columns <= 57, "\(texts)")
    }
  }

  @Test(arguments: ["3 G f 0 u 1", "5 G f Tab 0 3 G u 1", "3 G f 0 u Tab 1"])
  func `of a coupled gate that is held too nothing is said`(keys: String) throws {
    var cell = LSTM()
    cell.coupledGate = .forget
    var session = try Examples.session(.lstm(cell))
    session.press(keys)
    let onward = !keys.hasSuffix("Tab 1")
    #expect(
      session.notice
        == .chain(.held(.update, symbol: "Γu", value: "1", word: 3, isOnward: onward)))
  }

  @Test func `what is held and released again leaves nothing behind`() {
    var clamps = GateClamps()
    clamps.set(.forget, to: .held(1), at: .from(2))
    clamps.set(.forget, to: .held(0), at: .at(4))
    #expect(clamps.spans.map(\.first) == [2, 4, 5])
    clamps.set(.forget, to: .held(1), at: .at(4))
    #expect(clamps.spans == [GateClamps.Span(gate: .forget, value: 1, first: 2, last: nil)])
    clamps.set(.forget, to: .computed, at: .from(2))
    #expect(clamps == GateClamps())
    #expect(clamps.isEmpty)
  }

  @Test(arguments: ["f 1", "u v . 5 Enter", "3 G o Tab 0", "f c . 9 Enter"])
  func `holding can be undone, bit for bit`(keys: String) throws {
    var session = try Shipped.agreement.session(keys: "5 G 6 Space")
    let before = session.state.lasting
    session.press(keys)
    #expect(session.state.lasting != before)
    session.press("z")
    #expect(session.state.values == before.values)
    #expect(session.experiment == session.beginning)
    #expect(!session.isWhatIf)
  }

  @Test(
    arguments: [
      ("f v 2 Enter", .noShare("2")), ("f v x Enter", .noShare("x")),
      ("f v i n f Enter", .noShare("inf")), ("f v − 1 Enter", .noShare("−1")),
    ] as [(String, ChainNotice)])
  func `a line that is no number is refused`(keys: String, notice: ChainNotice) throws {
    var session = try Examples.session()
    session.press(keys)
    #expect(session.notice == .chain(notice))
    #expect(session.experiment == session.beginning)
  }

  @Test(arguments: [("1 e − 3", 0.001), ("− . 5", -0.5), ("1 0 0 0", 1000)])
  func `a memory before the first word is typed like any other number`(
    keys: String, value: Double
  ) throws {
    var (held, edited) = (try Examples.session(), try Examples.session())
    held.press("f c \(keys) Enter")
    edited.press("e 9 \(keys) Enter")
    #expect(held.experiment == edited.experiment)
    #expect(Set(held.experiment.edits.numbers.values) == [value])
    held.press("f c 1 . 2 . 3 Enter")
    #expect(held.notice == .edit(.notANumber("1.2.3")))
    #expect(held.experiment == edited.experiment)
  }

  @Test func `what is held stands in the header, on the outline and in the gate's box`() throws {
    for keys in ["2 G f 1 u 0 $ t", "2 G f 1 u 0 $"] {
      let session = try Shipped.agreement.session(keys: keys)
      let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
      #expect(lines[0].contains("WHAT-IF  Γf=1 Γu=0 t≥2"))
      #expect(lines.contains { $0.contains("╭─ Γf=1 Γu=0 ─") })
      #expect(lines.contains { $0.contains("=1") && $0.contains("=0") && $0.contains("σ") })
    }
  }

  @Test(
    arguments: [
      ("4 G 4 Space f 0", "  Γf    = .00 held*"), ("4 G $ e 0 . 9 Enter", "a<t>  = +.90 set*"),
      ("A 4 G 4 Space f 0", "  Γf    = .00 固定*"), ("4 G $ e 0 . 9 Enter A", "a<t>  = +.90 設定*"),
    ])
  func `a held number stands beside no formula at any step`(keys: String, line: String) throws {
    for columns in [60, 80, 120, 200] {
      let session = try Shipped.agreement.session(keys: keys)
      let lines = Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
      #expect(lines.contains { $0.contains(line) }, "\(columns): \(lines)")
    }
  }

  @Test(
    arguments: [
      ("4 G Space f 0 w", "= .00 held", "otherwise σ(", 1),
      ("4 G $ e 0 . 9 Enter h w", "= +.90 set by hand", "otherwise ", nil),
      (
        "4 G $ e j j j j j j j j j j Enter 1 Enter 0 6 Space w", "= +1.00 set by hand",
        "otherwise ", nil
      ),
      ("A 4 G Space f 0 w", "= .00 固定", "否則 σ(", 1),
    ] as [(String, String, String, Double?)])
  func `a held number is not said to be made by its equation`(
    keys: String, mark: String, start: String, result: Double?
  ) throws {
    let session = try Shipped.agreement.session(keys: keys)
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains(mark) && !$0.contains("W") }, "\(lines)")
    let line = try #require(lines.first { $0.contains(start) })
    let numbers = line[try #require(line.firstRange(of: start)).lowerBound...]
      .drop { $0 != " " }.dropFirst().split(separator: "  ")
    let stages = try #require(ShownFormula.stages(of: String(numbers[0])), "\(line)")
    #expect(zip(stages, stages.dropFirst()).allSatisfy { $0.becomes($1) }, "\(line)")
    #expect(try result == nil || #require(stages.last).value == result)
    guard case .why(let inquiry) = session.popup else {
      Issue.record("no question")
      return
    }
    var listed = session
    listed.press("w")
    #expect(listed.popup == .why(inquiry) && listed.notice != nil)
  }

  @Test func `an equation of a held gate does not claim that it was computed`() throws {
    let session = try Shipped.agreement.session(keys: "2 G f v . 2 5 Enter $ E")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("Γf    = .25 held") })
  }
}
