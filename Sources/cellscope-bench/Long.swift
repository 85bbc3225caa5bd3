import ArgumentParser
import CellEngine
import Training

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A sequence too long to keep, opened and read at any place.
struct Long: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Open a very long sequence, then reach steps all over it.",
    discussion: """
      The inputs are random words, one of I, or with --dense random numbers that are computed again \
      when they are needed. The memory is the most that the process has had, so ask a fresh one.
      """)

  @OptionGroup var subject: Subject

  @Option(help: "The number of time steps, T.")
  var steps = 1_000_000

  @Option(help: "How many steps are reached, one after the other all over the sequence.")
  var seeks = 200

  @Flag(help: "Inputs of I numbers in place of one word.")
  var dense = false

  func validate() throws {
    guard (1...100_000_000).contains(steps), (1...1_000_000).contains(seeks) else {
      throw ValidationError("--steps is from 1 to 100000000, --seeks from 1 to 1000000.")
    }
  }

  func run() throws {
    let compiled = try subject.compiled()
    let inputs = dense ? numbers : words
    var opened: LongTrace<Float>?
    let opening = subject.seconds { opened = LongTrace(compiled, inputs: inputs) }
    guard var trace = opened else { return }
    var random = SplitMix64(seed: 4)
    let output = compiled.cell.graph.output
    var sum: Float = 0
    let times = (0..<seeks).map { _ in
      let step = Int(random.next() % UInt64(steps))
      return subject.seconds { sum += trace.numbers(of: output, at: step)[0] }
    }.sorted()
    Line(
      ("what", .text("long")), ("cell", .text(subject.cell)), ("hidden", .count(subject.hidden)),
      ("inputs", .count(subject.width)), ("steps", .count(steps)), ("open_s", .time(opening)),
      ("seek_ms", .time(times[times.count / 2] * 1000)),
      ("worst_seek_ms", .time((times.last ?? 0) * 1000)), ("peak_mb", .time(peakMegabytes)),
      ("sum", .time(Double(sum)))
    ).show()
  }

  private var words: LongInput<Float> {
    var random = SplitMix64(seed: 3)
    let width = UInt64(subject.width)
    return .tokens((0..<steps).map { _ in Int32(random.next() % width) }, width: subject.width)
  }

  private var numbers: LongInput<Float> {
    .computed(steps: steps, width: subject.width) { step, x in
      var random = SplitMix64(seed: UInt64(step))
      for place in x.indices {
        x[place] = Float(Int32(truncatingIfNeeded: random.next())) * 0x1p-31
      }
    }
  }

  /// The most memory that the process has had resident, in units of a million bytes.
  private var peakMegabytes: Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss) / 1e6
    #else
      getrusage(RUSAGE_SELF.rawValue, &usage)
      return Double(usage.ru_maxrss) * 1024 / 1e6
    #endif
  }
}
