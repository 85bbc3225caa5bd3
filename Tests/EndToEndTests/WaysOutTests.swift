import Foundation
import Testing

/// However the program ends, on whatever terminal, everything is given back.
@Suite(.serialized, .timeLimit(.minutes(10))) struct WaysOutTests {
  static let terms = [
    "xterm-256color", "xterm", "tmux-256color", "screen", "linux", "vt100", "rxvt", "xterm-mono",
  ]
  static let surroundings: [[String: String?]] = [
    [:], ["LC_ALL": "C"], ["NO_COLOR": "1", "LANG": "de_DE.UTF-8"],
  ]

  @Test(arguments: terms)
  func `every way out gives the terminal back`(term: String) async throws {
    for _ in Repeats.count(1) {
      for variables in Self.surroundings {
        let environment = Products.environment(variables.merging(["TERM": term]) { $1 })
        for way in WayOut.all { try await Self.leave(by: way, environment) }
      }
    }
  }

  private static func leave(by way: WayOut, _ environment: [String: String]) async throws {
    let terminal = try PseudoTerminal(way.arguments, environment: environment)
    try await terminal.wait(for: "LSTM")
    #expect(!terminal.isAsBefore)
    terminal.type(way.keys)
    if let signal = way.signal { kill(terminal.process.identifier, signal) }
    let ending = try await terminal.end()
    let place = "\(way.name), \(environment)"
    #expect(way.endings.contains(ending), "\(place): \(ending)")
    #expect(terminal.isAsBefore, "\(place)")
    #expect(terminal.isScreenGivenBack, "\(place): \(TerminalModes(after: terminal.output))")
    let reports = terminal.text.components(separatedBy: "Please report").count - 1
    #expect(reports == (way.asksForReport ? 1 : 0), "\(place)")
    // Nothing asks a question and waits half a minute for the answer.
    #expect(!terminal.text.contains("Press space"), "\(place)")
  }

  @Test func `what goes wrong before the start leaves the terminal alone`() async throws {
    for arguments in [["--model", "/nonexistent.safetensors"], ["--text", "xyz"], ["--bogus"]] {
      let terminal = try PseudoTerminal([Products.cellscope] + arguments)
      #expect(try await terminal.end() != .exit(0))
      #expect(terminal.isAsBefore)
      #expect(!terminal.output.contains(0x1B))
    }
  }

  @Test func `a mistake says what it was on the screen that is given back`() async throws {
    let terminal = try PseudoTerminal([Products.probe, "fatal"])
    try await terminal.wait(for: "LSTM")
    terminal.type("x")
    _ = try await terminal.end()
    let afterwards = terminal.text.components(separatedBy: "\u{1B}[?1049l").last ?? ""
    let words = try #require(afterwards.range(of: "on purpose"))
    let report = try #require(afterwards.range(of: "Please report"))
    #expect(words.upperBound < report.lowerBound)
  }
}
