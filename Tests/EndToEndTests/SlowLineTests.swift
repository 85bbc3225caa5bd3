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
    try await terminal.waitForFirstPicture()
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
    try await terminal.waitForFirstPicture()
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

  /// Reads as a line of so many bits a second would, ten of them for a byte, for a time.
  private static func read(
    _ terminal: PseudoTerminal, bitsPerSecond: Int, for time: Duration
  ) async throws {
    let end = ContinuousClock.now + time
    let start = (ContinuousClock.now, terminal.output.count)
    while ContinuousClock.now < end {
      let seconds = start.0.duration(to: .now) / .seconds(1)
      let due = Int(seconds * Double(bitsPerSecond) / 10) - (terminal.output.count - start.1)
      if due > 0 { terminal.read(atMost: min(due, 4096)) }
      try await Task.sleep(for: .milliseconds(2))
    }
  }

  /// Eighty micro-steps, or one picture drawn anew so often.
  @Test(arguments: [1200, 9600, 115_200], [("l", 8), ("\u{C}", 50)])
  func `on a slow line keys that come faster than pictures share them and none is lost`(
    bitsPerSecond: Int, keys: (name: String, bursts: Int)
  ) async throws {
    let direct = try PseudoTerminal(columns: 100, rows: 30)
    try await direct.wait(for: "LSTM")
    direct.type(keys.name == "l" ? "80l" : "")
    let picture = try await direct.wholePicture()
    for _ in Repeats.count(1) {
      let terminal = try PseudoTerminal(columns: 100, rows: 30)
      try await terminal.waitForFirstPicture()
      let count = terminal.output.count
      for _ in 0..<keys.bursts {
        terminal.type(String(repeating: keys.name, count: 10))
        try await Self.read(terminal, bitsPerSecond: bitsPerSecond, for: .milliseconds(20))
      }
      try await terminal.waitUntilSilent()
      // A burst that is read in two parts makes two pictures.
      #expect(Self.frames(in: terminal.output[count...]) <= keys.bursts * 2)
      #expect(try await terminal.wholePicture() == picture)
    }
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a line that takes nothing any more holds no signal up`(signal: Int32) async throws {
    for _ in Repeats.count(3) {
      let terminal = try PseudoTerminal(columns: 200, rows: 60)
      try await terminal.wait(for: "LSTM")
      for _ in 1...20 { terminal.type(String(repeating: "\u{C}", count: 20)) }
      try await terminal.waitUntilSilent(reading: false)
      kill(terminal.process.identifier, signal)
      #expect(try await terminal.end(within: .seconds(1), reading: false) == .signal(signal))
      #expect(terminal.isAsBefore)
    }
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
    try await fresh.waitForFirstPicture()
    #expect(try await terminal.wholePicture() == (try await fresh.wholePicture()))
  }
}
