import Foundation
import Testing

/// One program that works on and on.
@Suite(.timeLimit(.minutes(60))) struct SoakTests {
  /// Changes of numbers, words, switches and cells, and back again.
  private static let edits = [
    "p", "e 4 . 5 Enter", "F", "z", "e 1 c a t Enter", "u 1 Esc", "C C C", "Z", "e 6 1 Enter",
    "r", "T T", "w Esc", "t t", "E E",
  ]
  /// From the first micro-step of the sentence to the last.
  private static let walk = "g 0" + String(repeating: " l", count: 87)
  /// How often the sentence is walked through in one line of keys.
  private static let walksPerLine = 20

  /// Presses keys and waits until they are answered; returns the answer.
  @discardableResult
  private static func press(
    _ keys: String, _ name: String, on terminal: PseudoTerminal
  ) async throws -> String {
    let count = terminal.output.count
    terminal.type(keys + "\n" + name + "\n")
    try await terminal.wait(for: "There is no key \(name);", after: count)
    return String(decoding: terminal.output[count...], as: UTF8.self)
  }

  private static func opened() async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([Products.cellscope, "--accessible"])
    try await terminal.wait(for: "step 1 of 11:")
    return terminal
  }

  /// The bytes that a process has in memory (Linux).
  private static func memory(of process: ChildProcess) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(process.identifier)/statm", encoding: .utf8)
    return (text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0)
      * sysconf(Int32(_SC_PAGESIZE))
  }

  private static func openFiles(of process: ChildProcess) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.identifier)/fd").count
  }

  @Test func `a million micro-steps with edits need no more memory than a quarter of them`()
    async throws
  {
    let terminal = try await Self.opened()
    let files = try Self.openFiles(of: terminal.process)
    let lineCount = 575 * Repeats.factor
    var warm = 0
    for line in 0..<lineCount {
      let keys = (0..<Self.walksPerLine).map { number in
        Self.walk + " " + Self.edits[(line * Self.walksPerLine + number) % Self.edits.count]
      }
      try await Self.press(keys.joined(separator: " "), "soak", on: terminal)
      if line % 10 == 0 { try await Self.press("screen", "soak", on: terminal) }
      if line == 575 / 4 { warm = try Self.memory(of: terminal.process) }
    }
    let growth = try Self.memory(of: terminal.process) - warm
    #expect(growth <= 750_000 * Repeats.factor, "\(growth) bytes more than \(warm)")
    #expect(try Self.openFiles(of: terminal.process) == files)
    let fresh = try await Self.opened()
    for keys in ["Esc r g 0 3 L 4 l", "screen", "E", "screen", "T", "screen", "T d", "screen"] {
      let expected = try await Self.press(keys, "done", on: fresh)
      let actual = try await Self.press(keys, "done", on: terminal)
      #expect(actual == expected, "\(keys): \(actual) instead of \(expected)")
    }
  }
}
