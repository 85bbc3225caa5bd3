import CellEngine
import Foundation
import ModelFiles
import Testing

/// A PyTorch file and its numbers or words, from the command line to the screen.
@Suite(.timeLimit(.minutes(1))) struct OwnModelTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    var next = 0
    func tensor(_ name: String, _ shape: [Int]) -> SafetensorsFile.Tensor {
      SafetensorsFile.Tensor(
        name: name, shape: shape,
        values: (0..<shape.reduce(1, *)).map { _ in
          next += 1
          return Double(next * 7 % 23) / 10 - 1.1
        })
    }
    let layers = [(0, 2), (1, 4)].flatMap { layer, inputs in
      ["", "_reverse"].flatMap { direction in
        [
          tensor("rnn.weight_ih_l\(layer)\(direction)", [8, inputs]),
          tensor("rnn.weight_hh_l\(layer)\(direction)", [8, 2]),
        ]
      }
    }
    try SafetensorsFile(
      tensors: layers + [tensor("head.weight", [1, 4])], metadata: [(key: "format", value: "pt")]
    ).write(to: folder.path("stack.safetensors"))
    try SafetensorsFile(
      tensors: [
        tensor("embedding.weight", [3, 2]), tensor("lstm.weight_ih_l0", [12, 2]),
        tensor("lstm.weight_hh_l0", [12, 3]), tensor("out.weight", [3, 3]),
        tensor("out.bias", [3]),
      ], metadata: []
    ).write(to: folder.path("words.safetensors"))
    func write(_ text: String, _ name: String) throws {
      try text.write(toFile: folder.path(name), atomically: true, encoding: .utf8)
    }
    try write(#"{"x": [[0.5, -1], [0.25, 1], [-0.75, 0]]}"#, "x.json")
    try write(#"{"x": []}"#, "empty.json")
    try write(#"["the", "cat", "sat"]"#, "w.json")
  }

  @Test func `the screen shows the numbers that trace writes`() async throws {
    let (model, x) = (folder.path("stack.safetensors"), folder.path("x.json"))
    let written = try await CommandOutput.of("trace", "--model", model, "--input", x)
    #expect(written.ending == .exit(0))
    let cells = try #require(JSON(parsing: written.output)["cells"]?.elements)
    for (name, keys, step) in [("l0", "2 G $", 1), ("l1", "2 G $", 1), ("l1_reverse", "2 G $", 1)] {
      let shown = try await CommandOutput.of(
        "show", "--model", model, "--input", x, "--layer", name, "--keys", keys)
      #expect(shown.ending == .exit(0), "\(shown.errors)")
      let cell = try #require(cells.first { $0["name"]?.stringValue == name })
      let memory = try #require(cell["steps"]?[step]?["values"]?["memory"]?.elements)
      let values = memory.compactMap(\.doubleValue)
      let header = try #require(shown.output.split(separator: "\n").first)
      let unit = header.contains("unit 1/2") ? 0 : 1
      let row = try #require(shown.output.split(separator: "\n").dropFirst(2).first)
      #expect(row.contains(Figure.label(values[unit], sign: .always)), "\(name): \(row) \(values)")
    }
  }

  @Test func `another layer is gone to by its name`() async throws {
    let arguments = [
      "show", "--model", folder.path("stack.safetensors"), "--input", folder.path("x.json"),
    ]
    let gone = try await CommandOutput.of(arguments + ["--keys", ": l 1 Enter 2 G $"])
    let opened = try await CommandOutput.of(arguments + ["--layer", "l1", "--keys", "2 G $"])
    #expect(gone.ending == .exit(0))
    func values(_ text: String) -> [Substring] {
      text.split(separator: "\n").filter { $0.contains("│") && !$0.contains("full bar") }
    }
    #expect(values(gone.output) == values(opened.output))
    #expect(!values(gone.output).isEmpty)
  }

  @Test func `words are read through the embedding, and the likeliest next one is named`()
    async throws
  {
    let arguments = [
      "--model", folder.path("words.safetensors"), "--words", folder.path("w.json"), "--text",
      "the cat sat",
    ]
    let shown = try await CommandOutput.of(["show", "--keys", "$"] + arguments)
    #expect(shown.ending == .exit(0), "\(shown.errors)")
    #expect(shown.output.contains("The most likely next word is"))
    let written = try await CommandOutput.of(["trace"] + arguments)
    let json = try JSON(parsing: written.output)
    let chances = try #require(json["steps"]?[0]?["prediction"]?.members)
    #expect(chances.map(\.key) == ["the", "cat", "sat"])
    let best = try #require(
      chances.max { ($0.value.doubleValue ?? 0) < ($1.value.doubleValue ?? 0) })
    #expect(shown.output.contains("The most likely next word is “\(best.key)”"))
  }

  @Test func `what does not fit is said in one line`() async throws {
    let stack = ["--model", folder.path("stack.safetensors")]
    let words = ["--model", folder.path("words.safetensors")]
    let x = ["--input", folder.path("x.json")]
    for (arguments, status, part) in [
      (stack, Int32(3), "give it numbers with --input X.json, or its words with --words W.json"),
      (
        stack + x + ["--layer", "l2"], 2, "There is no layer “l2”; the file has l0, l0_reverse, l1"
      ),
      (stack + ["--input", folder.path("empty.json")], 3, "x has no step"),
      (words + x + ["--text", "the"], 2, "either words or --input"),
      (words + ["--words", folder.path("x.json")], 3, "needs a row of its own"),
      (stack + ["--words", folder.path("w.json")], 3, "there is no embedding: with 3 words"),
      (["--words", folder.path("w.json")], 2, "has words of its own"),
      (["--layer", "l1"], 2, "There is no layer “l1”; the file has l0."),
      (
        words + ["--words", folder.path("w.json"), "--text", "the dog"], 2, "does not know the word"
      ),
    ] {
      let output = try await CommandOutput.of(["show"] + arguments)
      #expect(output.ending == .exit(status), "\(arguments): \(output.errors)")
      #expect(output.errors.contains(part), "\(arguments): \(output.errors)")
      #expect(output.output.isEmpty)
    }
  }

  @Test func `models names what is left aside`() async throws {
    let output = try await CommandOutput.of("models", folder.path("stack.safetensors"))
    #expect(output.ending == .exit(0))
    #expect(output.output.contains("  rnn.weight_ih_l1_reverse [8, 4]\n"))
    #expect(output.output.contains("  beside the cells: head.weight [1, 4]\n"))
  }
}
