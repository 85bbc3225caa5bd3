import Foundation
import Testing

/// The mouse in a real terminal, as the bytes that it sends.
@Suite(.timeLimit(.minutes(1))) struct MouseTests {
  private static let (on, off) = ("\u{1B}[?1000h\u{1B}[?1006h", "\u{1B}[?1006l\u{1B}[?1000l")

  private static func opened() async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    return terminal
  }

  @Test func `it is off at first, and then its reports do nothing`() async throws {
    let terminal = try await Self.opened()
    terminal.type("\u{1B}[<0;24;2M\u{1B}[<65;24;2M")
    try await terminal.waitUntilSilent()
    #expect(!terminal.text.contains("[?1000h") && terminal.text.contains("t 1/8"))
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test func `a click on a word goes there and the wheel steps`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await session.wait(for: "LSTM")
    try await session.press("y")
    try await session.wait(for: "Mouse")
    #expect(try await session.state("mouse_any_flag") == "1")
    // tmux passes on what is typed as it stands; column 26, row 2 is the word “which”.
    try await session.type("\u{1B}[<0;26;2M\u{1B}[<0;26;2m")
    try await session.wait(for: "t 3/8")
    try await session.type("\u{1B}[<65;1;1M\u{1B}[<65;1;1M")
    try await session.wait(for: "step 3/11")
    try await session.type("\u{1B}[<64;1;1M")
    try await session.wait(for: "step 2/11")
    try await session.press("y")
    try await session.wait(for: "terminal’s again")
    #expect(try await session.state("mouse_any_flag") == "0")
  }

  @Test func `a click on a gate selects it and another asks why`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await session.wait(for: "LSTM")
    try await session.press("y")
    try await session.wait(for: "Mouse")
    // Column 20, row 13: the forget gate's σ.
    try await session.type("\u{1B}[<0;20;13M")
    try await session.wait(for: "The forget gate is")
    try await session.type("\u{1B}[<0;20;13M")
    try await session.wait(for: "why?")
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV, SIGABRT])
  func `a signal switches it off on the way out`(signal: Int32) async throws {
    let terminal = try await Self.opened()
    terminal.type("y")
    try await terminal.wait(for: Self.on)
    kill(terminal.process.identifier, signal)
    #expect(try await terminal.end() == .signal(signal))
    #expect(terminal.text.contains(Self.off) && terminal.isScreenGivenBack)
  }

  @Test func `while the program is stopped the mouse is the shell's`() async throws {
    let session = try await TerminalSession()
    try await session.enter(Products.cellscope)
    try await session.wait(for: "LSTM")
    try await session.press("y")
    try await session.wait(for: "Mouse")
    try await session.press("C-z")
    try await session.wait(for: "ready>")
    #expect(try await session.state("mouse_any_flag") == "0")
    try await session.enter("fg")
    try await session.wait(for: "LSTM")
    #expect(try await session.state("mouse_any_flag") == "1")
  }
}
