import CellEngine
import Testing

@testable import ModelFiles

/// Whole models of PyTorch, with what stands before and behind the cells; the numbers are PyTorch's
/// (`Fixtures/torch/make.py`).
@Suite struct TorchModelTests {
  private static let folder = Fixtures.folder + "/torch/"

  private static func cells(_ name: String) throws -> CellModel {
    let path = folder + name + ".safetensors"
    return try CellModel(SafetensorsFile(path: path), path: path)
  }

  private static func json(_ name: String) throws -> JSON {
    try JSON(parsing: DiskFile.read(folder + name + ".json", sizeLimit: 1 << 20))
  }

  private static func rows(_ json: JSON?) throws -> [[Double]] {
    try #require(json?.elements).map { try #require($0.elements).compactMap(\.doubleValue) }
  }

  private static func expectSame(_ ours: [[Double]], _ theirs: [[Double]]) {
    #expect(ours.count == theirs.count)
    for (one, other) in zip(ours.joined(), theirs.joined()) {
      #expect(abs(one - other) <= 1e-12 + 1e-10 * abs(other))
    }
  }

  private static func shown(_ model: SequenceModel, _ tokens: [Int]) -> [[Double]] {
    let trace = model.trace(tokens)
    return tokens.indices.map { Array(trace[model.cell.graph.output, $0]) }
  }

  @Test func `a language model shows and predicts what it does in PyTorch`() throws {
    let cells = try Self.cells("words")
    let vocabulary = try Vocabulary(path: Self.folder + "words.vocabulary.json")
    let known = try Self.json("words")
    let tokens = try #require(known["tokens"]?.elements).compactMap(\.integerValue)
    let models = try cells.models(reading: vocabulary, path: "m")
    #expect(models.map(\.name) == ["l0", "l1"])
    let model = models[1]
    #expect(model.predicts)
    Self.expectSame(Self.shown(model, tokens), try Self.rows(known["shown"]))
    let trace = model.trace(tokens)
    Self.expectSame(
      tokens.indices.map { model.prediction(after: $0, in: trace) },
      try Self.rows(known["probabilities"]))
    #expect(!models[0].predicts)
    #expect(models[0].reading.below == nil)
  }

  @Test func `every cell of a stack reads what it reads in PyTorch, in its own direction`() throws {
    let cells = try Self.cells("series")
    let input = try SequenceInput(path: Self.folder + "series.input.json", for: cells.stack)
    #expect(cells.aside.map(\.name).sorted() == ["fc.bias", "fc.weight"])
    #expect(cells.places.map(\.name) == ["l0", "l0_reverse", "l1", "l1_reverse"])
    let whole = cells.stack.trace(input.inputs, initial: input.initial)
    var top: [[[Double]]] = []
    let models = try cells.models(over: input)
    #expect(models.map(\.name) == cells.places.map(\.name))
    for (model, place) in zip(models, cells.places) {
      #expect(!model.predicts)
      #expect(model.piece == .input)
      #expect(model.reading.isReversed == (place.direction == 1))
      let times = Array(input.inputs.indices)
      let tokens = model.reading.isReversed ? times.reversed() : times
      #expect(model.trace(tokens) == whole.traces[place.layer][place.direction], "\(model.name)")
      guard place.layer == 1 else { continue }
      let rows = Self.shown(model, tokens)
      top.append(model.reading.isReversed ? rows.reversed() : rows)
    }
    Self.expectSame(
      zip(top[0], top[1]).map { $0 + $1 }, try Self.rows(try Self.json("series")["shown"]))
  }

