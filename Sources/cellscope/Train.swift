import ArgumentParser
import CellEngine
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
    abstract: "Train a model of the task agreement and write it to a file.",
    discussion: """
      The task: after “the cats which already ate fish” comes “were”, however long the clause.
      The shipped models are made by
        cellscope train --output agreement.safetensors
        cellscope train --peepholes --output agreement-peephole.safetensors
        cellscope train --cell gru --output agreement-gru.safetensors
        cellscope train --cell rnn --output agreement-rnn.safetensors
      The same command gives the same file on the same machine, bit for bit.
      """)

  /// The family of the cell.
  enum Family: String, CaseIterable, ExpressibleByArgument {
    case lstm, gru, rnn
  }

  @Option(name: .shortAndLong, help: "The file to write, a .safetensors file.")
  var output: String
  @Option(help: "lstm, gru or rnn.")
  var cell = Family.lstm
  @Flag(help: "Give every gate of the LSTM a peephole on c<t-1>.")
  var peepholes = false
  @Option(
    help: """
      The number of units; without it, as many as give about the same number of weights: 8 in an \
      LSTM, 10 in a GRU, 19 in an RNN.
      """)
  var units: Int?
  @Option(help: "What all random numbers come from.")
  var seed = TrainingRecipe.agreement.seed
  @Option(help: "The number of updates.")
  var steps = TrainingRecipe.agreement.steps
  @Option(help: "The number of sentences in each update.")
  var batch = TrainingRecipe.agreement.batch
  @Flag(help: "Replace the file if it exists.")
  var force = false

  mutating func validate() throws {
    guard cell == .lstm || !peepholes else {
      throw ValidationError("--peepholes is for the LSTM; gates of a \(cell) have none.")
    }
    guard units.map({ (1...SequenceModel.unitLimit).contains($0) }) ?? true else {
      throw ValidationError("--units is a number from 1 to \(SequenceModel.unitLimit).")
    }
    guard steps > 0, batch > 0 else {
      throw ValidationError("--steps and --batch are numbers from 1 on.")
    }
  }

  mutating func run() throws {
    if !force, access(output, F_OK) == 0 {
      throw ModelFileError(
        file: output, reason: .exists, explanation: "it exists already; --force replaces it")
    }
    var recipe = standardRecipe
    recipe.units = units ?? recipe.units
    recipe.seed = seed
    recipe.steps = steps
    recipe.batch = batch
    var trainer = Trainer(recipe: recipe)
    var line = ProgressLine(steps: steps)
    while !trainer.isFinished { line.show(trainer.step()) }
    line.end()
    let report = TrainingReport(of: trainer.model)
    let model = trainer.model(with: report)
    try model.file.write(to: output, replacing: force)
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

/// The line that says how far training is, on standard error.
private struct ProgressLine {
  private let steps: Int
  private let start = ContinuousClock.now
  private let isTerminal = isatty(2) == 1
  private var loss = 0.0
  private var right = 0
  private var verbs = 0

  init(steps: Int) { self.steps = steps }

  /// Shows step, loss, accuracy and the time left, a hundred times in all.
  mutating func show(_ progress: Trainer.Progress) {
    loss = loss == 0 ? progress.loss : 0.98 * loss + 0.02 * progress.loss
    right += progress.verbs.right
    verbs += progress.verbs.count
    let interval = max(1, steps / (isTerminal ? 100 : 10))
    guard progress.step % interval == 0 || progress.step == steps else { return }
    let accuracy = verbs == 0 ? 0 : Double(right) / Double(verbs)
    let elapsed = start.duration(to: .now)
    let left = elapsed / progress.step * (steps - progress.step)
    let text =
      "step \(progress.step)/\(steps)  loss \(Figure.text(loss, 3))  "
      + "verbs right \(Figure.percent(accuracy))  \(left.components.seconds) s left"
    StandardOutput.complain((isTerminal ? "\r\u{1B}[K" : "") + text, endsLine: !isTerminal)
    right = 0
    verbs = 0
  }

  func end() {
    if isTerminal { StandardOutput.complain("") }
  }
}
