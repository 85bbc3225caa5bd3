import Foundation
import Testing

/// How much is written: little, and nothing when nothing changes.
@Suite(.serialized, .timeLimit(.minutes(5))) struct SlowLineTests {
  private static let frame = Array("\u{1B}[?2026l".utf8)

  private static func frames(in output: ArraySlice<UInt8>) -> Int {
    output.ranges(of: frame).count
  }

  @Test func `a burst of keys costs few pictures and loses none`() async throws {
    let terminal = try PseudoTerminal(columns: 100, rows: 30)
    try await terminal.wait(for: "LSTM")
    try await terminal.waitUntilSilent()
    let count = terminal.output.count
    terminal.type(String(repeating: "l", count: 60))
    try await terminal.wait(for: "\u{1B}[?2026l", after: count)
    try await terminal.waitUntilSilent()
    #expect(Self.frames(in: terminal.output[count...]) <= 3)
    // 60 micro-steps on are 5 words and 5 micro-steps.
    let direct = try PseudoTerminal(columns: 100, rows: 30)
    try await direct.wait(for: "LSTM")
    direct.type("60l")
    #expect(try await terminal.wholePicture() == (try await direct.wholePicture()))
  }

  @Test func `the whole picture of 100 columns and 30 rows takes at most 16 KiB`() async throws {
    for keys in ["", "p5G$", "?", "v", "E8l", "Y", "YY", "YYY"] {
      let terminal = try PseudoTerminal(columns: 100, rows: 30)
      try await terminal.wait(for: "LSTM")
      terminal.type(keys)
      let count = try await terminal.wholePicture().count
      #expect(count <= 16_384, "\(keys): \(count)")
    }
  }

  @Test func `the median micro-step takes at most 2 KB`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    try await terminal.waitUntilSilent()
    var sizes: [Int] = []
    for _ in 1...60 {
      let count = terminal.output.count
      terminal.type("l")
      try await terminal.wait(for: "\u{1B}[?2026l", after: count)
      sizes.append(terminal.output.count - count)
    }
    #expect(sizes.sorted()[sizes.count / 2] <= 2000, "\(sizes)")
  }

  @Test func `a key that changes nothing writes nothing`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    terminal.type("h")
    try await terminal.waitUntilSilent()
    let count = terminal.output.count
    terminal.type("hhhhh")
    try await terminal.waitUntilSilent()
    #expect(terminal.output.count == count)
  }

  @Test func `a storm of window sizes ends in the picture of the last one`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.wait(for: "LSTM")
    for turn in Repeats.count(10_000) {
      terminal.resize(columns: (turn * 7919) % 300, rows: (turn * 104_729) % 120)
      if turn % 50 == 0 { terminal.read() }
    }
    terminal.resize(columns: 100, rows: 30)
    let fresh = try PseudoTerminal(columns: 100, rows: 30)
    try await fresh.wait(for: "LSTM")
    try await fresh.waitUntilSilent()
    #expect(try await terminal.wholePicture() == (try await fresh.wholePicture()))
  }
}
