import Foundation

/// What a program has printed when it has ended.
struct CommandOutput {
  let ending: Ending
  let output: String
  let errors: String

  /// Runs cellscope without a terminal, with further variables, or without some.
  static func of(
    _ arguments: [String], environment: [String: String?] = [:]
  ) async throws -> CommandOutput {
    try await run([Products.cellscope] + arguments, environment: environment)
  }

  /// Runs cellscope without a terminal, with further variables, or without some.
  static func of(
    _ arguments: String..., environment: [String: String?] = [:]
  ) async throws -> CommandOutput {
    try await of(arguments, environment: environment)
  }

  /// Runs a line of the shell; `$0` is cellscope.
  static func ofShell(_ line: String) async throws -> CommandOutput {
    try await run(["sh", "-c", line, Products.cellscope], environment: [:])
  }

  private static func run(_ arguments: [String], environment: [String: String?]) async throws
    -> CommandOutput
  {
    let folder = try TemporaryFolder()
    let (output, errors) = (folder.path("output"), folder.path("errors"))
    let child = try ChildProcess(
      arguments, environment: Products.environment(environment),
      files: [0: "/dev/null", 1: output, 2: errors])
    let ending = try await eventually(
      arguments.joined(separator: " "), within: .seconds(30), { child.ending() })
    return CommandOutput(
      ending: ending, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}

/// A folder that is gone with the test.
final class TemporaryFolder {
  private let url = FileManager.default.temporaryDirectory.appending(path: "folder-\(UUID())")

  init() throws {
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The path of a file in the folder; folders on the way are made.
  func path(_ name: String) -> String {
    let file = url.appending(path: name)
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    return file.path
  }
}

extension Products {
  /// The file of a shipped model.
  static func asset(_ name: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Assets/\(name).safetensors").standardized.path
  }
}