  @Test func `steps are named by their place`() throws {
    let one = CellStack<Double>([[Cell<Double>(CellKind.lecture.graph, inputs: 1, units: 1)]])
    let input = try SequenceInput(
      bytes: Array(#"{"x":[[0.5],[-2],[0.5]]}"#.utf8), path: "x", for: one)
    let single = CellModel(name: "m", kind: .lecture, cell: one.layers[0][0])
    let model = try single.models(over: input)[0]
    let tokens = Array(input.inputs.indices)
    #expect(tokens.map { model.vocabulary.words[$0] } == ["#1", "#2", "#3"])
    #expect(model.inputs(of: tokens) == [[0.5], [-2], [0.5]])
    let cells = try Self.cells("series")
    let series = try SequenceInput(path: Self.folder + "series.input.json", for: cells.stack)
    let named = try cells.models(over: series)
    #expect(named[0].vocabulary.words[2] == "#3")
  }

  @Test func `a linear layer behind the cells puts out what it does in PyTorch`() throws {
    let cells = try Self.cells("forecast")
    let input = try SequenceInput(path: Self.folder + "forecast.input.json", for: cells.stack)
    let models = try cells.models(over: input)
    let tokens = Array(input.inputs.indices)
    #expect(models[0].output == .scores)
    #expect(!models[0].predicts)
    Self.expectSame(
      Self.shown(models[0], tokens).map { models[0].output(of: $0[...]) },
      try Self.rows(try Self.json("forecast")["output"]))
  }
}

/// What is told apart, and what is refused, among the tensors beside the cells.
@Suite struct TorchLayerTests {
  private static func cells(_ prefix: String, inputs: Int = 2, units: Int = 3) -> [Shape] {
    [
      (prefix + "weight_ih_l0", [4 * units, inputs]),
      (prefix + "weight_hh_l0", [4 * units, units]),
    ]
  }

  private typealias Shape = (name: String, sizes: [Int])

  private static func file(_ shapes: [Shape]) -> SafetensorsFile {
    SafetensorsFile(
      tensors: shapes.enumerated().map { place, shape in
        SafetensorsFile.Tensor(
          name: shape.name, shape: shape.sizes,
          values: Array(repeating: Double(place), count: shape.sizes.reduce(1, *)))
      }, metadata: [])
  }

  private static func open(_ shapes: [Shape], words: Int = 5) throws(ModelFileError)
    -> SequenceModel
  {
    let file = file(shapes)
    return try CellModel(file, path: "m").models(
      reading: Vocabulary((0..<words).map { "w\($0)" }), path: "m")[0]
  }

  private static func refusal(_ shapes: [Shape], words: Int = 5) -> String {
    do throws(ModelFileError) {
      _ = try open(shapes, words: words)
      return ""
    } catch { return error.description }
  }

  @Test func `an embedding and a layer that predicts are found by shape, bias and name`() throws {
    func numbers(_ shapes: [Shape]) throws -> (embedding: Double?, scores: Double?) {
      let model = try Self.open(shapes)
      var embedding: Double?
      if case .embedding(let rows) = model.reading.source { embedding = rows[0][0] }
      return (embedding, model.readout.parameters.first)
    }
    let cells = Self.cells("rnn.")
    let apart = try numbers(
      cells + [("a.weight", [5, 2]), ("b.weight", [5, 3]), ("b.bias", [5])])
    #expect(apart == (2, 3))
    let square = Self.cells("rnn.", inputs: 3)
    let biased = try numbers(
      square + [("a.weight", [5, 3]), ("a.bias", [5]), ("b.weight", [5, 3])])
    #expect(biased == (4, 2))
    let named = try numbers(square + [("out.weight", [5, 3]), ("Embed.weight", [5, 3])])
    #expect(named == (3, 2))
    let tied = try numbers(square + [("tied.weight", [5, 3])])
    #expect(tied == (2, 2))
    let biased2 = try Self.open(square + [("emb.weight", [5, 3]), ("out.bias", [5])])
    #expect(biased2.readout.parameters.suffix(5) == [3, 3, 3, 3, 3], "the other layer's bias")
    let bare = try numbers(Self.cells("rnn.", inputs: 5) + [("b.weight", [5, 3])])
    #expect(bare == (nil, 2))
    #expect(try !Self.open(cells + [("a.weight", [5, 2])]).predicts)
    let bare2 = Self.cells("") + [("emb.weight", [5, 2])]
    #expect(
      try Self.open(bare2).reading.isOneHot == false, "a prefix tells it from the module's own")
    let plain = try numbers(square + [("emb", [5, 3]), ("out.weight", [5, 3])])
    #expect(plain == (2, 3))
    let backward: [Shape] = [
      ("rnn.weight_ih_l0_reverse", [12, 2]), ("rnn.weight_hh_l0_reverse", [12, 3]),
    ]
    let both = try Self.open(cells + backward + [("a.weight", [5, 2]), ("b.weight", [5, 6])])
    #expect(!both.predicts, "one direction alone does not")
  }

  @Test func `a module of one step is the same cell without a layer in its names`() throws {
    let shapes = [
      ("weight_ih", [12, 2]), ("weight_hh", [12, 3]), ("bias_ih", [12]), ("bias_hh", [12]),
    ]
    func cell(_ suffix: String) throws -> CellModel {
      try CellModel(Self.file(shapes.map { ("net." + $0 + suffix, $1) }), path: "m")
    }
    let (single, layer) = (try cell(""), try cell("_l0"))
    #expect(single.stack.layers[0][0].parameters == layer.stack.layers[0][0].parameters)
    #expect(single.places.count == 1)
    #expect(single.tensors.map(\.name) == shapes.map { "net." + $0.0 })
    #expect(throws: ModelFileError.self) {
      try CellModel(Self.file([("weight_ih", [12, 2]), ("weight_hh_l0", [12, 3])]), path: "m")
    }
  }

