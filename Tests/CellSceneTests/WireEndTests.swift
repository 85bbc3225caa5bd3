import CellEngine
import Screen
import Testing

@testable import CellScene

/// Wires end at boxes, and nothing of them stands among texts.
@Suite struct WireEndTests {
  @Test(arguments: Notation.Convention.allCases, Examples.kinds)
  func `no end of a wire stands beside a word or a symbol`(
    _ convention: Notation.Convention, _ kind: CellKind
  ) throws {
    for size in [(60, 18), (80, 24), (120, 36)] {
      var session = try Examples.session(kind)
      session.press("8 G $")
      session.convention = convention
      for key in ["", "t", "t d"] {
        session.press(key)
        let canvas = Scene(session, size: Size(columns: size.0, rows: size.1)).canvas()
        for line in canvas.lines {
          #expect(!line.contains { "╵╷╹╻".contains($0) }, "\(kind) \(convention) \(key): \(line)")
        }
      }
    }
  }
}
