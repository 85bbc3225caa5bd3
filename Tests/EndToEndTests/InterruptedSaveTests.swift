import Foundation
import Testing

/// A save that is killed leaves the old file or the new one.
@Suite(.timeLimit(.minutes(10))) struct InterruptedSaveTests {
  private static let contents = [0x41, 0x42].map { Data(repeating: $0, count: 300_000) }

  @Test func `a save that is killed at any moment leaves a whole file`() async throws {
    var chance = SystemRandomNumberGenerator()
    for _ in Repeats.count(500) {
      let folder = try TemporaryFolder()
      let path = folder.path("model.safetensors")
      try Self.contents[0].write(to: URL(filePath: path))
      let child = try ChildProcess(
        [Products.probe, "save", path], environment: Products.environment())
      try await Task.sleep(for: .microseconds(Int.random(in: 5000...40_000, using: &chance)))
      kill(child.identifier, SIGKILL)
      let ending = try await eventually("the end") { child.ending() }
      #expect(ending == .signal(SIGKILL))
      let left = try Data(contentsOf: URL(filePath: path))
      #expect(Self.contents.contains(left), "\(left.count) bytes")
    }
  }

  @Test func `of two programs that save at once one's whole file is left`() async throws {
    var chance = SystemRandomNumberGenerator()
    for _ in Repeats.count(25) {
      let folder = try TemporaryFolder()
      let path = folder.path("model.safetensors")
      try Self.contents[0].write(to: URL(filePath: path))
      let children = try (1...2).map { _ in
        try ChildProcess([Products.probe, "save", path], environment: Products.environment())
      }
      for _ in 1...Int.random(in: 5...20, using: &chance) {
        let seen = try Data(contentsOf: URL(filePath: path))
        #expect(Self.contents.contains(seen), "\(seen.count) bytes")
        try await Task.sleep(for: .milliseconds(2))
      }
      for child in children { kill(child.identifier, SIGKILL) }
      for child in children {
        let ending = try await eventually("the end") { child.ending() }
        #expect(ending == .signal(SIGKILL))
      }
      #expect(Self.contents.contains(try Data(contentsOf: URL(filePath: path))))
    }
  }

  /// Root writes everywhere unless it gives that right away.
  @Test func `a folder that is read-only is said in a sentence and stays as it is`() async throws {
    let folder = try TemporaryFolder()
    let place = URL(filePath: folder.path("closed/m")).deletingLastPathComponent().path
    chmod(place, 0o555)
    let withoutRights = geteuid() == 0 ? "setpriv --bounding-set -dac_override " : ""
    let said = try await CommandOutput.ofShell(
      "\(withoutRights)\"$0\" train --output '\(place)/m' --steps 1 --batch 1 --units 1")
    #expect(said.ending == .exit(1) && said.errors.contains("permission is denied"), "\(said)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place).isEmpty)
  }
}
