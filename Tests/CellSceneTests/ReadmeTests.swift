import CellScene
import Foundation
import Testing

/// What the README prints from the program is what the program says.
@Suite struct ReadmeTests {
  private static let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../README.md").standardizedFileURL

  @Test func `the key list is the key table`() throws {
    let readme = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(readme.range(of: "<!-- keys -->\n"))
    let end = try #require(readme.range(of: "<!-- end of keys -->"))
    let printed = readme[start.upperBound..<end.lowerBound]
    let table = KeyMap.standard.markdown()
    if ProcessInfo.processInfo.environment["RECORD"] == "1", printed != table {
      let text = readme[..<start.upperBound] + table + readme[end.lowerBound...]
      try Data(text.utf8).write(to: Self.file)
      Issue.record("Recorded the key list of the README.")
      return
    }
    #expect(printed == table, "`cellscope keys` prints another table")
  }

  @Test func `the preferences that it shows are understood`() throws {
    let readme = try String(contentsOf: Self.file, encoding: .utf8)
    let start = try #require(readme.range(of: "is not understood is named and nothing starts:\n"))
    let end = try #require(readme[start.upperBound...].range(of: "\n## "))
    let lines = readme[start.upperBound..<end.lowerBound].split(separator: "\n")
      .map { $0.trimmingPrefix("    ") }
    let preferences = try Preferences(parsing: lines.joined(separator: "\n"))
    #expect(lines.count > 5 && preferences.theme != nil && preferences.language != nil)
    #expect(preferences.ambiguous != nil && !preferences.keys.isEmpty)
  }

  @Test func `the folder of models is what the program has inside`() throws {
    let folder = Self.file.deletingLastPathComponent()
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.appending(path: "Assets").path
    ).filter { $0.hasSuffix(".safetensors") }
    let source = try String(
      contentsOf: folder.appending(path: "Sources/CAssets/CAssets.c"), encoding: .utf8)
    for file in files { #expect(source.contains("Assets/\(file)\""), "\(file) is not embedded") }
    #expect(files.count == 6)
  }
}