  @Test func `only a linear layer that stands alone behind the top layer puts something out`()
    throws
  {
    func outputs(_ beside: [Shape], _ cells: [Shape] = TorchLayerTests.cells("rnn.")) throws
      -> [SequenceModel.Output]
    {
      let file = Self.file(cells + beside)
      let model = try CellModel(file, path: "m")
      let input = try SequenceInput(
        bytes: Array(#"{"x":[[1,2]]}"#.utf8), path: "x", for: model.stack)
      return try model.models(over: input).map(\.output)
    }
    #expect(try outputs([("fc.weight", [1, 3]), ("fc.bias", [1])]) == [.scores])
    #expect(try outputs([("fc.weight", [7, 3])]) == [.scores])
    #expect(try outputs([]) == [.activation])
    #expect(try outputs([("fc.weight", [1, 4])]) == [.activation])
    #expect(try outputs([("fc.weight", [2, 3]), ("norm.bias", [2])]) == [.activation])
    #expect(try outputs([("fc.weight", [2, 3]), ("fc.bias", [3])]) == [.activation])
    #expect(
      try outputs([("a.weight", [2, 3]), ("a.bias", [2]), ("b.weight", [1, 2])]) == [.activation])
    let upper: [Shape] = [("rnn.weight_ih_l1", [12, 3]), ("rnn.weight_hh_l1", [12, 3])]
    #expect(
      try outputs([("fc.weight", [1, 3])], Self.cells("rnn.") + upper) == [.activation, .scores])
  }

  @Test func `what cannot be told or has no place is refused with its names`() {
    let cells = Self.cells("rnn.")
    #expect(
      Self.refusal(cells).contains(
        "with 5 words and 2 inputs, a matrix [5, 2] is needed; beside the cells there is nothing"))
    #expect(
      Self.refusal(cells + [("emb.weight", [6, 2])]).contains(
        "beside the cells there stand emb.weight [6, 2]"))
    #expect(
      Self.refusal(cells + [("a.weight", [5, 2]), ("norm.weight", [3])])
        .contains(#"tensor "norm.weight" [3] belongs to no part of the model"#))
    let square = Self.cells("rnn.", inputs: 3)
    #expect(
      Self.refusal(square + [("x.weight", [5, 3]), ("y.weight", [5, 3])])
        .contains(#"which of "x.weight", "y.weight""#))
    #expect(
      Self.refusal(Self.cells("encoder.") + Self.cells("decoder.rnn."))
        .contains(#"the cells of 2 modules, "encoder.", "decoder.rnn.""#))
    #expect(
      Self.refusal(Self.cells("") + [("extra", [1])])
        .contains(#"tensor "extra" belongs to no part of the cell"#))
    #expect(
      Self.refusal(cells + [("rnn.extra", [1])])
        .contains(#"tensor "rnn.extra" belongs to no part of the cell"#))
    #expect(
      Self.refusal(Array(cells.prefix(1))).contains(#"tensor "rnn.weight_hh_l0" is missing"#))
  }
}
