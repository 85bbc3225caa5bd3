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
}
