import CellEngine
import Screen
import Testing

@testable import CellScene

/// What leads only to a gate that is held is read by nothing, and is drawn in grey.
@Suite struct HeldWireTests {
  private static let size = Size(columns: 120, rows: 36)

  /// The inks along the wire from the inputs up into a layer's box, and from the peepholes' lane,
  /// but for the places where another wire passes over it upright.
  private func inks(_ session: Session, into gate: Role) throws -> Set<Ink> {
    let graph = session.run.cell.graph
    let layout = try #require(
      ScreenLayout(
        size: Self.size, equationCount: graph.equations(.lecture).count, unitCount: 8,
        forkRows: ForkPanel.rows(session)))
    let diagram = Diagram(graph, in: layout.diagram)
    let signal = try #require(graph.signal(gate))
    let points = diagram.points(leadingOnlyTo: [.signal(signal)]).values.flatMap { $0 }
      .filter { point in !diagram.boxes.contains { $0.area.contains(point) } }
    #expect(!points.isEmpty)
    let canvas = Scene(session, size: Self.size).canvas()
    func isOver(_ point: Point) -> Bool {
      canvas[point.x, point.y].character == "│"
        && [-1, 1].allSatisfy { points.contains(Point(point.x + $0, point.y)) }
    }
    return Set(points.filter { !isOver($0) }.map { canvas[$0.x, $0.y].style.ink })
  }

  @Test(arguments: [Role.forget, .update, .output])
  func `the wires into a held gate are grey`(gate: Role) throws {
    var session = try Examples.session(.lstm(LSTM(peepholes: Set(LSTM.gates))))
    session.press("2 G $")
    #expect(try !inks(session, into: gate).contains(.faint))
    session.press("\(gate.rawValue.prefix(1)) 1")
    #expect(try inks(session, into: gate) == [.faint])
  }

  @Test func `what another gate reads as well stays in colour`() throws {
    var session = try Examples.session(.lstm(LSTM(peepholes: Set(LSTM.gates))))
    session.press("2 G $ f 1")
    #expect(try !inks(session, into: .output).contains(.faint))
  }

  @Test func `the chain names the keys of all gates together`() throws {
    var session = try Examples.session()
    session.press("t")
    let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
    let footer = String((0..<80).map { canvas[$0, 23].character })
    #expect(footer.contains("f u o hold"))
  }

  @Test func `peepholes that are off are drawn without a number`() throws {
    var session = try Examples.session()
    session.press("3 G V")
    let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
    let rows = (0..<24).map { y in String((0..<80).map { canvas[$0, y].character }) }
    #expect(rows[1].contains("p switches them on"))
    #expect(rows.contains { $0.contains("vf") && !$0.contains("= ") })
    #expect(!rows[2..<22].contains { $0.contains("×+") || $0.contains("×−") })
  }

  @Test(arguments: [(200, 60), (150, 40)])
  func `a large screen shows what the memory is made of beside the cell`(
    columns: Int, rows: Int
  ) throws {
    var session = try Examples.session()
    session.press("3 G $")
    let canvas = Scene(session, size: Size(columns: columns, rows: rows)).canvas()
    let text = (0..<rows).map { y in String((0..<columns).map { canvas[$0, y].character }) }
    #expect(text.contains { $0.contains("is made of") })
  }
}
