import Foundation
import Testing

/// The screen in a real terminal is the canvas that `cellscope show` prints.
@Suite(.timeLimit(.minutes(1))) struct LiveScreenTests {
  /// What `show` prints after some keys.
  private static func shown(_ keys: String, size: String) async throws -> String {
    let show = try await CommandOutput.of("show", "--size", size, "--keys", keys)
    try #require(show.ending == .exit(0))
    return show.output
  }

  /// Waits until the terminal shows what `show` prints after the same keys.
  private static func compare(
    _ session: TerminalSession, _ keys: String, size: String = "80x24"
  ) async throws {
    let expected = try await shown(keys, size: size)
    try await session.wait(forScreen: expected)
  }

  /// Keys that are pressed bit by bit, in tmux's names and in those of `show`.
  static let walks: [[(pressed: String, named: String)]] = [
    [
      ("Space Space Space", "Space Space Space"), ("p", "p"), ("v 1", "v 1"), ("Escape", "Esc"),
      ("BTab Tab", "S-Tab Tab"), ("End NPage PPage", "End PgDn PgUp"),
    ],
    [
      ("3", "3"), ("L", "L"), ("1 2", "1 2"), ("Space", "Space"), ("2 G", "2 G"),
      ("x", "x"), ("?", "?"), ("Down", "Down"), ("q", "q"), ("E", "E"), ("$", "$"), ("C-c", "C-c"),
    ],
  ]

  @Test(arguments: walks)
  func `every screen equals what show prints after the same keys`(
    _ walk: [(pressed: String, named: String)]
  ) async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await Self.compare(session, "")
    var keys = ""
    for (pressed, named) in walk {
      for key in pressed.split(separator: " ") { try await session.press(String(key)) }
      keys += " " + named
      try await Self.compare(session, keys)
    }
  }

  @Test func `a window that shrinks and grows is drawn anew each time`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await Self.compare(session, "")
    try await session.press("Space", "Space", "p")
    for (columns, rows) in [(60, 18), (40, 10), (120, 36), (5, 3), (200, 60), (80, 24)] {
      try await session.resize(columns: columns, rows: rows)
      try await Self.compare(session, "Space Space p", size: "\(columns)x\(rows)")
    }
    try await session.press("Space")
    try await Self.compare(session, "Space Space p Space")
  }

  @Test func `of joined characters that curses cannot hold the first is drawn, and nothing shifts`()
    async throws
  {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await Self.compare(session, "")
    try await session.type("/👍🏽a🇹🇼b")
    try await session.wait(for: "/ 👍a🇹b")
    try await session.press("Escape", "Space")
    try await Self.compare(session, "Space")
  }

  @Test func `too small a window says so in one line`() async throws {
    let session = try await TerminalSession(columns: 40, rows: 10)
    try await session.enter(Products.cellscope)
    try await session.wait(for: "cellscope needs 60x18; this is 40x10.")
    try await session.press("q")
    try await session.wait(for: "ready>")
  }

  @Test func `the program plays by itself and stops on a key`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await session.wait(for: "step 1/11")
    try await session.press("a", "+", "+", "+")
    try await session.wait(for: "▶ 4/s")
    try await session.wait(for: "t 2/8")
    try await session.press("E")
    try await session.wait(for: "▶ 4/s", gone: true)
    let stopped = try await session.stillScreen()
    #expect(try await session.stillScreen() == stopped)
  }

  @Test(arguments: ["q", "Q", "\u{3}\u{3}", "?q\u{3}\u{3}", "vqq", "?Q", "aq"])
  func `every way to quit gives the terminal back`(keys: String) async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    terminal.type(keys)
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore)
    #expect(terminal.isScreenGivenBack)
  }

  @Test func `a user's own file stands in for a shipped model on the screen too`() async throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      atPath: Products.asset("agreement-peephole"),
      toPath: folder.path("cellscope/agreement.safetensors"))
    let terminal = try PseudoTerminal(
      environment: Products.environment(["XDG_DATA_HOME": folder.path("")]))
    try await terminal.wait(for: "trained")
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }
}
