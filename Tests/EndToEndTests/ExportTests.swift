import Foundation
import Testing

/// The screen in a file.
@Suite(.timeLimit(.minutes(1))) struct ExportTests {
  /// The program in a folder of its own, where it writes.
  private static func opened(in folder: TemporaryFolder) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal([
      "sh", "-c", "cd \"$0\" && exec \"$1\"", folder.path(""), Products.cellscope,
    ])
    try await terminal.wait(for: "LSTM")
    return terminal
  }

  private static func leave(_ terminal: PseudoTerminal) async throws {
    terminal.type("Q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test func `the file is what show prints, and no file is ever replaced`() async throws {
    let folder = try TemporaryFolder()
    let mine = folder.path("cellscope-1.txt")
    try Data("mine".utf8).write(to: URL(filePath: mine))
    let terminal = try await Self.opened(in: folder)
    terminal.type("   xt")
    try await terminal.wait(for: "cellscope-2.txt")
    // Of the sentence about the second file only one digit is another.
    terminal.type("xt")
    try await terminal.waitUntilSilent()
    try await Self.leave(terminal)
    let shown = try await CommandOutput.of("show", "--keys", "Space Space Space").output
    #expect(try String(contentsOfFile: mine, encoding: .utf8) == "mine")
    #expect(
      try String(contentsOfFile: folder.path("cellscope-2.txt"), encoding: .utf8) == shown)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path(""))
    #expect(Set(names) == ["cellscope-1.txt", "cellscope-2.txt", "cellscope-3.txt"])
  }

  @Test(arguments: [("a", "ansi", "\u{1B}[0"), ("s", "svg", "<svg "), ("j", "json", "{")])
  func `every format can be had`(key: String, name: String, start: String) async throws {
    let folder = try TemporaryFolder()
    let terminal = try await Self.opened(in: folder)
    terminal.type("x" + key)
    try await terminal.wait(for: "cellscope-1." + name)
    try await Self.leave(terminal)
    let text = try String(contentsOfFile: folder.path("cellscope-1." + name), encoding: .utf8)
    #expect(text.hasPrefix(start) && text.contains("LSTM"))
  }

  @Test func `a folder that is gone is said in a sentence`() async throws {
    let folder = try TemporaryFolder()
    let terminal = try await Self.opened(in: folder)
    try FileManager.default.removeItem(atPath: folder.path(""))
    terminal.type("xt")
    try await terminal.wait(for: "Cannot write")
    try await Self.leave(terminal)
  }
}
