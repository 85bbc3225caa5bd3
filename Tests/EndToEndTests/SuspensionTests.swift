import Foundation
import Testing

/// C-z and fg, and windows that change meanwhile.
@Suite(.serialized, .timeLimit(.minutes(10))) struct SuspensionTests {
  @Test func `a screen that was stopped, resized and resumed equals a fresh one`() async throws {
    let sizes = [(80, 24), (100, 30), (60, 18), (40, 10), (132, 43), (80, 25)]
    var fresh: [[UInt8]] = []
    for (columns, rows) in sizes { fresh.append(try await Self.picture(columns, rows)) }
    for _ in Repeats.count(1) {
      let terminal = try PseudoTerminal(
        ["sh", "-i"], environment: Products.environment(["PS1": "ready>", "ENV": nil]))
      try await terminal.wait(for: "ready>")
      terminal.type(Products.cellscope + "\n")
      try await terminal.wait(for: "LSTM")
      for turn in 1...100 {
        let (columns, rows) = sizes[turn % sizes.count]
        try await Self.stop(terminal)
        terminal.resize(columns: columns, rows: rows)
        let count = terminal.output.count
        terminal.type("fg\n")
        try await terminal.wait(for: "\u{1B}[?2026l", after: count)
        guard turn % 10 == 0 else { continue }
        let picture = try await terminal.wholePicture()
        #expect(picture == fresh[turn % sizes.count], "after \(turn)")
      }
    }
  }

  @Test func `a job that goes on in the background stops again and learns nothing there`()
    async throws
  {
    let terminal = try PseudoTerminal(
      ["sh", "-i"], environment: Products.environment(["PS1": "ready>", "ENV": nil]))
    try await terminal.wait(for: "ready>")
    terminal.type(Products.cellscope + "\n")
    try await terminal.wait(for: "LSTM")
    try await Self.stop(terminal)
    let count = terminal.output.count
    // The shell's own settings meanwhile, as an editor of command lines has them.
    terminal.type("set=$(stty -g); stty -icanon -echo; kill -CONT %1; sleep .3; stty $set; fg\n")
    try await terminal.wait(for: "\u{1B}[?2026l", after: count)
    terminal.type("Q")
    try await eventually("the shell has the terminal again", evidence: terminal.text) {
      terminal.read()
      return terminal.text.hasSuffix("ready>")
    }
    #expect(terminal.isAsBefore)
  }

  private static func picture(_ columns: Int, _ rows: Int) async throws -> [UInt8] {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    try await terminal.wait(for: "\u{1B}[?2026l")
    return try await terminal.wholePicture()
  }

  private static func stop(_ terminal: PseudoTerminal) async throws {
    let program = try await eventually("the program") {
      Processes.descendants(of: terminal.process.identifier).last { $0.name == "cellscope" }
    }
    terminal.type("\u{1A}")
    // Its last bytes may be on the way when it has stopped already.
    try await eventually("the program stops", evidence: terminal.text) {
      terminal.read()
      return program.isStopped && terminal.isScreenGivenBack
    }
    #expect(terminal.isAsBefore)
  }
}
