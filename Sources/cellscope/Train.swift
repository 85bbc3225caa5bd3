public import ArgumentParser
public import CellEngine
import ModelFiles
import Training

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Trains a model and writes it to a file.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train a model of the task agreement, or on a text, and write it to a file.",
    usage: "cellscope train --output <output> [<options>]",
    discussion: """
      The task: after “the cats which already ate fish” comes “were”, however long the clause.
      The shipped models are made by
        cellscope train --output agreement.safetensors
        cellscope train --peepholes --output agreement-peephole.safetensors
        cellscope train --peepholes --units 100 --steps 2000 --single \\
          --name agreement-100 --output agreement-100.safetensors
        cellscope train --cell gru --output agreement-gru.safetensors
        cellscope train --cell rnn --output agreement-rnn.safetensors
      With --text the model learns to predict the next character of a file in UTF-8.
      The same command gives the same file on the same machine, bit for bit.
      """)

  // Asked for when the command runs: the parser would miss it before it names a misspelt option.
  @Option(name: .shortAndLong, help: "The file to write, a .safetensors file.", completion: .file())
  var output = ""
  @Option(help: "lstm, gru or rnn; for a text only lstm.")
  var cell = CellFamily.lstm
  @Flag(help: "Give every gate of the LSTM a peephole on c<t-1>.")
  var peepholes = false
  @Option(
    help: "A text to train on, character by character, in place of the task.", completion: .file())
  var text: String?
  @Option(help: "The text that the model of a text opens on.")
  var example: String?
  @Option(
    parsing: .unconditional,
    help: """
      The number of units: 96 for a text; for the task as many as give about the same number of \
      weights: 8 in an LSTM, 10 in a GRU, 19 in an RNN.
      """, transform: number(in: 1...SequenceModel.unitLimit))
  var units: Int?
  @Option(
    parsing: .unconditional, help: "What all random numbers come from: 4, or 1 for a text.",
    transform: number(in: 0...UInt64.max))
  var seed: UInt64?
  @Option(
    parsing: .unconditional, help: "The number of updates: 8000.",
    transform: number(in: 1...1_000_000_000_000))
  var steps: Int?
  @Option(
    parsing: .unconditional,
    help: "The number of sentences, or of streams of a text, in each update: 32.",
    transform: number(in: 1...4096))
  var batch: Int?
  @Option(help: "What the model is called; without it, by its recipe.")
  var name: String?
  @Flag(help: "Write the weights rounded to single precision, in half the space.")
  var single = false
  @Flag(help: "Replace the file if it exists.")
  var force = false

  /// Reads a number; what is none or lies outside is told what it may be.
  private static func number<Number: FixedWidthInteger & Sendable>(
    in range: ClosedRange<Number>
  ) -> @Sendable (String) throws -> Number {
    { text in
      guard let number = Number(text), range.contains(number) else {
        throw ValidationError(
          "it is a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
  }

  mutating func validate() throws {
    guard cell == .lstm || !peepholes else {
      throw ValidationError("--peepholes is for the LSTM; gates of a \(cell) have none.")
    }
    guard cell == .lstm || text == nil else {
      throw ValidationError("--text trains an LSTM; \(cell) is for the task agreement.")
    }
    guard example == nil || text != nil else {
      throw ValidationError("--example is for a model of a text, see --text.")
    }
    guard (units ?? 1) * (batch ?? 1) <= 1 << 18 else {
      throw ValidationError("--units times --batch is at most \(1 << 18), for want of memory.")
    }
  }

  mutating func run() throws {
    try checkOutput()
    if let text {
      try train(on: text)
    } else {
      try trainAgreement()
    }
  }

  /// Refuses, before long work, what cannot be written.
  private func checkOutput() throws {
    guard !output.isEmpty else {
      throw UsageError(
        description: "Say with --output which file to write, such as model.safetensors.")
    }
    guard output != "-" else {
      throw UsageError(
        description: "A model is not written to standard output; a file of the name - is ./-.")
    }
    // What --force does not replace is no reason to advise it.
    try DiskFile.checkTarget(output, replacing: true)
    guard force || access(output, F_OK) != 0 else {
      throw ModelFileError(
        file: output, reason: .exists, explanation: "it exists already; --force replaces it")
    }
  }

  private func trainAgreement() throws {
    var recipe = standardRecipe
    recipe.units = units ?? recipe.units
    recipe.seed = seed ?? recipe.seed
    recipe.steps = steps ?? recipe.steps
    recipe.batch = batch ?? recipe.batch
    recipe.name = name ?? recipe.name
    var trainer = Trainer(recipe: recipe)
    var line = ProgressLine(steps: recipe.steps)
    while !trainer.isFinished { line.show(trainer.step()) }
    line.end()
    var measured = trainer.model
    if single { measured.flatParameters = measured.flatParameters.map { Double(Float($0)) } }
    let report = TrainingReport(of: measured)
    let model = trainer.model(with: report)
    try model.file(as: single ? .float32 : .float64).write(to: output, replacing: force)
    try StandardOutput.write(table(report, model))
  }

  private var standardRecipe: TrainingRecipe {
    switch cell {
    case .lstm: peepholes ? .agreementPeephole : .agreement
    case .gru: .agreementGRU
    case .rnn: .agreementRNN
    }
  }

  /// The accuracy for each gap, as the README shows it.
  private func table(_ report: TrainingReport, _ model: SequenceModel) -> String {
    var text = "words between  sentences  verb most likely  was/were right\n"
    for row in report.evaluation.rows {
      text += line("\(row.gap)", row.verbs)
    }
    text += line("all", report.evaluation.overall)
    let unit = "Unit \(model.focusUnit + 1) carries the number; \(output) is written.\n"
    return text + unit
  }

  private func line(_ gap: String, _ verbs: VerbCount) -> String {
    func column(_ text: String, _ width: Int) -> String {
      String(repeating: " ", count: max(0, width - text.count)) + text
    }
    func share(_ value: Double) -> String { Figure.text(value * 100, 2) + "%" }
    return column(gap, 13) + column("\(verbs.count)", 11) + column(share(verbs.accuracy), 18)
      + column(share(verbs.choiceAccuracy), 16) + "\n"
  }
}

extension CellFamily: ExpressibleByArgument {}
