import Foundation
import Testing

/// A save that is killed leaves the old file or the new one.
@Suite(.timeLimit(.minutes(10))) struct InterruptedSaveTests {
  private static let contents = [0x41, 0x42].map { Data(repeating: $0, count: 300_000) }

  @Test func `a save that is killed at any moment leaves a whole file`() async throws {
    var chance = SystemRandomNumberGenerator()
    for _ in Repeats.count(100) {
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
}
