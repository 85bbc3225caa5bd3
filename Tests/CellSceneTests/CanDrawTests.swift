import CellEngine
import Screen
import Testing

@testable import CellScene

@Suite struct CanDrawTests {
  /// The wiring check holds for these; the others wait for a floor plan of their own.
  @Test func `the screen's cells can be drawn`() {
    for kind in Examples.kinds { #expect(Session.canDraw(kind), "\(kind)") }
  }

  @Test func `a cell without a place or a way cannot be drawn`() {
    let drawn = CatalogueEntry.all.filter { Session.canDraw($0.kind) }
    for id in ["gru_lecture", "rnn_tanh", "lstm_CIFG", "lstm_NFG", "lstm_NIG", "lstm_NOG"] {
      #expect(!drawn.contains { $0.id == id }, "\(id)")
    }
  }

  @Test func `what can be drawn is drawn at every micro-step`() throws {
    let size = Size(columns: 80, rows: 24)
    for entry in CatalogueEntry.all where Session.canDraw(entry.kind) {
      let expected = Diagram.edges(of: entry.kind.graph)
      var session = try Examples.session(entry.kind)
      let layout = try #require(ScreenLayout(size: size, equationCount: 6, unitCount: 8))
      let diagram = Diagram(entry.kind.graph, in: layout.diagram)
      for _ in 0...session.lastMicroStep {
        let found = WireReader(Scene(session, size: size).canvas(), boxes: diagram.boxes)
        #expect(found.edgesWithoutBundles == expected, "\(entry.id) \(session.microStep)")
        session.press("Space")
      }
      session.press("p F U O v 1 2")
      #expect(Session.canDraw(session.run.kind), "\(entry.id)")
    }
  }
}
