import ArgumentParser
import CellEngine
import Training

/// One training step: forward, backward through time and Adam.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A linear readout on every step, mean squared error, and Adam.",
    discussion: """
      Parameters, inputs and targets are the numbers of SplitMix64, so that another program can make \
      the same. --gradient writes the loss and its slopes in PyTorch's order of tensors: the rows of \
      update, forget, candidate and output gate of the input's matrix, then those of the state's, the \
      biases, and the readout. The outputs are as many as the inputs.
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
    let inputs = BatchGradient<Float>.Inputs.numbers(numbers(rows * width, seed: 11))
    let targets = BatchGradient<Float>.Targets.numbers(numbers(rows * width, seed: 12))
    var trainer = BatchTrainer(try prepared())
    if gradient {
      let loss = trainer.gradient.compute(inputs, targets)
      Line(
        ("what", .text("gradient")), ("slopes", .numbers([loss] + (try slopes(trainer.gradient))))
      )
      .show()
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

  /// The gates in PyTorch's order of rows.
  private var gates: [Role] { [.update, .forget, .candidate, .output] }

  /// A gradient whose parameters are drawn tensor after tensor.
  private func prepared() throws -> BatchGradient<Float> {
    var cell = try subject.compiled().cell
    let (width, hidden) = (subject.width, subject.hidden)
    let scale = 1 / Float(hidden).squareRoot()
    for (seed, parameters) in tensors(of: cell).enumerated() {
      let count = parameters.map { cell[$0].count }.reduce(0, +)
      var drawn = numbers(count, seed: UInt64(seed + 1)).map { $0 * scale }[...]
      for parameter in parameters {
        let count = cell[parameter].count
        cell[parameter] = drawn.prefix(count)
        drawn = drawn.dropFirst(count)
      }
    }
    var gradient = BatchGradient<Float>(
      cell.graph, inputs: width, units: hidden, outputs: width, steps: steps,
      sequences: sequences)
    gradient.cellParameters = cell.parameters
    gradient.readoutParameters =
      (numbers(width * hidden, seed: 4) + numbers(width, seed: 5)).map { $0 * scale }
    return gradient
  }

  /// The slopes in PyTorch's order of tensors.
  private func slopes(_ gradient: BatchGradient<Float>) throws -> [Double] {
    var cell = try subject.compiled().cell
    cell.parameters = gradient.cellSlopes
    let ordered = tensors(of: cell).flatMap { $0.flatMap { Array(cell[$0]) } }
    return (ordered + gradient.readoutSlopes).map { Double($0) }
  }

  /// The parameters of the input's matrix, of the state's matrix and of the bias, gate by gate.
  private func tensors(of cell: Cell<Float>) -> [[ParameterID]] {
    ["weight.input", "weight.activation", "bias"].map { name in
      gates.compactMap { cell.parameter(named: "\($0.rawValue).\(name)") }
    }
  }

  /// The numbers of SplitMix64 in [−1, 1): the high 24 bits.
  private func numbers(_ count: Int, seed: UInt64) -> [Float] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Float(random.next() >> 40) / 0x1p23 - 1 }
  }
}
