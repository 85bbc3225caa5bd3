import Foundation
import Testing

/// What the signal guard must bear though the program seldom or never asks it to.
@Suite(.serialized, .timeLimit(.minutes(5))) struct GuardTests {
  /// Starts the probe and makes it do what it is told.
  private func probe(_ burden: String) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([Products.probe, burden])
    try await terminal.wait(for: "LSTM")
    terminal.type("x")
    return terminal
  }

  private func expectGivenBack(_ terminal: PseudoTerminal) {
    #expect(terminal.isAsBefore)
    #expect(terminal.isScreenGivenBack, "\(TerminalModes(after: terminal.output))")
  }

  /// Whether signals wait to be handled (Linux).
  private func signalsWait(_ process: pid_t) throws -> Bool {
    let text = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
    return text.split(separator: "\n").contains { line in
      let parts = line.split(separator: ":")
      guard ["SigPnd", "ShdPnd"].contains(parts[0]) else { return false }
      return parts[1].contains { $0 != "0" && $0 != "\t" }
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGALRM])
  func `a program that does not answer is ended all the same`(signal: Int32) async throws {
    let terminal = try await probe("deaf")
    kill(terminal.process.identifier, signal)
    #expect(try await terminal.end() == .signal(signal))
    expectGivenBack(terminal)
  }

  @Test func `a second signal ends it at once, a second hang-up changes nothing`() async throws {
    for (first, second) in [(SIGTERM, SIGINT), (SIGTERM, SIGHUP), (SIGHUP, SIGHUP)] {
      let terminal = try await probe("deaf")
      let process = terminal.process.identifier
      kill(process, first)
      try await eventually("the first signal's handler") { try !signalsWait(process) }
      kill(process, second)
      #expect(try await terminal.end() == .signal(second == SIGHUP ? first : second))
      expectGivenBack(terminal)
    }
  }

  @Test func `what gives the terminal back is cut where the guard's room ends`() async throws {
    let terminal = try await probe("lengthy")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.output.reversed().prefix { $0 == UInt8(ascii: "x") }.count == 512)
    #expect(terminal.isAsBefore)
  }

  @Test func `where settings cannot be read the rest is given back`() async throws {
    let terminal = try await probe("unreadable")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.text.hasSuffix("bytes all the same"))
    #expect(terminal.isAsBefore)
  }

  @Test func `who was asked to end does not stop any more`() async throws {
    let terminal = try await probe("ending")
    #expect(try await terminal.end() == .exit(0))
    expectGivenBack(terminal)
  }

  @Test func `a terminal may be given back twice`() async throws {
    let terminal = try await probe("twice")
    #expect(try await terminal.end() == .exit(0))
    expectGivenBack(terminal)
  }

  @Test(arguments: ["badDescription", "givenUpDescription"])
  func `what breaks on a description says so and is no crash`(burden: String) async throws {
    let terminal = try await probe(burden)
    #expect(try await terminal.end() == .exit(4))
    #expect(terminal.text.hasSuffix("The description is damaged."))
    expectGivenBack(terminal)
  }

  @Test func `the key that quits is nobody's mistake`() async throws {
    let terminal = try await probe("quitKey")
    try await terminal.wait(for: "ready")
    terminal.type("\u{1C}")
    #expect(try await terminal.end() == .signal(SIGQUIT))
    #expect(terminal.isAsBefore)
  }

  @Test(arguments: [SIGTERM, SIGSEGV])
  func `a terminal that takes no bytes keeps nobody from ending`(signal: Int32) async throws {
    let terminal = try PseudoTerminal([Products.probe, "stopping"])
    try await terminal.wait(for: "LSTM")
    terminal.holdOutput(true)
    kill(terminal.process.identifier, signal)
    #expect(try await terminal.end(within: .seconds(2)) == .signal(signal))
    terminal.holdOutput(false)
    #expect(terminal.isAsBefore)
  }

  @Test(arguments: [
    [(SIGTERM, 0), (SIGTERM, 170)], [(SIGTERM, 0), (SIGINT, 20), (SIGTERM, 20)],
    [(SIGTERM, 0), (SIGTERM, 170), (SIGSEGV, 20)], [(SIGSEGV, 0), (SIGBUS, 20)],
    [(SIGSEGV, 0), (SIGTERM, 20)], [(SIGTERM, 0), (SIGHUP, 0), (SIGINT, 0), (SIGTERM, 0)],
  ])
  func `whoever ends it while the terminal is being given back, its settings are`(
    signals: [(signal: Int32, delay: Int)]
  ) async throws {
    let terminal = try await probe("deaf")
    terminal.holdOutput(true)
    for (signal, delay) in signals {
      try await Task.sleep(for: .milliseconds(delay))
      kill(terminal.process.identifier, signal)
    }
    let ending = try await terminal.end(within: .seconds(2))
    #expect(signals.contains { ending == .signal($0.signal) }, "\(ending)")
    terminal.holdOutput(false)
    #expect(terminal.isAsBefore)
  }

  @Test func `a stop that another process asks for gives the terminal back`() async throws {
    let terminal = try PseudoTerminal([Products.probe, "stopping"])
    try await terminal.waitForFirstPicture()
    let count = terminal.output.count
    kill(terminal.process.identifier, SIGTSTP)
    try await terminal.wait(for: "\u{1B}[?1049l", after: count)
    // Nobody could wake the only process of the session, so the system does not stop it.
    try await terminal.wait(for: "\u{1B}[?1049h", after: count)
    terminal.type("y")
    #expect(try await terminal.end() == .exit(0))
    expectGivenBack(terminal)
  }

  @Test func `where stopping is ignored the program goes on`() async throws {
    let terminal = try PseudoTerminal(
      ["sh", "-c", "trap '' TSTP; exec \"$0\" stopping", Products.probe])
    try await terminal.wait(for: "LSTM")
    terminal.type("x")
    try await terminal.waitUntilSilent()
    terminal.type("y")
    #expect(try await terminal.end() == .exit(0))
    expectGivenBack(terminal)
  }

  @Test(arguments: 4...12)
  func `with few files to open it starts, is linear or says why not`(limit: Int) async throws {
    let terminal = try PseudoTerminal(
      ["sh", "-c", "ulimit -n \(limit); exec \"$0\"", Products.cellscope])
    terminal.type("Q\n")
    let ending = try await terminal.end(within: .seconds(10))
    #expect(ending == .exit(0) || ending == .exit(4))
    if ending == .exit(4) { #expect(terminal.text.contains("terminal")) }
    #expect(terminal.isAsBefore)
  }
}
