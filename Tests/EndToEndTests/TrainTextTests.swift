import CellEngine
import Foundation
import ModelFiles
import Testing

/// `train --text` learns characters and writes a model that the other commands read.
@Suite("Training on a text")
struct TrainTextTests {
  private static let text = String(repeating: "to be or not to be\n", count: 120)

  @Test("The file holds characters as words and what was measured, the same each time")
  func trained() async throws {
    let folder = try TemporaryFolder()
    let text = folder.path("text.txt")
    try Self.text.write(toFile: text, atomically: true, encoding: .utf8)
    let files = [folder.path("small.safetensors"), folder.path("other/small.safetensors")]
    try FileManager.default.createDirectory(
      atPath: folder.path("other"), withIntermediateDirectories: true)
    for file in files {
      let trained = try await CommandOutput.of(
        "train", "--text", text, "--steps", "20", "--batch", "1", "--units", "3", "--output", file)
      #expect(trained.ending == .exit(0), "\(trained.errors)")
      #expect(trained.output.contains("bits per character"))
    }
    let bytes = try files.map { try Data(contentsOf: URL(filePath: $0)) }
    #expect(bytes[0] == bytes[1])
    let model = try SequenceModel(SafetensorsFile(path: files[0]), path: files[0])
    #expect(model.name == "small")
    #expect(model.vocabulary.words.contains("⏎"))
    #expect(model.recipe["held_out.bits_per_character"] != nil)
    let trace = try await CommandOutput.of("trace", "--model", files[0], "--text", "to be")
    #expect(trace.ending == .exit(0), "\(trace.errors)")
  }

  @Test("A text that is too short or none is refused in one line", arguments: ["short", "\u{0}"])
  func refused(content: String) async throws {
    let folder = try TemporaryFolder()
    let text = folder.path("text.txt")
    let bytes = content == "short" ? Data("short".utf8) : Data([0xFF, 0xFE, 0x00])
    try bytes.write(to: URL(filePath: text))
    let output = try await CommandOutput.of(
      "train", "--text", text, "--output", folder.path("m.safetensors"))
    #expect(output.ending == .exit(3))
    #expect(output.errors.split(separator: "\n").count == 1)
    guard content == "short" else { return }
    #expect(output.errors.contains("5 characters") && output.errors.contains("--batch"))
    let fewest = try await CommandOutput.of(
      "train", "--text", text, "--batch", "1", "--output", folder.path("m.safetensors"))
    #expect(fewest.errors.contains("1300 are needed for 1 stream, the fewest"))
  }

  @Test("The shipped model of Swift source says how well it predicts")
  func shipped() throws {
    let path = Products.asset("source")
    let model = try SequenceModel(SafetensorsFile(path: path), path: path)
    #expect(model.vocabulary.isOfCharacters)
    let bits = try #require(model.recipe["held_out.bits_per_character"].flatMap { Double($0) })
    #expect((1..<2.5).contains(bits))
    let tokens = try model.vocabulary.tokens(of: "  public func ")
    let prediction = model.prediction(after: tokens.count - 1, in: model.trace(tokens))
    let line = try #require(model.vocabulary.index(of: "⏎"))
    #expect(prediction[line] < 0.1)
  }

  @Test("The memory of the unit that the picture opens on is low in strings and comments")
  func proseUnit() throws {
    let path = Products.asset("source")
    let model = try SequenceModel(SafetensorsFile(path: path), path: path)
    let text = try #require(model.recipe["example"])
    let tokens = try model.vocabulary.tokens(of: text)
    let memory = try #require(model.cell.graph.signal(.memory))
    func places(of part: String) throws -> Range<Int> {
      let range = try #require(text.range(of: part))
      let start = text.distance(from: text.startIndex, to: range.lowerBound)
      return start..<(start + part.count)
    }
    let marks = try [" Prints a word of the text.", "\"the word is", " one line"].map(places)
    let trace = model.trace(tokens)
    let values = tokens.indices.map { trace[memory, $0, model.focusUnit] }
    let isMarked = tokens.indices.map { step in marks.contains { $0.contains(step) } }
    #expect(UnitContrast.area(of: values, isMarked) < 0.1)
  }

  @Test("The units that tell strings, comments, brackets and line starts are found in a text")
  func units() async throws {
    let folder = try TemporaryFolder()
    let text = folder.path("text.swift")
    let paragraph = "// A comment.\nlet name = [f(\"a text\")]\n\n"
    try String(repeating: paragraph, count: 150).write(
      toFile: text, atomically: true, encoding: .utf8)
    let table = try await CommandOutput.of("models", "source", "--units", text)
    #expect(table.ending == .exit(0), "\(table.errors)")
    for region in ["prose", "string", "comment", "brackets", "line_start"] {
      #expect(table.output.contains(region))
    }
    #expect(!table.output.contains(" \n"))
    let both = try await CommandOutput.of("models", "source", "--vocabulary", "--units", text)
    #expect(both.ending == .exit(2) && both.errors.contains("not both"))
    try String(repeating: paragraph, count: 8).write(
      toFile: text, atomically: true, encoding: .utf8)
    let short = try await CommandOutput.of("models", "source", "--units", text)
    #expect(short.ending == .exit(3) && short.errors.contains("from 5000 characters on"))
    let refused = try await CommandOutput.of("models", "agreement", "--units", text)
    #expect(refused.ending == .exit(2))
    #expect(refused.errors.contains("reads words"))
  }
}
