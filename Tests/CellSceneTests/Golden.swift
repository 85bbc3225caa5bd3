import CellScene
import Foundation
import Screen
import Testing

/// Screens kept as files.
///
/// `RECORD=1 swift test --filter Golden` rewrites the files and fails, so that a recording never
/// passes for a test.
enum Golden {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Goldens")
  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["RECORD"] == "1"
  }

  /// The names of all files that are kept.
  static func names() throws -> Set<String> {
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    return Set(files.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) })
  }

  /// Holds the screen of a session, and the screen after each of some keys, against a file.
  static func check(
    _ name: String, _ session: Session, size: Size, keys: [String] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let actual = Transcript(session, size: size, keys: keys).text
    let file = folder.appending(path: name + ".txt")
    guard !isRecording else {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      Issue.record("Recorded \(name); look at what changed.", sourceLocation: sourceLocation)
      return
    }
    guard let bytes = try? Data(contentsOf: file) else {
      Issue.record(
        "\(name) is missing; RECORD=1 swift test --filter Golden writes it.",
        sourceLocation: sourceLocation)
      return
    }
    let expected = String(decoding: bytes, as: UTF8.self)
    guard expected != actual else { return }
    let difference = ReadTranscript(expected).difference(to: ReadTranscript(actual))
    Issue.record(
      "\(name): \(difference ?? "the same screens, written differently")",
      sourceLocation: sourceLocation)
  }
}
