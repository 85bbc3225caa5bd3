import CellEngine
import CellScene
import Foundation
import ModelFiles
import Testing

/// What `trace` and `train` write can be read back and is exact.
@Suite(.timeLimit(.minutes(1))) struct TraceAndTrainTests {
  /// The JSON that `trace` writes, read by another parser than the program's.
  private struct TraceFile: Decodable {
    struct Step: Decodable {
      let t: Int
      let word: String
      let values: [String: [Double]]
      let prediction: [String: Double]
    }

    let cell: [String: String]
    let model: String
    let units: Int
    let inputs: Int
    let steps: [Step]
  }

  private static func run(_ name: String, _ text: String) throws -> (SequenceModel, Run) {
    let file = Products.asset(name)
    let model = try SequenceModel(SafetensorsFile(path: file), path: file)
    return (model, Run(model, as: model.kind, over: try model.vocabulary.tokens(of: text)))
  }

  @Test(arguments: ["agreement", "agreement-peephole"])
  func `trace writes every number of the engine, bit for bit`(name: String) async throws {
    let text = "the cats which already ate fish were full"
    let output = try await CommandOutput.of("trace", "--model", name, "--text", text)
    #expect(output.ending == .exit(0) && output.errors.isEmpty)
    let file = try JSONDecoder().decode(TraceFile.self, from: Data(output.output.utf8))
    let (model, run) = try Self.run(name, text)
    #expect(file.cell["name"] == "LSTM")
    #expect(file.model == name)
    #expect(file.units == 8 && file.inputs == model.vocabulary.count)
    #expect(file.steps.map(\.t) == Array(1...8))
    #expect(file.steps.map(\.word).joined(separator: " ") == text)
    for (time, step) in file.steps.enumerated() {
      #expect(step.values.count == run.cell.graph.nodes.count)
      for signal in run.cell.graph.signals {
        let written = try #require(step.values[run.names[signal]])
        let exact = Array(run.trace[signal, time])
        #expect(written.map(\.bitPattern) == exact.map(\.bitPattern), "\(run.names[signal])")
      }
      let words = Dictionary(
        zip(model.vocabulary.words, run.outputs[time]), uniquingKeysWith: { $1 })
      #expect(step.prediction == words)
    }
    let names = Set(try #require(file.steps.first).values.keys)
    #expect(
      names.isSuperset(of: [
        "forget", "forget_preactivation", "update", "output", "candidate", "memory", "activation",
      ]))
  }

  @Test func `trace as CSV has a line for each number`() async throws {
    let output = try await CommandOutput.of("trace", "--format", "csv", "--text", "the cats were")
    let lines = output.output.split(separator: "\n")
    #expect(lines.first == "t,word,signal,unit,value")
    let (model, run) = try Self.run("agreement", "the cats were")
    let perStep = run.cell.valueLayout.total + model.vocabulary.count
    #expect(lines.count == 1 + 3 * perStep)
    let memory = try #require(run.cell.graph.signal(.memory))
    let line = try #require(lines.first { $0.hasPrefix("2,cats,memory,8,") })
    #expect(line.split(separator: ",").last.flatMap { Double($0) } == run.trace[memory, 1, 7])
  }

  @Test func `a word with a comma or a quotation mark stays one field of a line`() async throws {
    let output = try await CommandOutput.of(
      "trace", "--model", "source", "--format", "csv", "--text", "a, \"")
    let lines = output.output.split(separator: "\n").map { CommaSeparated.fields(of: String($0)) }
    #expect(lines.allSatisfy { $0.count == 5 })
    let words = lines.dropFirst().map { $0[1] }
    #expect(Set(words) == ["a", ",", "␣", "\""])
    let predicted = lines.filter { $0[2] == "prediction" && $0[0] == "1" }.map { $0[3] }
    let (model, _) = try Self.run("source", "a")
    #expect(predicted == model.vocabulary.words)
  }

  @Test func `train writes the same file each time and replaces one only when asked`() async throws
  {
    let folder = try TemporaryFolder()
    let (first, second) = (folder.path("first.safetensors"), folder.path("second.safetensors"))
    let options = ["--steps", "3", "--batch", "2", "--units", "2", "--output"]
    let trained = try await CommandOutput.of(["train"] + options + [first])
    #expect(trained.ending == .exit(0))
    #expect(trained.output.hasSuffix("is written.\n"))
    let bytes = try Data(contentsOf: URL(filePath: first))

    let refused = try await CommandOutput.of(["train"] + options + [first])
    #expect(refused.ending == .exit(1))
    #expect(refused.errors.contains("--force"))
    #expect(refused.errors.split(separator: "\n").count == 1)

    let other = options + [second, "--peepholes"]
    #expect(try await CommandOutput.of(["train"] + other).ending == .exit(0))
    #expect(try Data(contentsOf: URL(filePath: second)) != bytes)
    let again = options + [second, "--force"]
    #expect(try await CommandOutput.of(["train"] + again).ending == .exit(0))
    #expect(try Data(contentsOf: URL(filePath: second)) == bytes)

    let opened = try await CommandOutput.of("show", "--model", first)
    #expect(opened.ending == .exit(0))
    #expect(opened.output.contains("LSTM"))
  }

  @Test func `train into a folder that does not exist fails in one line`() async throws {
    let failed = try await CommandOutput.of(
      "train", "--steps", "1", "--batch", "1", "--units", "1", "--output", "/nonexistent/x")
    #expect(failed.ending == .exit(1))
    #expect(failed.errors.split(separator: "\n").last?.hasPrefix("cellscope: Cannot write") == true)
    #expect(!failed.output.contains("is written"))
  }
}
