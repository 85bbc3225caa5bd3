import ArgumentParser

/// The command line.
struct Cellscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cellscope",
    abstract: "See inside a recurrent cell.",
    usage: """
      cellscope [--model <model>] [--text <words>] [<options of run>]
      cellscope <command> [<options>]
      """,
    discussion: """
      Examples:
        cellscope                                step through a sentence
        cellscope --text "the dog which ate was" your own sentence
        cellscope --model agreement-peephole     trained with peepholes
        cellscope --model M --input X.json       your own cell and numbers
        cellscope show --keys "Space Space p"    print the screen after keys
        cellscope trace --format csv             every value of every step
        cellscope doctor                         what this terminal can do

      In the program, ? shows every key, and S gives the lecture.
      Exit status: 0 all right, 1 something failed, 2 wrong usage,
      3 a file was refused, 4 the terminal cannot be used.
      """,
    version: "cellscope 0.1.0",
    subcommands: [
      Run.self, Show.self, Trace.self, Models.self, Train.self, Keys.self, Doctor.self, Manual.self,
    ],
    defaultSubcommand: Run.self)
}

/// Which model reads what: the options that most commands share.
struct SourceOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A shipped model's name or a .safetensors file.", valueName: "model"),
    completion: .modelNamesAndFiles)
  var model: String?

  @Option(help: ArgumentHelp("The sentence, in the model's words.", valueName: "words"))
  var text: String?

  @Option(
    help: ArgumentHelp(
      "The words of a PyTorch model, as a JSON list or object with their rows.",
      valueName: "words.json"),
    completion: .file(extensions: ["json"]))
  var words: String?

  /// What is asked for.
  var source: Source { Source(model: model, text: text, words: words) }
}

/// Which cell of a file reads what: the options of what is drawn.
struct DrawnOptions: ParsableArguments {
  @OptionGroup var options: SourceOptions

  @Option(
    help: ArgumentHelp("Numbers in place of words; - reads standard input.", valueName: "X.json"),
    completion: .file(extensions: ["json"]))
  var input: String?
  @Option(
    help: "A cell of a stack, such as l1 or l0_reverse: else l0 for numbers, the top for words.")
  var layer: String?

  mutating func validate() throws {
    guard input == nil || options.text == nil && options.words == nil else {
      throw ValidationError("Give either words or --input, not both.")
    }
  }

  /// What is asked for.
  var source: Source {
    var source = options.source
    (source.input, source.layer) = (input, layer)
    return source
  }
}
