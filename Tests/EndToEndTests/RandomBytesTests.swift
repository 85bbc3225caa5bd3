import Foundation
import Testing
import Training

/// Bytes that nobody types, through a real terminal.
@Suite(.serialized, .timeLimit(.minutes(20))) struct RandomBytesTests {
  /// What ends the program, and C-z, which for a moment gives the terminal back: after it C-c is a
  /// signal, as it should be.
  private static let leaving = Set("qQ\u{3}\u{1A}".utf8)
  /// Half of everything is one of these: sequences begin and end.
  private static let telling = Array("\u{1B}\u{1B}\u{1B}[[]OPM<~;;0122;R\u{7}\\".utf8)
  /// Ends whatever has begun, closes whatever is open and leaves.
  private static let wayOut = Array("\u{1B}[201~\u{7}\u{1B}\\\u{1B}\u{1B}\u{1B}\u{1B}\u{1B}Q".utf8)

  private static func bytes(
    _ count: Int, seed: UInt64, without left: Set<UInt8> = []
  ) -> [UInt8] {
    var random = SplitMix64(seed: seed)
    var bytes: [UInt8] = []
    while bytes.count < count {
      // By turns 4096 bytes of all kinds and 4096 that mean more.
      let isTelling = bytes.count & 4096 != 0 && Bool.random(using: &random)
      let byte =
        isTelling
        ? telling[Int.random(in: telling.indices, using: &random)]
        : UInt8.random(in: 0...255, using: &random)
      if !left.contains(byte) { bytes.append(byte) }
    }
    return bytes
  }

  /// The program in a folder of its own, where some keys write files; bytes that come when it has ended
  /// are no matter of the terminal's either.
  private static func opened(
    in folder: TemporaryFolder, locale: String
  ) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(
      ["sh", "-c", "cd \"$0\" && exec \"$1\"", folder.path(""), Products.cellscope],
      environment: Products.environment(["LC_ALL": locale]), isDeaf: true)
    try await terminal.wait(for: "LSTM")
    return terminal
  }

  @Test(arguments: ["C.UTF-8", "C"])
  func `a megabyte of random bytes neither ends nor stops the program`(
    locale: String
  ) async throws {
    for seed in Repeats.count(1) {
      let folder = try TemporaryFolder()
      let terminal = try await Self.opened(in: folder, locale: locale)
      try await terminal.feed(
        Self.bytes(1_000_000, seed: UInt64(seed), without: Self.leaving) + Self.wayOut)
      #expect(try await terminal.end(within: .seconds(10)) == .exit(0))
      #expect(terminal.isAsBefore && terminal.isScreenGivenBack)
    }
  }

  /// All bytes but C-z; a program that has ended is followed by another.
  @Test func `whatever bytes end the program, it gives the terminal back`() async throws {
    let folder = try TemporaryFolder()
    for seed in Repeats.count(100) {
      let terminal = try await Self.opened(in: folder, locale: "C.UTF-8")
      let bytes = Self.bytes(2000, seed: 1000 + UInt64(seed), without: [0x1A])
      try await terminal.feed(bytes + Self.wayOut)
      let ending = try await terminal.end()
      #expect(ending == .exit(0), "seed \(seed): \(ending)")
      #expect(terminal.isAsBefore && terminal.isScreenGivenBack, "seed \(seed)")
    }
  }
}
