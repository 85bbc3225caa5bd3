import ArgumentParser
import CellEngine

/// One time step at a time, every value kept.
struct Step: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One time step at a time, as when each input waits for the output before.")

  @OptionGroup var subject: Subject

  @Option(help: "How many steps one measurement takes.")
  var steps = 20_000

  func validate() throws {
    guard (1...100_000_000).contains(steps) else {
      throw ValidationError("--steps is from 1 to 100000000.")
    }
  }

  func run() throws {
    let distinct = 64
    let width = subject.width
    let inputs = subject.randomInputs(steps: distinct)
    var stepper = CellStepper(try subject.compiled(), keeping: 8)
    let time = inputs.withUnsafeBufferPointer { inputs in
      subject.median {
        for step in 0..<steps {
          let first = step % distinct * width
          stepper.step(UnsafeBufferPointer(rebasing: inputs[first..<(first + width)]))
        }
      }
    }
    Line(
      ("what", .text("step")), ("cell", .text(subject.cell)), ("hidden", .count(subject.hidden)),
      ("inputs", .count(width)), ("us_per_step", .time(time / Double(steps) * 1e6))
    ).show()
  }
}
