import Foundation
import Testing

/// Answers of the terminal to questions that another program asked, and pasted text.
@Suite(.serialized, .timeLimit(.minutes(5))) struct LateAnswerTests {
  /// Colours, places, kinds of terminal, modes, names.
  private static let answers = [
    "\u{1B}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1B}]10;rgb:ffff/eeee/ffff\u{1B}\\",
    "\u{1B}]4;1;rgb:qq/qq/qq\u{1B}\\", "\u{1B}[24;80R", "\u{1B}[?62;22;52c", "\u{1B}[>41;390;0c",
    "\u{1B}P>|qqq(0.9)\u{1B}\\", "\u{1B}P1+r436f=323536\u{1B}\\", "\u{1B}[?2026;2$y",
    "\u{1B}[?1u", "\u{1B}[8;24;80t", "\u{1B}[I",
  ]

  private static func opened() async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    terminal.type("3L")
    return terminal
  }

  /// The answer's first bytes are read before the others come.
  ///
  /// What is cut after ESC is not among this: ESC alone is a key after 25 ms, and the decoder's own tests need no clock.
  @Test func `an answer that comes in two parts between keys is none`() async throws {
    let terminal = try await Self.opened()
    for answer in Self.answers {
      for cut in 2..<answer.utf8.count {
        try await terminal.feed(Array("\u{1B}[C".utf8) + answer.utf8.prefix(cut))
        try await terminal.waitUntilKeysAreRead()
        try await terminal.feed(answer.utf8.dropFirst(cut) + Array("\u{1B}[D".utf8))
      }
    }
    let direct = try await Self.opened()
    direct.type("\u{1B}[C\u{1B}[D")
    #expect(try await terminal.wholePicture() == (try await direct.wholePicture()))
  }

  @Test func `answers that come up to five seconds late are no keys`() async throws {
    let terminal = try await Self.opened()
    for turn in 0...10 {
      try await terminal.feed(Array(Self.answers.joined().utf8))
      let end = ContinuousClock.now + .milliseconds(500)
      try await eventually("half a second later") {
        terminal.read()
        return ContinuousClock.now >= end || turn == 10
      }
    }
    terminal.type("l")
    let direct = try await Self.opened()
    direct.type("l")
    #expect(try await terminal.wholePicture() == (try await direct.wholePicture()))
  }

  @Test func `pasted text is no key, however long it is and wherever it pauses`() async throws {
    let terminal = try await Self.opened()
    let text = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 7919 >> 3) }
    try await terminal.feed(Array("\u{1B}[200~".utf8) + text)
    let end = ContinuousClock.now + .seconds(2)
    try await eventually("two seconds later") { ContinuousClock.now >= end }
    try await terminal.feed(Array("QqQ\u{3}\u{3}\r:quit\r\u{1B}[201~l".utf8))
    let direct = try await Self.opened()
    direct.type("l")
    #expect(try await terminal.wholePicture() == (try await direct.wholePicture()))
  }
}
