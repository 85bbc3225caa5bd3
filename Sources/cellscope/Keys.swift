import ArgumentParser
import CellScene

/// Prints every key of the program.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every key as a Markdown table.")

  mutating func run() throws {
    try StandardOutput.write(KeyMap.standard.markdown())
  }
}
