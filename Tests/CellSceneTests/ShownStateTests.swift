import CellEngine
import Screen
import Testing

@testable import CellScene

/// A cell that shows its memory as it is.
@Suite struct ShownStateTests {
  @Test(arguments: Notation.Convention.allCases)
  func `what is shown is said to be the memory only where its symbol is another`(
    _ convention: Notation.Convention
  ) throws {
    var session = try Shipped.gru.session(keys: "5 G $")
    session.convention = convention
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let notation = session.notation
    let shown = notation.symbol(.activation, .general)
    let memory = notation.symbol(.memory, .general)
    let isTold = lines.contains { $0.hasSuffix(" \(shown) = \(memory)") }
    let isBelow = lines.contains { $0.contains(" =" + notation.symbol(.activation, .step(5))) }
    #expect(isTold == (shown != memory) && isBelow == (shown != memory))
  }
}
