import Foundation
import Testing

/// What people expect of a command.
@Suite(.timeLimit(.minutes(1))) struct HelpfulnessTests {
  @Test(arguments: [
    (["trcae"], "cellscope trace"), (["modles"], "cellscope models"),
    (["show", "--kyes", "p"], "--keys"),
    (["models", "agrement"], "Did you mean agreement?"),
    (["--model", "agreement-peepole"], "Did you mean agreement-peephole?"),
    (["hlep"], "cellscope help"), (["help", "trcae"], "cellscope trace"),
    (["Show"], "cellscope show"),
    (["nonsense", "--help"], "cellscope --help"), (["help", "nonsense"], "cellscope --help"),
    (["version"], "cellscope --version"), (["agreement-gru"], "cellscope --model agreement-gru"),
    (["my.safetensors"], "cellscope --model my.safetensors"),
    (["show", "--keys", "Space Spaec"], "did you mean Space?"),
    (["show", "--keys", "bkps"], "did you mean Bksp?"), (["show", "--keys", "C-1"], "as in C-r"),
    (["show", "--keys", "tW"], "“t W”"), (["show", "--keys", "12G"], "“1 2 G”"),
  ])
  func `a mistyped name comes with the right one`(arguments: [String], meant: String) async throws {
    let refused = try await CommandOutput.of(arguments)
    #expect(refused.ending == .exit(2))
    #expect(refused.errors.contains(meant), "\(refused.errors)")
    #expect(refused.output.isEmpty)
  }

  @Test func `a file that is taken for a name is found`() async throws {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder.path("mymodel")))
    let start = "cd '\(folder.path(""))' && \"$0\" "
    let option = try await CommandOutput.ofShell(start + "--model mymodel")
    #expect(option.ending == .exit(2) && option.errors.contains("give it as ./mymodel."))
    let word = try await CommandOutput.ofShell(start + "mymodel")
    #expect(word.ending == .exit(2) && word.errors.contains("cellscope --model ./mymodel"))
    let none = try await CommandOutput.ofShell("cd / && \"$0\" --model tmp")
    #expect(none.ending == .exit(2) && !none.errors.contains("give it as"))
    let empty = try await CommandOutput.of("--model", "")
    #expect(empty.ending == .exit(2) && !empty.errors.contains("./.safetensors"))
  }

  @Test func `show takes the names of keys as the program shows them`() async throws {
    let shown = try await CommandOutput.of("show", "--keys", "space SPACE ↑ Bksp c-L pgdn")
    let named = try await CommandOutput.of("show", "--keys", "Space Space Up Backspace C-l PgDn")
    #expect(shown.ending == .exit(0) && shown.output == named.output)
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
    for name in ["LC_ALL", "XDG_DATA_HOME   the", "HOME ", ".SH EXIT STATUS", "file was refused"] {
      #expect(page.output.contains(name), "\(name)")
    }
    let lines = page.output.replacing("\\-", with: "-").split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 90 }, "\(lines.filter { $0.count > 90 })")
  }

  @Test(arguments: ["run", "show", "trace", "models", "train", "doctor"])
  func `no line of help is longer than a screen is wide`(command: String) async throws {
    let help = try await CommandOutput.of(command, "--help")
    let mistake = try await CommandOutput.of(command, "--bogus")
    let lines = (help.output + mistake.errors).split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines.filter { $0.count > 80 })")
    #expect(help.output.contains("USAGE: cellscope \(command) "))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `there are completions`(shell: String) async throws {
    let script = try await CommandOutput.of("--generate-completion-script", shell)
    #expect(script.ending == .exit(0) && script.output.contains("trace"))
    // Names of models and files are completed, not the commands alone.
    #expect(script.output.contains("agreement-peephole") && script.output.contains("json"))
  }

  /// What bash offers for a line whose last word is being typed, in a folder with a model and a folder.
  private func bashOffers(_ line: String) async throws -> Set<Substring> {
    let folder = try TemporaryFolder()
    try Data().write(to: URL(filePath: folder.path("sub/own.safetensors")))
    try Data().write(to: URL(filePath: folder.path("mine.safetensors")))
    try Data().write(to: URL(filePath: folder.path("notes.txt")))
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    let (current, previous) = (words[words.count - 1], words[words.count - 2])
    let script = """
      cd '\(folder.path(""))' && "$0" --generate-completion-script bash > script && bash -c '
      source ./script; COMP_WORDS=(\(line)\(current.isEmpty ? " \"\"" : ""));
      COMP_CWORD=\(words.count - 1); COMP_LINE="\(line)"; COMP_POINT=${#COMP_LINE};
      _cellscope cellscope "\(current)" "\(previous)"; printf "%s\\n" "${COMPREPLY[@]}"'
      """
    return Set(try await CommandOutput.ofShell(script).output.split(separator: "\n"))
  }

  @Test func `bash completes a line without a command as one of run`() async throws {
    #expect(try await bashOffers("cellscope --m") == ["--model"])
    #expect(
      try await bashOffers("cellscope --model agreement-p") == ["agreement-peephole"])
    #expect(try await bashOffers("cellscope --model ").contains("agreement"))
    #expect(try await !bashOffers("cellscope --model ").contains("show"))
    #expect(try await bashOffers("cellscope --theme l") == ["light"])
    #expect(try await bashOffers("cellscope s") == ["show"])
    #expect(try await bashOffers("cellscope show --ke") == ["--keys"])
    #expect(try await bashOffers("cellscope train --text no") == ["notes.txt"])
  }

  @Test(arguments: ["cellscope", "cellscope trace", "cellscope show"])
  func `bash completes model files and the folders on the way`(start: String) async throws {
    #expect(try await bashOffers(start + " --model ").isSuperset(of: ["mine.safetensors", "sub"]))
    #expect(
      try await bashOffers(start + " --model ./") == ["./mine.safetensors", "./sub"])
    #expect(try await bashOffers(start + " --model sub/") == ["sub/own.safetensors"])
    #expect(try await !bashOffers(start + " --model ../").isEmpty)
  }

  @Test(arguments: [("zsh", "_files -g \"*.safetensors\"}"), ("fish", "__fish_complete_suffix")])
  func `the other shells do so too`(shell: String, files: String) async throws {
    let script = try await CommandOutput.of("--generate-completion-script", shell).output
    #expect(script.contains(files))
    #expect(script.contains(shell == "zsh" ? "words[1]}\" run" : "tokens[1] run"))
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
    #expect(doctor.ending == .exit(0) && doctor.output.contains("/config (no such file)"))
    let folder = try TemporaryFolder()
    try Data("theme = light\n".utf8).write(to: URL(filePath: folder.path("cellscope/config")))
    let found = try await CommandOutput.of(
      "doctor", environment: ["XDG_CONFIG_HOME": folder.path("")])
    #expect(found.output.contains("/cellscope/config\n"))
    for name in ["version", "terminal", "colours", "characters", "size", "TERM"] {
      #expect(doctor.output.contains(name), "\(name)")
    }
  }

  @Test func `doctor names the keys that arrive`() async throws {
    let terminal = try PseudoTerminal([Products.cellscope, "doctor"])
    try await terminal.wait(for: "q ends")
    // The facts stand on the screen of the test too.
    let screen = try #require(terminal.text.split(separator: "\u{1B}[?1049h").last)
    #expect(screen.contains("characters") && screen.contains("(no such file)"))
    terminal.type("\u{1B}[6~\u{1B}[15~.")
    try await terminal.wait(for: "PgDn")
    try await terminal.wait(for: "F5")
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore && terminal.isScreenGivenBack)
    #expect(terminal.text.contains("xterm-256color") && terminal.text.contains("256"))
  }
}
