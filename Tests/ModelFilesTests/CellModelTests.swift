import CellEngine
import Testing

@testable import ModelFiles

@Suite("Files that hold cells without words")
struct CellModelTests {
  /// A file with the given tensors, numbered from 1 in the order of the file.
  private func file(
    _ tensors: [(String, [Int])], _ metadata: [(key: String, value: String)] = [],
    type: SafetensorsFile.ElementType = .float64
  ) -> SafetensorsFile {
    var next = 0.0
    return SafetensorsFile(
      tensors: tensors.map { name, shape in
        let values = (0..<shape.reduce(1, *)).map { _ in
          next += 1
          return next
        }
        return SafetensorsFile.Tensor(name: name, shape: shape, values: values, type: type)
      }, metadata: metadata)
  }

  private func refusal(_ file: SafetensorsFile) -> String? {
    do throws(ModelFileError) {
      _ = try CellModel(file, path: "m")
      return nil
    } catch { return error.description }
  }

  @Test("The weights of every entry of the catalogue are read back from their names and shapes")
  func roundTrip() throws {
    for entry in CatalogueEntry.all {
      let graph = entry.kind.graph
      let tensors = graph.parameters.map { ($0.name, $0.shape(inputs: 2, units: 3)) }
      let settings = entry.kind.settings.map { (key: $0.key, value: $0.value) }
      for type in [SafetensorsFile.ElementType.float64, .float32] {
        let model = try CellModel(file(tensors, settings, type: type), path: "m")
        let cell = model.stack.layers[0][0]
        #expect(model.kind == entry.kind)
        #expect((cell.inputCount, cell.unitCount) == (2, 3))
        #expect(cell.parameters == (1...cell.parameters.count).map(Double.init))
        #expect(model.tensors.map(\.shape) == tensors.map(\.1))
      }
    }
  }

