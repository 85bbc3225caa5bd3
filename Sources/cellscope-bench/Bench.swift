import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Measures the engine; every measurement is one line of JSON.
///
/// The work is fixed by the options, never by the time it takes, so two runs do the same.
@main
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cellscope-bench",
    abstract: "Measure how fast cells are computed, as lines of JSON.",
    discussion: """
      Cells: lstm, gru, peephole, or a name that the catalogue has, such as lstm_CIFG. The numbers \
      are Float, the weights drawn from their names, so that another program can make the same, and \
      the size of the input is that of the cell unless it is given. serve reads these commands line \
      by line, so that a script can take turns with other programs.
      """,
    subcommands: [Step.self, Sequence.self, Train.self, Long.self, Serve.self])
}

/// Answers commands that come line by line on standard input.
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Answer each line of standard input, such as “step --hidden 64”, with a line of JSON."
  )

  func run() {
    while let line = readLine() {
      let words = line.split(separator: " ").map(String.init)
      guard !words.isEmpty else { continue }
      do {
        var command = try Bench.parseAsRoot(words)
        try command.run()
      } catch {
        Line(("error", .text(Bench.message(for: error)))).show()
      }
    }
  }
}

/// One line of JSON: names and values in the order of writing.
struct Line {
  /// A value.
  enum Value {
    case text(String)
    case count(Int)
    case time(Double)
    case numbers([Double])
  }

  private let fields: [(String, Value)]

  init(_ fields: (String, Value)...) { self.init(fields) }
  init(_ fields: [(String, Value)]) { self.fields = fields }

  /// The outputs of some steps, one after the other.
  init(values: [Float]) {
    self.init(("what", .text("values")), ("values", .numbers(values.map { Double($0) })))
  }

  /// Writes the line to standard output at once.
  func show() {
    print("{" + fields.map { "\"\($0.0)\":\(Self.text($0.1))" }.joined(separator: ",") + "}")
    fflush(nil)
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text): "\"" + text.flatMap(escaped) + "\""
    case .count(let count): "\(count)"
    case .time(let time): "\((time * 10000).rounded() / 10000)"
    case .numbers(let numbers): "[" + numbers.map { "\($0)" }.joined(separator: ",") + "]"
    }
  }

  private static func escaped(_ letter: Character) -> String {
    switch letter {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": " "
    default: String(letter)
    }
  }
}
