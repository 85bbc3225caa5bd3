import Foundation
import Testing

/// However the program ends, the terminal is as it was before.
@Suite(.timeLimit(.minutes(1))) struct TerminalRestorationTests {
  @Test func `q quits and gives everything back`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    #expect(!terminal.isAsBefore)
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore)
    #expect(terminal.isScreenGivenBack)
  }

  @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGTRAP, SIGILL, SIGSEGV, SIGABRT, SIGFPE])
  func `a signal ends the program by its own status`(signal: Int32) async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    kill(terminal.process.identifier, signal)
    #expect(try await terminal.end(within: .seconds(1)) == .signal(signal))
    #expect(terminal.isAsBefore)
    #expect(terminal.isScreenGivenBack)
  }

  @Test func `a crash says how to report it on the screen that is given back`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    kill(terminal.process.identifier, SIGTRAP)
    _ = try await terminal.end()
    let afterwards = terminal.text.components(separatedBy: "\u{1B}[?1049l").last ?? ""
    #expect(afterwards.contains("Please report"))
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func `a signal ends a program that nobody reads`(signal: Int32) async throws {
    let terminal = try PseudoTerminal(columns: 500, rows: 200)
    try await eventually("the terminal is taken over") { !terminal.isAsBefore }
    // Every C-l asks for the whole picture again; together they exceed what a terminal stores.
    terminal.type(String(repeating: "\u{0C}", count: 200))
    try await terminal.waitUntilSilent(reading: false)
    kill(terminal.process.identifier, signal)
    #expect(try await terminal.end(within: .seconds(1), reading: false) == .signal(signal))
    #expect(terminal.isAsBefore)
    #expect(terminal.isScreenGivenBack)
  }

  @Test func `closing the terminal ends the program`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    terminal.disconnect()
    _ = try await terminal.end(within: .seconds(1), reading: false)
  }

  @Test func `closing the terminal ends a program that ignores the hangup`() async throws {
    let terminal = try PseudoTerminal(["sh", "-c", "trap '' HUP; exec \"$0\"", Products.cellscope])
    try await terminal.wait(for: "LSTM")
    terminal.disconnect()
    _ = try await terminal.end(within: .seconds(1), reading: false)
  }

  @Test func `C-z stops the program and fg brings the screen back`() async throws {
    let session = try await TerminalSession()
    let settings = try await session.output(of: "stty -g </dev/tty")
    try await session.enter(Products.cellscope)
    try await session.wait(for: "LSTM")
    let before = try await session.stillScreen()
    #expect(try await session.state("alternate_on") == "1")
    #expect(try await session.state("cursor_flag") == "0")
    try await session.press("C-z")
    try await session.wait(for: "ready>")
    #expect(try await session.state("alternate_on") == "0")
    #expect(try await session.state("cursor_flag") == "1")
    #expect(try await session.output(of: "stty -g </dev/tty") == settings)
    try await session.enter("fg")
    try await session.wait(for: "LSTM")
    #expect(try await session.state("alternate_on") == "1")
    #expect(try await session.stillScreen() == before)
    // The screen behind has a prompt already: the program's end is what to wait for.
    let program = try await session.program()
    try await session.press("q")
    try await eventually("the program ends") { kill(program, 0) != 0 }
    #expect(try await session.output(of: "echo $?") == "0")
    #expect(try await session.output(of: "stty -g </dev/tty") == settings)
  }

  @Test func `a program stopped by somebody else brings its screen back`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await session.wait(for: "LSTM")
    let before = try await session.stillScreen()
    kill(try await session.program(), SIGSTOP)
    try await session.wait(for: "ready>")
    // The terminal is still raw: C-j, because Enter is not translated.
    try await session.type("stty sane; clear")
    try await session.press("C-j")
    try await session.wait(for: "LSTM", gone: true)
    try await session.enter("fg")
    try await session.wait(for: "LSTM")
    #expect(try await session.stillScreen() == before)
    try await session.press("q")
    try await session.wait(for: "LSTM", gone: true)
    #expect(try await session.state("alternate_on") == "0")
  }

  @Test func `a size that changes while the program is stopped is noticed`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await session.wait(for: "LSTM")
    try await session.press("C-z")
    try await session.wait(for: "ready>")
    try await session.resize(columns: 100, rows: 30)
    try await session.enter("fg")
    try await session.wait(for: "LSTM")
    let resumed = try await session.stillScreen()
    try await session.press("C-z")
    try await session.wait(for: "ready>")
    try await session.enter("kill %1; wait; clear; exec \(Products.cellscope)")
    try await session.wait(for: "LSTM")
    #expect(try await session.stillScreen() == resumed)
  }
}
