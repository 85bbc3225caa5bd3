import ArgumentParser
import CellEngine
import Training

/// One training step: forward, backward through time and Adam.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A linear readout on every step, mean squared error, and Adam.",
    discussion: """
      Parameters, inputs and targets are drawn from their names, so that another program can make the \
      same. --gradient writes the loss, and with their names the slopes of the cell's parameters and of \
      the readout's, row by row. The outputs are as many as the inputs.
      """)

  @OptionGroup var subject: Subject

  @Option(help: "The number of time steps, T.")
  var steps = 100
  @Option(help: "The number of sequences, B.")
  var sequences = 1
  @Option(help: "How many updates one measurement takes.")
  var updates = 100
  @Flag(help: "Write loss and slopes, and measure nothing.")
  var gradient = false

  func validate() throws {
    for value in [steps, sequences, updates] where !(1...1_000_000).contains(value) {
      throw ValidationError("--steps, --sequences and --updates are from 1 to 1000000.")
    }
    guard steps * sequences <= (1 << 26) / (subject.hidden + subject.width) else {
      throw ValidationError("The batch is too large.")
    }
  }

  func run() throws {
    let width = subject.width
    let rows = steps * sequences
    let inputs = BatchGradient<Float>.Inputs.numbers(drawn("x", count: rows * width))
    let targets = BatchGradient<Float>.Targets.numbers(drawn("target", count: rows * width))
    var trainer = BatchTrainer(try prepared())
    if gradient {
      let loss = trainer.gradient.compute(inputs, targets)
      try show(loss: loss, trainer.gradient)
      return
    }
    let time = subject.median {
      for _ in 0..<updates { trainer.update(inputs, targets, rate: 1e-3) }
    }
    Line(
      ("what", .text("train")), ("cell", .text(subject.cell)),
      ("hidden", .count(subject.hidden)), ("inputs", .count(width)),
      ("steps", .count(steps)), ("sequences", .count(sequences)),
      ("us_per_update", .time(time / Double(updates) * 1e6))
    ).show()
  }

  /// A gradient whose parameters are drawn.
  private func prepared() throws -> BatchGradient<Float> {
    let cell = try subject.compiled().cell
    let (width, hidden) = (subject.width, subject.hidden)
    var gradient = BatchGradient<Float>(
      cell.graph, inputs: width, units: hidden, outputs: width, steps: steps,
      sequences: sequences)
    gradient.cellParameters = cell.parameters
    let scale = 1 / Float(hidden).squareRoot()
    gradient.readoutParameters =
      (drawn("readout.weight", count: width * hidden) + drawn("readout.bias", count: width))
      .map { $0 * scale }
    return gradient
  }

  /// Writes the loss and the slopes, a field for each parameter.
  private func show(loss: Double, _ gradient: BatchGradient<Float>) throws {
    var cell = try subject.compiled().cell
    cell.parameters = gradient.cellSlopes
    let readout = gradient.readoutSlopes
    let weights = subject.width * subject.hidden
    let slopes =
      cell.graph.parameters.enumerated().map { ($1.name, cell[ParameterID($0)]) }
      + [("readout.weight", readout.prefix(weights)), ("readout.bias", readout.dropFirst(weights))]
    Line(
      [("what", .text("gradient")), ("loss", .numbers([loss]))]
        + slopes.map { ($0.0, .numbers($0.1.map { Double($0) })) }
    ).show()
  }
}
