import CellEngine
import Foundation
import ModelFiles
import Testing

/// `cellscope trace --input` from the files to the text.
@Suite(.timeLimit(.minutes(1))) struct TraceInputTests {
  private let folder = FileManager.default.temporaryDirectory.appending(
    path: "trace-\(UUID().uuidString)")

  /// Runs the program and gives its status and what it wrote.
  private func run(
    _ arguments: String..., input: String = "/dev/null", environment: [String: String?] = [:]
  ) async throws -> (status: Int32, text: String, error: String) {
    let (output, complaint) = (folder.appending(path: "out"), folder.appending(path: "err"))
    let child = try ChildProcess(
      [Products.cellscope] + arguments, environment: Products.environment(environment),
      files: [0: input, 1: output.path, 2: complaint.path])
    while true {
      if case .exit(let status) = child.ending() {
        return (
          status, try String(contentsOf: output, encoding: .utf8),
          try String(contentsOf: complaint, encoding: .utf8)
        )
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func write(_ kind: CellKind, vocabulary: String? = nil) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var metadata = kind.settings.map { (key: $0.key, value: $0.value) }
    metadata += [(key: "format", value: "cellscope-model-1")]
    var tensors = kind.graph.parameters.map { parameter in
      let shape = parameter.shape(inputs: 1, units: 1)
      return SafetensorsFile.Tensor(name: parameter.name, shape: shape, values: [0.5])
    }
    if let vocabulary {
      metadata += [(key: "vocabulary", value: vocabulary), (key: "name", value: "made up")]
      metadata += [(key: "units", value: "1")]
      tensors += [
        SafetensorsFile.Tensor(name: "readout.weight", shape: [1, 1], values: [1]),
        SafetensorsFile.Tensor(name: "readout.bias", shape: [1], values: [0]),
      ]
    }
    try SafetensorsFile(tensors: tensors, metadata: metadata).write(to: path("m.safetensors"))
  }

  @Test func `a cell runs over numbers forward and backward`() async throws {
    try write(.rnn(RNN()))
    try #"{"x": [[1]], "a0": [2], "da": [[3]]}"#.write(
      toFile: path("x.json"), atomically: true, encoding: .utf8)
    let (status, text, _) = try await run(
      "trace", "--model", path("m.safetensors"), "--input", path("x.json"), "--gradients")
    #expect(status == 0)
    let json = try JSON(parsing: text)
    let a = Activation.tanh(2)
    #expect(json["steps"]?[0]?["values"]?["activation"]?[0]?.doubleValue == a)
    #expect(json["loss"]?.doubleValue == 3 * a)
    let slope = 3 * (1 - a * a)
    let gradients = json["gradients"]
    #expect(gradients?["x"]?[0]?[0]?.doubleValue == 0.5 * slope)
    #expect(gradients?["a0"]?[0]?.doubleValue == 0.5 * slope)
    let weight = gradients?["parameters"]?["activation.weight.activation"]
    #expect(weight?[0]?[0]?.doubleValue == 2 * slope)
  }

  @Test func `a slope at the last output counts besides that of its step, and - is standard input`()
    async throws
  {
    try write(.lecture)
    var texts: [String] = []
    for members in [#""da": [[0.5], [3]]"#, #""da": [[0.5], [1]], "daT": [2]"#] {
      let text = #"{"x": [[1], [-2]], "dcT": [0.25], \#(members)}"#
      try text.write(toFile: path("x.json"), atomically: true, encoding: .utf8)
      let whole = try await run(
        "trace", "--model", path("m.safetensors"), "--input", "-", "--gradients",
        input: path("x.json"))
      #expect(whole.status == 0 && whole.error.isEmpty)
      texts.append(whole.text)
    }
    let json = try texts.map { try JSON(parsing: $0) }
    #expect(json[0]["gradients"] == json[1]["gradients"])
    let losses = json.compactMap { $0["loss"]?.doubleValue }
    #expect(losses.count == 2 && abs(losses[0] - losses[1]) < 1e-15 && losses[0] != 0)
  }

  @Test func `nothing is trained for a file that cannot be written`() async throws {
    try write(.lecture)
    let many = "1000000000"
    let refused = try await run(
      "train", "--steps", many, "--output", path("none/m.safetensors"))
    #expect(refused.status == 1)
    #expect(refused.error.contains("Cannot write") && refused.text.isEmpty, "\(refused.error)")
    let folder = try await run("train", "--steps", many, "--output", path("."), "--force")
    #expect(folder.status == 1 && folder.error.contains("a folder"), "\(folder.error)")
    let left = try FileManager.default.contentsOfDirectory(atPath: self.folder.path)
    #expect(left.allSatisfy { !$0.hasPrefix(".cellscope-") })
  }

  @Test func `wrong usage is 2 and a wrong file is 3`() async throws {
    try write(.gru(GRU()))
    let model = path("m.safetensors")
    try "{}".write(toFile: path("x.json"), atomically: true, encoding: .utf8)
    #expect(try await run("trace", "--model", model, "--input", path("x.json")).status == 3)
    #expect(try await run("trace", "--model", model, "--input", path("none")).status == 3)
    #expect(try await run("trace", "--model", model, "--gradients").status == 2)
  }

  @Test(arguments: ["run", "show", "trace", "models --vocabulary"])
  func `where words are needed a file without words is refused`(command: String) async throws {
    try write(.gru(GRU()))
    let model = path("m.safetensors")
    let wordless =
      command.hasPrefix("models")
      ? try await run("models", model, "--vocabulary")
      : try await run(command, "--model", model)
    #expect(wordless.status == 3 && wordless.text.isEmpty)
    #expect(wordless.error.contains("no words") && wordless.error.contains("1 input and 1 unit "))
  }

  @Test func `a cell alone stands in for a shipped model where no words are needed`() async throws {
    try write(.gru(GRU()))
    let own = path("cellscope/agreement.safetensors")
    try FileManager.default.createDirectory(
      atPath: path("cellscope"), withIntermediateDirectories: true)
    try FileManager.default.moveItem(atPath: path("m.safetensors"), toPath: own)
    try #"{"x": [[1]]}"#.write(toFile: path("x.json"), atomically: true, encoding: .utf8)
    let folder = ["XDG_DATA_HOME": folder.path]
    let traced = try await run("trace", "--input", path("x.json"), environment: folder)
    #expect(traced.status == 0 && traced.text.contains("\"family\": \"gru\""), "\(traced.error)")
    let described = try await run("models", "agreement", environment: folder)
    #expect(described.status == 0 && described.text.contains("GRU, 1 unit, 1 input, "))
    let listed = try await run("models", environment: folder)
    #expect(listed.status == 0 && listed.text.contains("no words\nagreement-peephole"))
  }

  @Test func `a file without words is described`() async throws {
    try write(.gru(GRU()))
    let described = try await run("models", path("m.safetensors"))
    #expect(described.status == 0 && described.text.contains("no words"))
    #expect(described.text.contains("cell.family: gru"))
    #expect(described.text.contains("candidate.weight.input ["))
  }

  @Test func `a model of any cell is shown, told and traced`() async throws {
    try write(.gru(GRU(reset: .after, updateTakesNew: false)), vocabulary: "word")
    for command in ["run", "show", "trace"] {
      let (status, output, _) = try await run(command, "--model", path("m.safetensors"))
      #expect(status == 0 && output.contains("word"), "\(command)")
    }
  }
}
