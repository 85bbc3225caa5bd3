import Foundation
import Testing

/// What the program does on terminals and in locales that are not the usual ones.
@Suite(.timeLimit(.minutes(1))) struct TerminalKindTests {
  @Test(arguments: ["terminal-of-tomorrow", "", nil, "../../etc/passwd", "xterm-kitty", "%s%n"])
  func `an unknown terminal is taken for one that most terminals understand`(
    term: String?
  ) async throws {
    let terminal = try PseudoTerminal(environment: Products.environment(["TERM": term]))
    try await terminal.wait(for: "LSTM")
    try await terminal.wait(for: (term ?? "").isEmpty ? "TERM is not set" : "is unknown here")
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isScreenGivenBack)
  }

  @Test(arguments: ["zh_TW.UTF-8", "de_DE.utf8", "xx_XX.UTF-8"])
  func `a locale that is not installed does not lose the drawing`(locale: String) async throws {
    let session = try await TerminalSession(environment: Products.environment(["LANG": locale]))
    try await session.enter(Products.cellscope)
    let screen = try await session.wait(for: "LSTM")
    #expect(screen.contains { !$0.isASCII })
  }

  @Test(arguments: ["C", "POSIX"])
  func `a locale without Unicode is drawn in ASCII`(locale: String) async throws {
    let session = try await TerminalSession(environment: Products.environment(["LC_ALL": locale]))
    try await session.enter(Products.cellscope)
    let screen = try await session.wait(for: "LSTM")
    #expect(!screen.contains { !$0.isASCII })
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 1), (3, 500), (1000, 500), (32_768, 80), (65_535, 65_535)])
  func `no size stops the program`(columns: Int, rows: Int) async throws {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    try await terminal.wait(for: "\u{1B}[?1049h")
    try await terminal.waitUntilSilent()
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore)
  }

  @Test func `LINES and COLUMNS cannot stop the program`() async throws {
    let environment = Products.environment(["LINES": "99999", "COLUMNS": "-1"])
    let terminal = try PseudoTerminal(environment: environment)
    try await terminal.wait(for: "LSTM")
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test func `an idle program writes nothing and does not run`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.waitForFirstPicture()
    let before = (try terminal.process.processorTime(), terminal.output.count)
    try await terminal.waitUntilSilent()
    #expect(try terminal.process.processorTime() == before.0)
    #expect(terminal.output.count == before.1)
  }

  @Test func `pasted text and answers of the terminal are not keys`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    terminal.type(
      "\u{1B}[200~q\nqq\u{1B}[201~\u{1B}]11;rgb:q/q/q\u{07}\u{1B}[?1;2q\u{1B}P1q\u{1B}\\")
    try await terminal.waitUntilSilent()
    #expect(terminal.process.ending() == nil)
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }
}
