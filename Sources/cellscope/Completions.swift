import ArgumentParser

/// What the parser's completion scripts leave out: the options without a command, and folders.
enum Completions {
  /// Whether a command line asks for a script.
  static func areAsked(by arguments: [String]) -> Bool {
    arguments.contains { $0.hasPrefix("--generate-completion-script") }
  }

  /// A script of the parser with what is missing put in.
  ///
  /// A line without a command is completed as if `run` stood in it, as it is parsed. The places are
  /// found by the text of the scripts, of which a shell has one; in another's nothing is found.
  static func completed(_ script: String) -> String {
    var script = script
    for (place, addition) in [
      (#"local -a unparsed_words=("${COMP_WORDS[@]:1:${COMP_CWORD}}")"#, bash),
      (#"local -ir current_word_index="$((CURRENT - 1))""#, zsh),
      ("set -l unparsed_tokens (__cellscope_tokens -pc)", fish),
    ] {
      script = script.replacing(place, with: place + "\n" + addition)
    }
    return script.replacing(
      zshList + "}", with: zshList + #"; _files -g "*.safetensors"}"#)
  }

  private static let bash = """
        if [[ "${unparsed_words[0]}" = -* ]]; then
            unparsed_words=(run "${unparsed_words[@]}")
        fi
    """

  private static let zsh = """
        if [[ "${words[2]}" = -* ]]; then
            words=("${words[1]}" run "${(@)words[2,-1]}")
            ((CURRENT++))
        fi
    """

  private static let fish = """
        set -l first $unparsed_tokens[2] (commandline -ct)
        if string match -q -- '-*' "$first[1]"
            set unparsed_tokens $unparsed_tokens[1] run $unparsed_tokens[2..]
        end
    """

  /// What zsh does with the lines of a command; files cannot be among them, for the way into a folder
  /// goes on behind its name.
  private static let zshList = #"_describe -V "" list"#
}

extension CompletionKind {
  /// The shipped models, model files, and the folders on the way to them.
  static var modelNamesAndFiles: CompletionKind {
    let names = "printf '%s\\n' " + ModelLibrary.names.joined(separator: " ")
    return switch CompletionShell.requesting {
    case .bash: .shellCommand(names + #"; compgen -o plusdirs -f -X '!*.safetensors' -- "${cur}""#)
    case .fish: .shellCommand(names + "; __fish_complete_suffix .safetensors")
    default: .shellCommand(names)
    }
  }
}
