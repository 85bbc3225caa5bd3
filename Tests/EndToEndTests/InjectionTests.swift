import CellScene
import Foundation
import ModelFiles
import Screen
import Testing

@testable import cellscope

/// Nothing that a file, an option or the environment says reaches the terminal but as characters.
@Suite(.serialized, .timeLimit(.minutes(10))) struct InjectionTests {
  /// Where text goes in the program, as what then reaches the terminal.
  private static let sinks: [(name: String, output: @Sendable (String) -> String)] = [
    ("standard output", { String(decoding: Printable($0).bytes, as: UTF8.self) }),
    ("bytes", { String(decoding: Printable(Array($0.utf8)).bytes, as: UTF8.self) }),
    ("a message", { visible($0, limit: 100) }),
    ("the screen", { canvas($0).lines.joined(separator: "\n") }),
    ("the screen in ASCII", { canvas($0).inASCII.lines.joined(separator: "\n") }),
    (
      "the screen with colours",
      { canvas($0).ansiText().replacing(/\u{1B}\[[0-9;]*m/, with: "") }
    ),
    ("a drawing", { canvas($0).vectorText(theme: .dark) }),
    ("JSON", { json($0) }),
    (
      "a refused file",
      { ModelFileError(file: $0, place: $0, reason: .model, explanation: "no").description }
    ),
    (
      "refused preferences",
      { String(decoding: Printable(refusal(of: $0)).bytes, as: UTF8.self) }
    ),
  ]

  private static func canvas(_ text: String) -> Canvas {
    var canvas = Canvas(size: Size(columns: 30, rows: 2))
    canvas.write(text, at: Point(0, 0), Style(.memory, on: .body))
    return canvas
  }

  private static func json(_ text: String) -> String {
    var json = JSONText(.compact)
    json.string(text)
    return json.string
  }

  private static func refusal(of text: String) -> String {
    do {
      _ = try Preferences(parsing: "key x = " + text)
      return ""
    } catch {
      return RefusedPreferences(path: text, reason: error.description).description
    }
  }

  @Test func `five thousand hostile texts are harmless wherever they go`() {
    for text in HostileText.texts(5000) {
      for (name, output) in Self.sinks {
        guard let fault = HostileText.fault(in: output(text).replacing("\t", with: "")) else {
          continue
        }
        Issue.record("\(name): \(fault)")
      }
    }
  }

  @Test(arguments: ["", "\n", "a\tb\n\nc", "Γf ∘ c<t-1> = .80\n", "中文 é"])
  func `harmless text stays as it is`(text: String) {
    #expect(String(decoding: Printable(text).bytes, as: UTF8.self) == text)
  }

  /// The ways for foreign text to get in: arguments and variables with `*` in its place.
  static let ways: [(arguments: [String], variables: [String: String])] = [
    (["--text", "*"], [:]), (["--text=the * cat"], [:]), (["--model", "*"], [:]),
    (["--model", "/tmp/*.safetensors"], [:]), (["show", "--keys", "*"], [:]),
    (["show", "--size", "*"], [:]), (["show", "--format", "*"], [:]), (["*"], [:]), (["--*"], [:]),
    (["models", "*"], [:]), (["trace", "--model", "*", "--input", "*"], [:]),
    (["train", "--output", "/nonexistent/*", "--steps", "1", "--batch", "1", "--units", "1"], [:]),
    (["doctor"], ["TERM": "*", "LANG": "*", "XDG_CONFIG_HOME": "/*"]), (["--theme", "*"], [:]),
  ]

  @Test(arguments: ways.indices)
  func `foreign text is printed as characters`(_ way: Int) async throws {
    for text in HostileText.texts(30 * Repeats.factor) {
      let (arguments, variables) = Self.ways[way]
      let output = try await CommandOutput.of(
        arguments.map { $0.replacing("*", with: text) },
        environment: variables.mapValues { $0.replacing("*", with: text) })
      for stream in [output.output, output.errors] {
        let fault = HostileText.fault(in: stream)
        #expect(fault == nil, "\(arguments): \(fault ?? "")")
      }
    }
  }

  @Test func `a hostile model is printed as characters or refused`() async throws {
    let folder = try TemporaryFolder()
    let path = folder.path("m.safetensors")
    let file = try SafetensorsFile(path: Products.asset("agreement"))
    let tensors = file.tensors.map {
      SafetensorsFile.Tensor(
        name: $0.name, shape: $0.shape, values: Array(repeating: 0.5, count: $0.shape.reduce(1, *)))
    }
    for text in HostileText.texts(20 * Repeats.factor) {
      for key in ["name", "recipe.seed", "recipe.example", "cell.family", "vocabulary", text] {
        var metadata = file.metadata.filter { $0.key != key }
        metadata.append((key: key, value: text))
        try SafetensorsFile(tensors: tensors, metadata: metadata).write(to: path, replacing: true)
        for command in [["models", path], ["show", "--model", path]] {
          let output = try await CommandOutput.of(command)
          for stream in [output.output, output.errors] {
            #expect(HostileText.fault(in: stream) == nil, "\(key.debugDescription)")
          }
        }
      }
    }
  }
}
