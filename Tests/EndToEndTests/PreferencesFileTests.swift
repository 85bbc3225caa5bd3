import Foundation
import Testing

/// The user's own file and the options for the look.
@Suite(.timeLimit(.minutes(1))) struct PreferencesFileTests {
  private static func environment(_ text: String, in folder: TemporaryFolder) throws -> [String:
    String]
  {
    try Data(text.utf8).write(to: URL(filePath: folder.path("cellscope/config")))
    return Products.environment(["XDG_CONFIG_HOME": folder.path("")])
  }

  @Test func `a key that the file gives away acts on the screen`() async throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(environment: try Self.environment("key x = Q", in: folder))
    try await terminal.wait(for: "LSTM")
    terminal.type("x")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore)
  }

  @Test func `a line that is not understood is named before anything is drawn`() async throws {
    let folder = try TemporaryFolder()
    let text = "theme = dark\nkey x = \u{1B}[2J\u{202E}\n"
    let terminal = try PseudoTerminal(environment: try Self.environment(text, in: folder))
    #expect(try await terminal.end() == .exit(3))
    #expect(terminal.text.contains("line 2"))
    #expect(terminal.text.split(separator: "\r\n").count == 1)
    #expect(!terminal.output.contains(0x1B))
  }

  @Test func `a folder that cannot be looked into is no folder without preferences`() async throws {
    let folder = try TemporaryFolder()
    let start = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: start, withDestinationPath: start)
    let refused = try await CommandOutput.of("run", environment: ["XDG_CONFIG_HOME": start])
    #expect(refused.ending == .exit(3) && refused.output.isEmpty)
    #expect(refused.errors.contains("links point at each other"), "\(refused.errors)")
  }

  @Test(arguments: ["--theme mono", "--color never"])
  func `without colours no colour is sent`(options: String) async throws {
    let terminal = try PseudoTerminal(
      [Products.cellscope] + options.split(separator: " ").map(String.init))
    try await terminal.waitForFirstPicture()
    #expect(!terminal.text.contains("38;5;") && !terminal.text.contains("48;5;"))
    terminal.type("Q")
    _ = try await terminal.end()
  }

  @Test func `colours that are asked for are sent in spite of NO_COLOR`() async throws {
    let environment = Products.environment(["NO_COLOR": "1"])
    for (options, isColored) in [([], false), (["--color", "always"], true)] {
      let terminal = try PseudoTerminal([Products.cellscope] + options, environment: environment)
      try await terminal.waitForFirstPicture()
      #expect(terminal.text.contains("38;5;") == isColored)
      terminal.type("Q")
      _ = try await terminal.end()
    }
  }

  @Test(arguments: ["dark", "light", "contrast", "mono", "terminal"])
  func `every theme can be had at the start and left by Y`(theme: String) async throws {
    let terminal = try PseudoTerminal([Products.cellscope, "--theme", theme])
    try await terminal.wait(for: "LSTM")
    terminal.type("Y")
    try await terminal.wait(for: "The theme is")
    terminal.type("YYYYq")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isScreenGivenBack)
  }
}
