import ArgumentParser
import CellEngine

/// A known sequence at once, every value of every step kept.
struct Sequence: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "A known sequence in one call.")

  @OptionGroup var subject: Subject

  @Option(help: "The number of time steps, T.")
  var steps = 1000

  @Flag(help: "Write the output of each step, and measure nothing.")
  var values = false

  func validate() throws {
    guard (1...1_000_000).contains(steps) else {
      throw ValidationError("--steps is from 1 to 1000000.")
    }
  }

  func run() throws {
    let inputs = subject.inputs(steps: steps)
    let compiled = try subject.compiled()
    var trace = compiled.emptyTrace(steps: steps)
    func fill() { inputs.withUnsafeBufferPointer { compiled.fill(&trace, inputs: $0) } }
    guard !values else {
      fill()
      let output = compiled.cell.graph.output
      Line(values: (0..<steps).flatMap { trace[output, $0] }).show()
      return
    }
    let time = subject.median(fill)
    Line(
      ("what", .text("sequence")), ("cell", .text(subject.cell)),
      ("hidden", .count(subject.hidden)), ("inputs", .count(subject.width)),
      ("steps", .count(steps)), ("us_per_step", .time(time / Double(steps) * 1e6))
    ).show()
  }
}