  @Test("PyTorch's blocks stand in the order i f g o, r z n, and both biases add up")
  func torchBlocks() throws {
    let names: (Int) -> [(String, [Int])] = { blocks in
      [
        ("weight_ih_l0", [blocks, 1]), ("weight_hh_l0", [blocks, 1]), ("bias_ih_l0", [blocks]),
        ("bias_hh_l0", [blocks]),
      ]
    }
    func weights(_ blocks: Int) throws -> [String: Double] {
      let cell = try CellModel(file(names(blocks)), path: "m").stack.layers[0][0]
      return Dictionary(
        uniqueKeysWithValues: zip(cell.graph.parameters.map(\.name), cell.parameters))
    }
    let lstm = try weights(4)
    #expect(
      ["update", "forget", "candidate", "output"].map { lstm[$0 + ".weight.input"] } == [
        1, 2, 3, 4,
      ])
    #expect(
      ["update", "forget", "candidate", "output"].map { lstm[$0 + ".bias"] } == [22, 24, 26, 28])
    let gru = try weights(3)
    #expect(["relevance", "update", "candidate"].map { gru[$0 + ".weight.memory"] } == [4, 5, 6])
    #expect(["relevance", "update", "candidate"].map { gru[$0 + ".bias"] } == [17, 19, 9])
    #expect(gru["candidate.bias.memory"] == 12)
    #expect(
      try weights(1) == [
        "activation.weight.input": 1, "activation.weight.activation": 2, "activation.bias": 7,
      ])
  }

  @Test("Layers and directions become a stack, and a tensor's numbers are found again")
  func torchStack() throws {
    var tensors: [(String, [Int])] = []
    for (name, inputs) in [("l0", 2), ("l0_reverse", 2), ("l1", 6), ("l1_reverse", 6)] {
      tensors += [("weight_ih_" + name, [12, inputs]), ("weight_hh_" + name, [12, 3])]
    }
    let content = file(tensors)
    let model = try CellModel(content, path: "m")
    #expect(model.stack.layers.map { $0.map(\.inputCount) } == [[2, 2], [6, 6]])
    #expect(model.tensors.map(\.name).sorted() == tensors.map(\.0).sorted())
    for tensor in model.tensors {
      let cell = model.stack.layers[tensor.layer][tensor.direction]
      let values = try #require(content.tensor(named: tensor.name)).values()
      #expect(model.numbers(of: tensor, in: cell.parameters) == values)
    }
  }

  @Test("A plain network has relu only where the metadata says so")
  func torchRelu() throws {
    let tensors = [("weight_ih_l0", [2, 3]), ("weight_hh_l0", [2, 2])]
    #expect(try CellModel(file(tensors), path: "m").kind == .rnn(RNN()))
    let relu = file(tensors, [(key: "cell.activation", value: "relu")])
    #expect(try CellModel(relu, path: "m").kind == .rnn(RNN(function: .relu)))
  }

  @Test("Metadata that describe another cell than PyTorch's tensors are refused")
  func torchContradictions() throws {
    let tensors = [("weight_ih_l0", [8, 3]), ("weight_hh_l0", [8, 2])]
    let agreeing = [
      ("cell.family", "lstm"), ("cell.peepholes", "none"), ("units", "2"), ("inputs", "3"),
      ("framework", "pt"),
    ]
    #expect(refusal(file(tensors, agreeing.map { (key: $0.0, value: $0.1) })) == nil)
    let contradicting = [
      ("cell.family", "gru"), ("cell.peepholes", "forget"), ("cell.activation", "relu"),
      ("cell.reset", "after"), ("units", "3"), ("inputs", "two"),
    ]
    for (key, value) in contradicting {
      let sentence = refusal(file(tensors, [(key: key, value: value)])) ?? "opens"
      #expect(sentence.contains(key) && isOneSentence(sentence), "\(sentence)")
    }
  }

  @Test("Each file of the corpus that should be a cell is opened or refused as its table says")
  func corpus() throws {
    for (name, expectation) in try Fixtures.hostileTable() where name.hasPrefix("cell_") {
      let bytes = try Fixtures.hostile(String(name.prefix { $0 != "." }))
      let sentence = refusal(try SafetensorsFile(bytes: bytes, name: name))
      if name.contains("no_recurrent") {
        #expect(sentence?.contains("no cell is found") == true)
        #expect(sentence?.contains("linear.weight [4, 3]") == true)
      } else {
        #expect((sentence == nil) == expectation.hasPrefix("open"), "\(name)")
      }
      if let sentence { #expect(isOneSentence(sentence), "\(sentence)") }
      if name.contains("hh_mismatch") {
        #expect(sentence?.contains("[20, 3]") == true && sentence?.contains("[20, 4]") == true)
      }
    }
  }

  @Test("Any format may be named but one of this program that is not known")
  func formats() {
    let tensors = [
      ("activation.weight.input", [2, 3]), ("activation.weight.activation", [2, 2]),
      ("activation.bias", [2]),
    ]
    func refusal(format: String) -> String? {
      self.refusal(
        file(tensors, [(key: "cell.family", value: "rnn"), (key: "format", value: format)]))
    }
    for format in ["cellscope-model-1", "pt", "np", "anything"] {
      #expect(refusal(format: format) == nil, "\(format)")
    }
    let sentence = refusal(format: "cellscope-model-2") ?? "opens"
    #expect(sentence.contains("only cellscope-model-1 is known") && isOneSentence(sentence))
  }

  @Test("Weights of 1e30 run to finite outputs")
  func hugeWeights() throws {
    let content = try SafetensorsFile(bytes: try Fixtures.hostile("cell_huge_weights"), name: "m")
    let model = try CellModel(content, path: "m")
    let outputs = model.stack.trace([[1, -1, 0.5], [0, 0, 0]]).outputs
    #expect(outputs.joined().allSatisfy { $0.isFinite })
  }

  @Test("What does not fit is named")
  func wrong() {
    let (input, state) = (("weight_ih_l0", [8, 3]), ("weight_hh_l0", [8, 2]))
    let cases: [([(String, [Int])], String)] = [
      ([input], "weight_hh_l0\" is missing"),
      ([input, state, ("weight_hr_l0", [1, 2])], "projection"),
      ([input, state, ("bias_ih_l0", [8])], "bias_hh_l0\" is missing"),
      ([input, state, ("bias_ih_l0", [8]), ("bias_hh_l0", [7])], "[7], but the cell needs [8]"),
      ([input, state, ("weight_ih_l1", [8, 3])], "[8, 3], but the cell needs [8, 2]"),
      ([input, state, ("weight_ih_l0_reverse", [8, 3])], "weight_hh_l0_reverse\" is missing"),
      ([input, state, ("decoder", [1])], "belongs to no part"),
      ([input, ("weight_hh_l0", [8, 0])], "[8, 0]"),
      ([("weight_ih_l0", [10, 3]), ("weight_hh_l0", [10, 2])], "make no cell"),
      (
        [
          input, ("weight_hh_l0", [8, 2]), ("weight_ih_l0_reverse", [8, 4]),
          ("weight_hh_l0_reverse", [8, 2]),
        ], "different numbers of inputs"
      ),
      ([("w", [2])], "no cell is found"),
      ([], "its tensors are none"),
      ((1...8).map { ("w\($0)", [1]) }, "w6 [1] and 2 more"),
    ]
    for (tensors, part) in cases {
      let sentence = refusal(file(tensors)) ?? "opens"
      #expect(sentence.contains(part), "\(sentence)")
      #expect(isOneSentence(sentence), "\(sentence)")
    }
    let senseless = file(
      [("w", [1])],
      [
        (key: "cell.family", value: "lstm"), (key: "cell.coupled_gate", value: "forget"),
        (key: "cell.peepholes", value: "forget"),
      ])
    let reason = refusal(senseless) ?? "opens"
    #expect(reason.contains("describes no cell: the forget gate is left out or coupled"))
    #expect(!reason.contains("switch"), "\(reason)")
    let sigmoid = file([input, state], [(key: "cell.activation", value: "sigmoid")])
    #expect(refusal(sigmoid)?.contains("\"sigmoid\", but an RNN has tanh or relu") == true)
  }
}
