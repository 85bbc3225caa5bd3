import CellEngine
import Screen
import Testing
import Training

@testable import CellScene

/// Two languages, one program.
@Suite struct LanguageTests {
  private static let size = Size(columns: 80, rows: 24)

  @Test func `A goes through all languages and says which one it is`() throws {
    var session = try Examples.session()
    for language in Language.allCases.dropFirst() + [.english] {
      session.press("A")
      #expect(session.language == language)
      #expect(session.notice == .appearance(.language))
    }
  }

  @Test func `a terminal that shows ASCII alone keeps English and is told so`() throws {
    var session = try Examples.session()
    session.drawsHan = false
    session.press("A")
    #expect(session.language == .english)
    #expect(session.notice == .appearance(.noHanCharacters))
    let said = Scene(session, size: Self.size).canvas().lines
    #expect(said.contains { $0.contains("stays English") })
  }

  @Test(arguments: ["", "t", "T", "6 G d", "6 G d d", "c", "V", "?", "v", "5 G $ w", "f", "e"])
  func `a view in another language has the same keys in its footer`(keys: String) throws {
    var session = try Examples.session()
    session.press(keys)
    func firstKey() throws -> Substring? {
      try #require(Scene(session, size: Self.size).canvas().lines.last).split(separator: " ").first
    }
    let english = try firstKey()
    session.speak(.traditionalChinese)
    #expect(try firstKey() == english)
  }

  @Test func `no wide character is cut and each row is as wide as the screen`() throws {
    var random = SplitMix64(seed: 11)
    var session = try Shipped.agreement.session(Shipped.sentences[0])
    session.speak(.traditionalChinese)
    let keys = session.keyMap.bindings.flatMap(\.keys).filter { $0 != .character("A") }
    for _ in 0..<3000 {
      session.handle(try #require(keys.randomElement(using: &random)))
      let size = Size(
        columns: .random(in: 55...130, using: &random), rows: .random(in: 15...40, using: &random))
      let canvas = Scene(session, size: size).canvas()
      for y in 0..<size.rows {
        for x in 0..<size.columns {
          let isWide = canvas[x, y].character.columns == 2
          try #require(isWide == canvas[x + 1, y].isContinuation, "row \(y): \(canvas.lines[y])")
        }
      }
    }
  }

  @Test func `a command is found by its English name and by its own`() throws {
    var session = try Examples.session()
    session.speak(.traditionalChinese)
    #expect(session.palette("next theme").first?.text == "下一個配色")
    #expect(session.palette("配色").first?.text == "下一個配色")
    session.press(": w o r d Space 3 Enter")
    #expect(session.time == 2)
  }

  @Test(arguments: CellKind.everyShipped)
  func `wires are the graph's under the labels of either language`(_ kind: CellKind) throws {
    for language in Language.allCases {
      var session = try Examples.session(kind)
      session.speak(language)
      session.press("5 G")
      for step in session.run.microSteps.indices {
        session.microStep = step
        let scene = Scene(session, size: Self.size)
        let layout = try #require(scene.layout)
        let diagram = Diagram(session.run.cell.graph, in: layout.diagram, session.notation)
        let reader = WireReader(scene.canvas(), boxes: diagram.boxes)
        #expect(reader.edgesWithoutBundles == session.run.cell.graph.schematic)
      }
    }
  }
}

extension CellKind {
  fileprivate static let everyShipped: [CellKind] = [
    .lecture, .gru(GRU()), .rnn(RNN()),
    .lstm(LSTM(peepholes: [.forget, .update, .output], outputReadsNewMemory: true)),
  ]
}
