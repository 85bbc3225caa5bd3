import Foundation
import Testing

/// Lines that take nothing for a while, and lines on which everything arrives late.
@Suite(.serialized, .timeLimit(.minutes(10))) struct StalledLineTests {
  private static let frame = Array("\u{1B}[?2026l".utf8)

  @Test func `five hundred keys that a held line brings cost three pictures at most`()
    async throws
  {
    // All but eighty of them take each other back.
    let keys = String(repeating: "lh", count: 210) + String(repeating: "l", count: 80)
    let direct = try PseudoTerminal(columns: 100, rows: 30)
    try await direct.wait(for: "LSTM")
    direct.type("80l")
    let picture = try await direct.wholePicture()
    for _ in Repeats.count(3) {
      let terminal = try PseudoTerminal(columns: 100, rows: 30)
      try await terminal.waitForFirstPicture()
      let count = terminal.output.count
      terminal.holdOutput(true)
      try await terminal.feed(Array(keys.utf8))
      try await terminal.waitUntilKeysAreRead()
      terminal.holdOutput(false)
      try await terminal.waitUntilSilent()
      #expect(terminal.output[count...].ranges(of: Self.frame).count <= 3)
      #expect(try await terminal.wholePicture() == picture)
    }
  }

  /// Late keys are keys like any others; what can tell is the answer to the program's own question.
  @Test func `with 300 ms there and back no key is lost and the answer is heeded`() async throws {
    let environment = Products.environment(["LANG": "ja_JP.UTF-8"])
    for _ in Repeats.count(1) {
      let terminal = try PseudoTerminal(environment: environment)
      try await terminal.wait(for: "\u{1B}[6n")
      for key in ["L", "l", "\u{1B}[C"] {
        terminal.type(key)
        try await Self.read(terminal, for: .milliseconds(100))
      }
      terminal.type("\u{1B}[1;3Rl")
      let late = try await terminal.wholePicture()
      let direct = try PseudoTerminal(environment: environment)
      try await direct.wait(for: "\u{1B}[6n")
      direct.type("\u{1B}[1;3RLlll")
      try await direct.wait(for: "LSTM")
      #expect(late == (try await direct.wholePicture()))
      #expect(late.allSatisfy { $0 < 0x80 })
    }
  }

  private static func read(_ terminal: PseudoTerminal, for time: Duration) async throws {
    let end = ContinuousClock.now + time
    try await eventually("the time is over") {
      terminal.read()
      return ContinuousClock.now >= end
    }
  }

  /// For five seconds, in a longer run for thirty.
  @Test func `who waits for a stalled line uses no time and ends when it is told to`()
    async throws
  {
    let signals = [SIGTERM, SIGHUP, SIGINT]
    let terminals = try signals.map { _ in try PseudoTerminal(columns: 200, rows: 60) }
    for terminal in terminals {
      try await terminal.wait(for: "LSTM")
      for _ in 1...20 { terminal.type(String(repeating: "\u{C}", count: 20)) }
      try await terminal.waitUntilSilent(reading: false)
    }
    let before = try terminals.map { try $0.process.processorTime() }
    try await Task.sleep(for: .seconds(Repeats.factor > 1 ? 30 : 5))
    for (index, terminal) in terminals.enumerated() {
      #expect(try terminal.process.processorTime() - before[index] <= .milliseconds(20))
      kill(terminal.process.identifier, signals[index])
      let ending = try await terminal.end(within: .seconds(1), reading: false)
      #expect(ending == .signal(signals[index]))
      #expect(terminal.isAsBefore)
    }
  }
}
