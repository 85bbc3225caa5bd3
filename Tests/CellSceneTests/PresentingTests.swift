import CellEngine
import Screen
import Testing

@testable import CellScene

/// The picture alone, for a lecture.
@Suite struct PresentingTests {
  private static let views = ["", "t", "T", "6 G d", "6 G d d", "c", "V", LiveTrainingTests.open]

  @Test(arguments: views, ["F5", "Esc"])
  func `a remote's stop key brings everything back`(view: String, stop: String) throws {
    var session = try Shipped.family(keys: view)
    let before = session
    session.press("F5")
    #expect(session.isPresenting)
    session.press(stop)
    #expect(session.state.lasting == before.state.lasting)
  }

  @Test(arguments: views, [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `neither header nor footer is there, the sentence is`(
    view: String, size: (columns: Int, rows: Int)
  ) throws {
    var session = try Shipped.family(keys: view + " F5 PgDn")
    if view == LiveTrainingTests.open { session.press("PgUp") }
    let canvas = Scene(session, size: Size(columns: size.columns, rows: size.rows)).canvas()
    #expect(!canvas.groundLines.contains { $0.hasPrefix("==") })
    let isTraining = view == LiveTrainingTests.open
    #expect(isTraining || canvas.lines.contains { $0.contains("▸") })
  }

  @Test(arguments: CatalogueEntry.all.map(\.id), [(60, 18), (80, 24), (200, 60)])
  func `the wires of the picture are the graph's`(
    id: String, size: (columns: Int, rows: Int)
  ) throws {
    let entry = try #require(CatalogueEntry.named(id))
    var session = try Examples.session(entry.kind)
    session.press("5 G 3 Space F5 Space")
    let scene = Scene(session, size: Size(columns: size.columns, rows: size.rows))
    let layout = try #require(scene.layout)
    let graph = session.run.cell.graph
    let diagram = Diagram(graph, in: layout.diagram, session.notation)
    let reader = WireReader(scene.canvas(), boxes: diagram.boxes)
    #expect(reader.edgesWithoutBundles == graph.schematic)
  }

  @Test(arguments: ["?", "v", "w", "f", "e", ":", "B"])
  func `a pop-up brings its keys back`(key: String) throws {
    var session = try Shipped.family(keys: "F5 " + key)
    let footer = try #require(
      Scene(session, size: Size(columns: 80, rows: 24)).canvas().groundLines.last)
    #expect(footer.hasPrefix("=="))
    session.press("Esc")
    #expect(session.isPresenting && session.popup == nil)
  }

  @Test func `F5 in a pop-up closes it and presents`() throws {
    for context in ["?", "v", "w", "f", "e", ": x", "B"] {
      let session = try Shipped.family(keys: context + " F5")
      #expect(session.isPresenting && session.popup == nil, "\(context)")
    }
  }
}
