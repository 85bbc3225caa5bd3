import Screen
import Testing

@testable import CellScene

@Suite struct HistoryTests {
  @Test func `the last thousand changes can be taken back, and none before them`() throws {
    var session = try Shipped.agreement.session(keys: "2 L")
    session.handle(.character("F"))
    let oldest = session.experiment
    for _ in 1...History.limit {
      session.handle(.character("p"))
    }
    #expect(session.history.past.count == History.limit)
    for _ in 1...History.limit {
      session.handle(.character("z"))
    }
    #expect(session.experiment == oldest)
    session.handle(.character("z"))
    #expect(session.experiment == oldest && session.notice == .nothingToUndo)
  }
}
