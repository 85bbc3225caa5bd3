import ArgumentParser
import CellEngine

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The cell that is measured and how often.
struct Subject: ParsableArguments {
  @Option(help: "lstm, gru, peephole, or a name of the catalogue.")
  var cell = "lstm"

  @Option(help: "The number of units, H.")
  var hidden = 64

  @Option(help: "The number of inputs, I; as many as units if it is not given.")
  var inputs: Int?

  @Option(help: "How often all steps are measured; the result is the median.")
  var repeats = 5

  @Flag(help: "Count the time on the processor, not on the wall: for a machine with other work.")
  var processorTime = false

  func validate() throws {
    guard (1...8192).contains(hidden) else { throw ValidationError("--hidden is from 1 to 8192.") }
    guard (1...8192).contains(inputs ?? 1) else {
      throw ValidationError("--inputs is from 1 to 8192.")
    }
    guard (1...10_000).contains(repeats) else {
      throw ValidationError("--repeats is from 1 to 10000.")
    }
    guard entry != nil else { throw ValidationError("The catalogue has no cell “\(cell)”.") }
  }

  private var entry: CatalogueEntry? {
    let names = ["lstm": "lstm_NP", "gru": "gru_PyTorch", "peephole": "lstm_V"]
    return CatalogueEntry.named(names[cell] ?? cell)
  }

  /// The number of inputs, I.
  var width: Int { inputs ?? hidden }

  /// The compiled cell with the weights of its parameters' names.
  func compiled() throws -> CompiledCell<Float> {
    guard let entry else { throw ValidationError("The catalogue has no cell “\(cell)”.") }
    var made = Cell<Float>(entry.graph, inputs: width, units: hidden)
    made.drawParameters()
    return CompiledCell(made)
  }

  /// The inputs of some steps, [steps, I].
  func inputs(steps: Int) -> [Float] { drawn("x", count: steps * width) }

  /// The median of what several runs of the same work take, in seconds, after one that is not
  /// counted.
  func median(_ work: () -> Void) -> Double {
    work()
    let times = (0..<repeats).map { _ in seconds(work) }.sorted()
    return times[times.count / 2]
  }

  /// How long some work takes, in seconds.
  func seconds(_ work: () -> Void) -> Double {
    let clock = processorTime ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC
    let start = Self.now(clock)
    work()
    return Self.now(clock) - start
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
