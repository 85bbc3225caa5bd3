import Foundation
import Testing
import Training

/// Descriptions of terminals come from the environment, and may be anything.
@Suite(.serialized, .timeLimit(.minutes(10))) struct DamagedDescriptionTests {
  /// Fragments that have a meaning in a description's strings.
  private static let fragments = [
    "%p1%{1}%/%d", "%s%s%s%s", "%p1%l%s", "%?%p1%t%t%t", "%{99999999}%d", "%p9%9999d", "%'",
    "%p1%{0}%/%d", "%99999999d", "%p1%s", "$<99999>", "%i%i%i",
  ]

  /// Turns whose damage asks for a pause of a hundred seconds.
  private static let pausing = [886, 988, 1164]

  @Test func `a damaged description ends in a picture or in a sentence`() async throws {
    let sound = try await Self.description()
    for turn in Array(Repeats.count(60)) + Self.pausing {
      var chance = SplitMix64(seed: UInt64(turn))
      let folder = try TemporaryFolder()
      let damaged = Self.damage(sound, &chance)
      try damaged.write(to: URL(filePath: folder.path("x/xterm-256color")))
      let terminal = try PseudoTerminal(
        environment: Products.environment(["TERMINFO": folder.path("")]))
      try await terminal.waitUntilSilent(longest: .seconds(2))
      // Q ends the screen at once; without a cursor that moves the program reads lines.
      terminal.type("lQ\nq\n")
      let ending = try await terminal.end()
      #expect([.exit(0), .exit(4)].contains(ending), "\(turn): \(ending) \(terminal.text)")
      #expect(terminal.isAsBefore, "\(turn)")
      if ending == .exit(4) { #expect(terminal.text.contains("cellscope: "), "\(turn)") }
    }
  }

  /// The compiled description of xterm-256color.
  private static func description() async throws -> Data {
    let folder = try TemporaryFolder()
    let made = try await CommandOutput.ofShell(
      "infocmp -x xterm-256color >'\(folder.path("source"))' "
        + "&& tic -x -o '\(folder.path("compiled"))' '\(folder.path("source"))'")
    try #require(made.ending == .exit(0), "\(made.errors)")
    return try Data(contentsOf: URL(filePath: folder.path("compiled/x/xterm-256color")))
  }

  private static func damage(_ sound: Data, _ chance: inout SplitMix64) -> Data {
    var bytes = [UInt8](sound)
    switch Int.random(in: 0..<4, using: &chance) {
    case 0:
      for _ in 0..<Int.random(in: 1...40, using: &chance) {
        bytes[Int.random(in: bytes.indices, using: &chance)] = .random(in: 0...255, using: &chance)
      }
    case 1: bytes = Array(bytes.prefix(Int.random(in: bytes.indices, using: &chance)))
    case 2:
      for _ in 0..<Int.random(in: 1...6, using: &chance) {
        let place = Int.random(in: 0..<bytes.count - 1, using: &chance)
        let number = [0xFFFF, 0xFFFE, 0, 1, 0x7FFF, 0x8000, 255, 4096].randomElement(using: &chance)
        (bytes[place], bytes[place + 1]) = (UInt8((number ?? 0) & 0xFF), UInt8((number ?? 0) >> 8))
      }
    default:
      let place = Int.random(in: 12..<bytes.count - 20, using: &chance)
      let fragment = Array((fragments.randomElement(using: &chance) ?? "").utf8)
      bytes.replaceSubrange(place..<place + fragment.count, with: fragment)
    }
    return Data(bytes)
  }
}
