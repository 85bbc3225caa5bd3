import ArgumentParser
import CellScene
import Screen

/// Prints the manual page, made from the same texts as the help and the same table as the keys.
struct Manual: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the manual page, for man -l.",
    discussion: """
      Install it with: cellscope manual > ~/.local/share/man/man1/cellscope.1
      Completions: cellscope --generate-completion-script bash (or zsh, fish)
      """)

  mutating func run() throws {
    let version = Cellscope.configuration.version
    try StandardOutput.write(
      """
      .TH CELLSCOPE 1 "" "\(version)"
      .SH NAME
      cellscope \\- see inside a recurrent cell
      .SH SYNOPSIS
      .B cellscope
      [options of run]
      .br
      .B cellscope
      command [options]
      .SH DESCRIPTION
      Without a command, run is done.
      \(Self.verbatim(Cellscope.configuration.discussion))
      .SH COMMANDS
      \(Self.commands)
      .SH KEYS
      \(Self.verbatim(Self.keys))
      .SH EXIT STATUS
      \(Self.verbatim(Self.exitStatus))
      .SH ENVIRONMENT
      \(Self.verbatim(Self.environment))
      .SH FILES
      \(Self.verbatim(Self.files))

      """)
  }

  private static var commands: String {
    let commands = Cellscope.configuration.subcommands.map { command in
      ".SS \(command._commandName)\n"
        + verbatim(
          wrappingUsage(Cellscope.helpMessage(for: command, columns: 78))
            .trimmingPrefix("OVERVIEW: ").description)
    }
    return commands.joined(separator: "\n")
  }

  private static var keys: String {
    KeyMap.standard.bindings(in: .cell).map { binding in
      let names = binding.keys.map(\.name).joined(separator: " ")
      return names.padded(to: 24) + Language.english.text(.command(binding.command))
    }.joined(separator: "\n")
  }

  private static let environment = """
    An empty variable counts as one that is not set.

    TERM            the terminal; an unknown one is taken for xterm-256color, and with
                    dumb lines are told in place of a drawing
    LC_ALL, LC_CTYPE, LANG
                    the first that is set says which characters there are: ASCII alone
                    where it does not end with UTF-8; for zh, ja and ko the terminal is
                    asked how wide it draws
    NO_COLOR        set: no colours
    ACCESSIBLE      set and not 0: lines in place of a drawing
    XDG_CONFIG_HOME the folder of the preferences, ~/.config without it
    XDG_DATA_HOME   the folder of your own models, ~/.local/share without it
    HOME            what ~ stands for; a path in these three begins with /
    """

  private static let exitStatus = """
    0   all right
    1   something failed
    2   wrong usage
    3   a file was refused
    4   the terminal cannot be used
    A reader that goes away, as in cellscope | head, ends the program without a message.
    """

  private static let files = """
    ~/.config/cellscope/config
        theme = \(ThemeChoice.allCases.map(\.rawValue).joined(separator: ", "))
        language = \(Language.allCases.map(\.rawValue).joined(separator: " or "))
        ambiguous = \(AmbiguousWidth.allCases.map(\.rawValue).joined(separator: " or "))
        key x = Space
        (x then does what Space does as delivered)
    ~/.local/share/cellscope/NAME.safetensors
        stands in for the shipped model NAME
    """

  /// Text that roff leaves as it is.
  private static func verbatim(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let escaped = line.replacing("\\", with: "\\e").replacing("-", with: "\\-")
      return escaped.first == "." || escaped.first == "'" ? "\\&" + escaped : escaped
    }
    return ".nf\n" + lines.joined(separator: "\n") + "\n.fi"
  }
}
