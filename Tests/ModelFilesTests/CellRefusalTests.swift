import CellEngine
import Testing

@testable import ModelFiles

@Suite("Files whose tensors have the names of a cell's parameters")
struct CellRefusalTests {
  /// A plain network of two inputs and three units, with some of it changed.
  private func refusal(
    shapes: [String: [Int]?] = [:], metadata: [(key: String, value: String)] = []
  ) -> String? {
    let kind = CellKind.rnn(RNN())
    var tensors = Dictionary(
      uniqueKeysWithValues: kind.graph.parameters.map {
        ($0.name, $0.shape(inputs: 2, units: 3))
      })
    for (name, shape) in shapes { tensors[name] = shape }
    return refusal(
      of: tensors, metadata: kind.settings.map { (key: $0.key, value: $0.value) } + metadata)
  }

  /// What is said of a file of zeros.
  private func refusal(
    of tensors: [String: [Int]], metadata: [(key: String, value: String)] = []
  ) -> String? {
    let file = SafetensorsFile(
      tensors: tensors.sorted { $0.key < $1.key }.map { name, shape in
        let zeros = Array(repeating: 0.0, count: shape.reduce(1, *))
        return SafetensorsFile.Tensor(name: name, shape: shape, values: zeros)
      },
      metadata: metadata)
    do throws(ModelFileError) {
      _ = try CellModel(file, path: "m")
      return nil
    } catch { return error.description }
  }

  @Test("What is missing, too much or of another shape is named")
  func tensors() {
    #expect(refusal() == nil)
    #expect(refusal(shapes: ["readout.bias": [4]]) == nil)
    let cases: [([String: [Int]?], String)] = [
      (["activation.bias": nil], "\"activation.bias\" is missing"),
      (["activation.bias": [4]], "has the shape [4], but the cell needs [3]"),
      (["activation.weight.input": [6]], "must be a matrix [H, I]"),
      (["decoder": [1]], "\"decoder\" belongs to no part of the cell"),
    ]
    for (shapes, part) in cases {
      let sentence = refusal(shapes: shapes) ?? "opens"
      #expect(sentence.contains(part) && isOneSentence(sentence), "\(sentence)")
    }
  }

  @Test("A cell of PyTorch's is made when its tensors have their shapes, not before")
  func shapesFirst() {
    var tensors = ["weight_ih_l0": [512, 1], "weight_hh_l0": [512, 512]]
    tensors["weight_hh_l0_reverse"] = [512, 512]
    tensors["weight_ih_l0_reverse"] = [512, 1]
    #expect(refusal(of: tensors) == nil)
    tensors["weight_ih_l0_reverse"] = [512, 2]
    #expect(refusal(of: tensors)?.contains("different numbers of inputs") == true)
    // 16 GB of weights, if it were believed.
    tensors["weight_ih_l0_reverse"] = [1, 4_000_000]
    let sentence = refusal(of: tensors) ?? "opens"
    #expect(sentence.contains("the cell needs [512, 4000000]"), "\(sentence)")
  }

  @Test(
    "Sizes in the metadata must be numbers that the tensors have", arguments: ["0", "two", "5"])
  func sizes(units: String) {
    let sentence = refusal(metadata: [(key: "units", value: units)]) ?? "opens"
    #expect(sentence.contains("units is \"\(units)\"") || sentence.contains("the cell needs [5"))
    #expect(isOneSentence(sentence), "\(sentence)")
  }

  @Test("Two spellings of an accented key are two keys of which the first counts")
  func spellings() {
    let keys = ["\u{E9}", "e\u{301}"].map { (key: $0, value: "x") }
    #expect(refusal(metadata: keys) == nil)
  }
}
