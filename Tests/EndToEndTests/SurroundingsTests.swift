import Foundation
import Testing

/// What the environment says about folders, sizes and languages changes no number.
@Suite(.timeLimit(.minutes(2))) struct SurroundingsTests {
  /// Variables that are missing, empty or nonsense.
  static let odd: [[String: String?]] = [
    ["HOME": nil], ["HOME": ""], ["HOME": "/dev/null"], ["HOME": "relative"],
    ["XDG_CONFIG_HOME": ""], ["XDG_CONFIG_HOME": "/dev/null"], ["XDG_CONFIG_HOME": "."],
    ["XDG_DATA_HOME": "/nonexistent"], ["XDG_DATA_HOME": "."],
    ["COLUMNS": "0", "LINES": "0"], ["COLUMNS": "junk", "LINES": ""],
    ["COLUMNS": "-1", "LINES": "99999999999999999999"], ["COLUMNS": "1", "LINES": "1"],
    ["TMPDIR": "/nonexistent"], ["PATH": nil],
  ]

  private static func picture(_ variables: [String: String?]) async throws -> [UInt8] {
    let terminal = try PseudoTerminal(environment: Products.environment(variables))
    try await terminal.wait(for: "LSTM")
    let picture = try await terminal.wholePicture()
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
    #expect(terminal.isAsBefore)
    return picture
  }

  @Test func `odd variables leave the picture as it is`() async throws {
    let expected = try await Self.picture([:])
    for variables in Self.odd {
      #expect(try await Self.picture(variables) == expected, "\(variables)")
    }
  }

  @Test func `a relative path to the preferences counts for nothing`() async throws {
    let folder = try TemporaryFolder()
    try Data("nonsense".utf8).write(to: URL(filePath: folder.path("mine/cellscope/config")))
    try Data("nonsense".utf8).write(to: URL(filePath: folder.path("mine/.config/cellscope/config")))
    for variable in ["XDG_CONFIG_HOME", "HOME"] {
      let said = try await CommandOutput.ofShell(
        "cd '\(folder.path(""))' && \(variable)=mine \"$0\"")
      #expect(said.ending == .exit(0), "\(variable): \(said.errors)")
      #expect(said.output.contains("LSTM"))
    }
  }

  /// Languages with a decimal comma, with i that is no capital I, with other digits and encodings.
  static let locales = [
    "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.UTF-8", "fa_IR.UTF-8", "de_DE.ISO-8859-1", "xx_XX.UTF-8",
  ]
  private static let commands = [
    ["trace"], ["trace", "--format", "csv", "--text", "the dogs saw"], ["models"], [],
    ["show", "--keys", "e 4 . 5 Enter E 3 L w"], ["show", "--format", "json"],
    ["train", "--steps", "2", "--batch", "1", "--units", "2", "--output", "*"],
  ]

  @Test(arguments: locales)
  func `every number is the same in every language`(locale: String) async throws {
    let folder = try TemporaryFolder()
    let installed = try await TerminalGridTests.install(locale, in: folder)
    for command in Self.commands {
      let plain = try await Self.result(of: command, ["LC_ALL": "C.UTF-8"])
      let foreign = try await Self.result(of: command, ["LC_ALL": locale, "LOCPATH": installed])
      #expect(foreign == plain, "\(command)")
    }
  }

  /// What a command prints, and the bytes of the file that it writes.
  private static func result(
    of command: [String], _ variables: [String: String?]
  ) async throws -> [Data] {
    let folder = try TemporaryFolder()
    let file = folder.path("m.safetensors")
    let said = try await CommandOutput.of(
      command.map { $0.replacing("*", with: file) }, environment: variables)
    #expect(said.ending == .exit(0), "\(command): \(said.errors)")
    let written = command.contains("*") ? try Data(contentsOf: URL(filePath: file)) : Data()
    return [Data(said.output.replacing(file, with: "*").utf8), written]
  }
}
