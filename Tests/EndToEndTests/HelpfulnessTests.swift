import Foundation
import Testing

/// What people expect of a command.
@Suite(.timeLimit(.minutes(1))) struct HelpfulnessTests {
  @Test(arguments: [
    (["trcae"], "cellscope trace"), (["modles"], "cellscope models"),
    (["show", "--kyes", "p"], "--keys"),
    (["models", "agrement"], "Did you mean agreement?"),
    (["--model", "agreement-peepole"], "Did you mean agreement-peephole?"),
  ])
  func `a mistyped name comes with the right one`(arguments: [String], meant: String) async throws {
    let refused = try await CommandOutput.of(arguments)
    #expect(refused.ending == .exit(2))
    #expect(refused.errors.contains(meant), "\(refused.errors)")
  }

  @Test func `help begins with examples`() async throws {
    let help = try await CommandOutput.of("--help")
    #expect(help.ending == .exit(0))
    let examples = try #require(help.output.range(of: "Examples:"))
    let options = try #require(help.output.range(of: "OPTIONS:"))
    #expect(examples.lowerBound < options.lowerBound)
  }

  @Test func `the manual page names every command and every key`() async throws {
    let page = try await CommandOutput.of("manual")
    #expect(page.ending == .exit(0) && page.output.hasPrefix(".TH CELLSCOPE 1"))
    for command in ["run", "show", "trace", "models", "train", "keys", "doctor", "manual"] {
      #expect(page.output.contains(".SS \(command)\n"), "\(command)")
    }
    #expect(page.output.contains("PgDn"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completions`(shell: String) async throws {
    let script = try await CommandOutput.of("--generate-completion-script", shell)
    #expect(script.ending == .exit(0) && script.output.contains("trace"))
    // Names of models and files are completed, not the commands alone.
    #expect(script.output.contains("agreement-peephole") && script.output.contains("json"))
  }

  @Test func `two letters in the wrong order are one mistake`() async throws {
    let mistake = try await CommandOutput.of("shwo")
    #expect(mistake.ending == .exit(2) && mistake.errors.contains("did you mean “cellscope show”?"))
  }

  @Test func `a picture has the theme that its keys or its option chose`() async throws {
    let dark = try await CommandOutput.of("show", "--format", "svg")
    let chosen = try await CommandOutput.of("show", "--format", "svg", "--keys", "Y")
    let option = try await CommandOutput.of("show", "--format", "svg", "--theme", "contrast")
    let grounds = [dark, chosen, option].map { $0.output.firstMatch(of: /fill="(#\w+)"/)?.1 }
    #expect(Set(grounds).count == 3 && !grounds.contains(nil), "\(grounds)")
  }

  @Test func `doctor says what it finds without a terminal`() async throws {
    let doctor = try await CommandOutput.of("doctor")
    #expect(doctor.ending == .exit(0))
    for name in ["version", "terminal", "colours", "characters", "size", "TERM"] {
      #expect(doctor.output.contains(name), "\(name)")
    }
  }

  @Test func `doctor names the keys that arrive`() async throws {
    let terminal = try PseudoTerminal([Products.cellscope, "doctor"])
    try await terminal.wait(for: "q ends")
    terminal.type("\u{1B}[6~\u{1B}[15~.")
    try await terminal.wait(for: "PgDn")
    try await terminal.wait(for: "F5")
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore && terminal.isScreenGivenBack)
    #expect(terminal.text.contains("xterm-256color") && terminal.text.contains("256"))
  }
}
