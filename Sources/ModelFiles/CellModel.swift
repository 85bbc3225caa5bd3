public import CellEngine

/// A cell or a stack of cells with its weights, without words.
///
/// The file says by itself what it holds. Either its tensors have PyTorch's names (see
/// `TorchLayout`), or the metadata has the cell's settings (`cell.family` …) and the tensors have the
/// names of its parameters; `inputs` and `units` then come from the metadata or from the shapes.
public struct CellModel: Sendable {
  /// A tensor of the file and the parameters that stand below each other in it.
  public struct TensorPlace: Hashable, Sendable {
    /// The name in the file.
    public let name: String
    /// The sizes, outermost first.
    public let shape: [Int]
    /// The layer of the cell, from 0.
    public let layer: Int
    /// 0 for a cell that reads forward, 1 for one that reads backward.
    public let direction: Int
    /// The parameters, block after block.
    public let parameters: [ParameterID]
  }

  /// What people call the model.
  public let name: String
  /// Which cell of the catalogue every cell of the stack is.
  public let kind: CellKind
  /// The cells with their weights.
  public let stack: CellStack<Double>
  /// The tensors that hold the weights.
  public let tensors: [TensorPlace]
  /// What else stands in the file: the layers before and behind the cells.
  public let aside: [SafetensorsFile.Tensor]

  /// Makes a model of one cell, with one tensor for each parameter.
  public init(name: String, kind: CellKind, cell: Cell<Double>) {
    self.name = name
    self.kind = kind
    stack = CellStack<Double>([[cell]])
    tensors = cell.graph.parameters.indices.map { index in
      let id = ParameterID(index)
      return TensorPlace(
        name: cell.graph[id].name, shape: cell.shape(id), layer: 0, direction: 0,
        parameters: [id])
    }
    aside = []
  }

  init(
    name: String, kind: CellKind, stack: CellStack<Double>, tensors: [TensorPlace],
    aside: [SafetensorsFile.Tensor]
  ) {
    (self.name, self.kind, self.stack) = (name, kind, stack)
    (self.tensors, self.aside) = (tensors, aside)
  }

  /// Reads a model from a file's content.
  ///
  /// - Parameter path: the file's name for messages.
  /// - Throws: `ModelFileError` if there is no cell in the file, its settings make no sense, or a
  ///   tensor is missing, has a wrong shape or type, or belongs to no part of the cell.
  public init(_ file: SafetensorsFile, path: String) throws(ModelFileError) {
    let source = ModelSource(file: file, path: path)
    if let layout = try TorchLayout(source) {
      self = try layout.model()
    } else {
      self = try CellReader(source: source).model()
    }
  }

  /// The numbers of a tensor from an array in the layout of its cell's parameters, row by row.
  ///
  /// With the weights it gives the tensor itself (PyTorch's two biases both give their sum), with a
  /// gradient the tensor's gradient.
  public func numbers(of tensor: TensorPlace, in parameters: [Double]) -> [Double] {
    let layout = stack.layers[tensor.layer][tensor.direction].parameterLayout
    return tensor.parameters.flatMap { parameters[layout[$0.index]] }
  }
}

/// Reads a cell whose tensors have the names of its parameters.
private struct CellReader {
  let source: ModelSource

  func model() throws(ModelFileError) -> CellModel {
    let kind = try kind()
    let graph = kind.graph
    let (inputs, units) = try size(of: graph)
    // All shapes before anything is allocated: the file must hold what it asks for.
    for parameter in graph.parameters {
      _ = try source.tensor(
        parameter.name, shape: parameter.shape(inputs: inputs, units: units))
    }
    try source.refuseTensors(
      besides: graph.parameters.map(\.name) + ["readout.weight", "readout.bias"])
    var cell = Cell<Double>(graph, inputs: inputs, units: units)
    for index in graph.parameters.indices {
      let id = ParameterID(index)
      cell[id] = ArraySlice(try source.tensor(graph[id].name).values())
    }
    let name = source.file.metadataValue(for: "name") ?? "cell"
    return CellModel(name: name, kind: kind, cell: cell)
  }

  private func kind() throws(ModelFileError) -> CellKind {
    let file = source.file
    guard file.metadataValue(for: "cell.family") != nil else {
      throw source.error("no cell is found in it: \(contents)")
    }
    // Libraries that write such files put their own name there, as PyTorch's does: "pt".
    if let format = file.metadataValue(for: "format"), format != SequenceModel.fileFormat,
      format.hasPrefix(SequenceModel.formatFamily)
    {
      throw source.error(
        "its format is \"\(visible(format, limit: 60))\", "
          + "but only \(SequenceModel.fileFormat) is known")
    }
    return try source.kind(source.settings)
  }

  /// What the file holds instead of a cell.
  private var contents: String {
    let tensors = source.file.tensors
    let list = tensors.prefix(6).map { "\(visible($0.name)) \($0.shape)" }
    let rest = tensors.count > 6 ? " and \(tensors.count - 6) more" : ""
    return "the metadata has no cell.family, there is no "
      + "weight_ih_l0 as PyTorch names it, and its tensors are "
      + (list.isEmpty ? "none" : list.joined(separator: ", ") + rest)
  }

  /// I and H from the metadata, else from the first matrix that reads the input.
  private func size(of graph: CellGraph) throws(ModelFileError) -> (inputs: Int, units: Int) {
    let first = graph.parameters.first { $0.columns == .inputs }
    guard let first, case let shape = try source.tensor(first.name).shape, shape.count == 2 else {
      throw source.error("the first tensor of the cell must be a matrix [H, I]")
    }
    return (
      try number("inputs", else: shape[1], limit: SafetensorsFile.defaultSizeLimit),
      try number("units", else: shape[0], limit: SequenceModel.unitLimit)
    )
  }

  private func number(
    _ key: String, else size: Int, limit: Int
  ) throws(ModelFileError) -> Int {
    let text = source.file.metadataValue(for: key) ?? "\(size)"
    return try source.number(text, named: key, limit: limit)
  }
}
