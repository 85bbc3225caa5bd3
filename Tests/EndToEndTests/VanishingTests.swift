import Foundation
import Testing

/// When the terminal is gone the program is gone.
@Suite(.serialized, .timeLimit(.minutes(10))) struct VanishingTests {
  /// A way in which a terminal goes away under a program.
  enum Vanishing: String, CaseIterable {
    case closed = "exec \"$0\""
    case hangupIgnored = "trap '' HUP; exec \"$0\""
    case belowAShell = "\"$0\"; true"
    case withoutTerminalOfItsOwn = "exec setsid -w \"$0\""
    case hangupIgnoredByAll = "trap '' HUP TERM INT; \"$0\"; true"
    case whilePlaying = "exec \"$0\" # a"
    case whileDrawing = "exec \"$0\" # draw"
    case whileNobodyReads = "exec \"$0\" # stall"
    case whileStopped = "exec \"$0\" # stop"
    case keysFromElsewhere = "exec \"$0\" </dev/null"
    case errorsElsewhere = "exec \"$0\" 2>/dev/null"
    case insideScript = "exec script -qfc \"$0\" /dev/null"
  }

  @Test(arguments: Vanishing.allCases)
  func `a program whose terminal is gone ends within a second`(_ way: Vanishing) async throws {
    for _ in Repeats.count(10) {
      let terminal = try PseudoTerminal(["sh", "-c", way.rawValue, Products.cellscope])
      try await terminal.wait(for: "LSTM")
      let program = try await eventually("the program") {
        Processes.descendants(of: terminal.process.identifier).last { $0.name == "cellscope" }
      }
      try await prepare(way, terminal, program)
      if way == .insideScript { kill(terminal.process.identifier, SIGKILL) }
      terminal.disconnect()
      try await eventually("the end of \(program.identifier)", within: .seconds(1)) {
        !program.isRunning
      }
      _ = try await eventually("the end of the shell") { terminal.process.ending() }
    }
  }

  @Test(arguments: [Vanishing.closed, .hangupIgnored, .whilePlaying, .whileDrawing])
  func `after that it uses next to no processor time`(_ way: Vanishing) async throws {
    for _ in Repeats.count(3) {
      let terminal = try PseudoTerminal(["sh", "-c", way.rawValue, Products.cellscope])
      try await terminal.wait(for: "LSTM")
      let program = Processes.Entry(identifier: terminal.process.identifier, name: "cellscope")
      try await prepare(way, terminal, program)
      try await terminal.waitUntilSilent(longest: .seconds(1))
      let before = try terminal.process.processorTime()
      terminal.disconnect()
      let total = try await eventually("its end", within: .seconds(1)) {
        terminal.process.processorTimeAtEnd()
      }
      #expect(total - before <= .milliseconds(50))
    }
  }

  private func prepare(
    _ way: Vanishing, _ terminal: PseudoTerminal, _ program: Processes.Entry
  ) async throws {
    let draw = String(repeating: "\u{C}", count: 50)
    switch way {
    case .whilePlaying: terminal.type("a+++")
    case .whileDrawing: terminal.type(draw)
    case .whileNobodyReads:
      for _ in 1...20 { terminal.type(draw) }
      try await terminal.waitUntilSilent(reading: false)
    case .whileStopped: kill(program.identifier, SIGSTOP)
    case .closed, .hangupIgnored, .belowAShell, .withoutTerminalOfItsOwn, .hangupIgnoredByAll,
      .keysFromElsewhere, .errorsElsewhere, .insideScript:
      break
    }
  }

  @Test(arguments: [["kill-pane"], ["kill-server"]])
  func `a program inside tmux ends with its pane`(_ command: [String]) async throws {
    for _ in Repeats.count(3) {
      let session = try await TerminalSession()
      try await session.enter(Products.cellscope)
      try await session.wait(for: "LSTM")
      let program = Processes.Entry(identifier: try await session.program(), name: "cellscope")
      try await session.command(command)
      try await eventually("the end", within: .seconds(1)) { !program.isRunning }
    }
  }

  @Test func `a program inside tmux ends when the server is killed`() async throws {
    for _ in Repeats.count(3) {
      let session = try await TerminalSession()
      try await session.enter(Products.cellscope)
      try await session.wait(for: "LSTM")
      let program = Processes.Entry(identifier: try await session.program(), name: "cellscope")
      kill(session.server, SIGKILL)
      try await eventually("the end", within: .seconds(1)) { !program.isRunning }
    }
  }
}
