import ArgumentParser
import CellEngine

/// One time step at a time, every value kept.
struct Step: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One time step at a time, as when each input waits for the output before.")

  @OptionGroup var subject: Subject

  @Option(help: "How many steps one measurement takes.")
  var steps = 20_000

  @Flag(help: "Write the output of each step, and measure nothing.")
  var values = false

  func validate() throws {
    guard (1...100_000_000).contains(steps) else {
      throw ValidationError("--steps is from 1 to 100000000.")
    }
  }

  func run() throws {
    let distinct = 64
    let width = subject.width
    let inputs = subject.inputs(steps: distinct)
    var stepper = CellStepper(try subject.compiled(), keeping: 8)
    func place(_ step: Int) -> Range<Int> {
      let first = step % distinct * width
      return first..<(first + width)
    }
    guard !values else {
      let output = stepper.compiled.cell.graph.output
      let outputs = (0..<steps).flatMap { step in
        stepper.step(Array(inputs[place(step)]))
        return stepper[output, 0]
      }
      Line(values: outputs).show()
      return
    }
    let time = inputs.withUnsafeBufferPointer { inputs in
      subject.median {
        for step in 0..<steps {
          stepper.step(UnsafeBufferPointer(rebasing: inputs[place(step)]))
        }
      }
    }
    Line(
      ("what", .text("step")), ("cell", .text(subject.cell)), ("hidden", .count(subject.hidden)),
      ("inputs", .count(width)), ("us_per_step", .time(time / Double(steps) * 1e6))
    ).show()
  }
}
