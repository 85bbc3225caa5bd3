import CellEngine

/// The weights of PyTorch's `nn.LSTM`, `nn.GRU` and `nn.RNN` as `state_dict` names them.
///
///     weight_ih_l0 [G·H, I]   weight_hh_l0 [G·H, H]   bias_ih_l0, bias_hh_l0 [G·H]
///     LSTM: G = 4, blocks i f g o      GRU: G = 3, blocks r z n      RNN: G = 1
///
/// `nn.LSTMCell`, `nn.GRUCell` and `nn.RNNCell` leave the `_l0` out. Further layers end in `_l1` …, the backward direction in `_reverse`. A prefix such as `lstm.`, as
/// the module has it within a model, may stand before all names; tensors with another one are other
/// layers and left aside. The two biases add up, except
/// in the GRU's candidate, where `bias_hh` stands inside the reset. Biases may be missing. Files do
/// not say whether an RNN uses tanh or relu; it is tanh unless the metadata says
/// `cell.activation` = `relu`. Projections (`weight_hr_l0`) and metadata that describe another cell are
/// refused.
struct TorchLayout {
  let source: ModelSource
  /// What stands before the names; empty for the module's own `state_dict`.
  private let prefix: String
  /// Whether it is a module of one step, whose names end before the layer.
  private let isSingle: Bool
  private var file: SafetensorsFile { source.file }

  /// Finds the module in a file; nil if no tensor has one of PyTorch's names.
  ///
  /// - Throws: `ModelFileError` if there is more than one module.
  init?(_ source: ModelSource) throws(ModelFileError) {
    var prefixes: [String] = []
    var isSingle = false
    for tensor in source.file.tensors {
      let dot = tensor.name.lastIndex(of: ".")
      let name = tensor.name[(dot.map(tensor.name.index(after:)) ?? tensor.name.startIndex)...]
      let isOfStep = ["weight_ih", "weight_hh"].contains(name)
      guard
        isOfStep || ["weight_ih_l", "weight_hh_l", "weight_hr_l"].contains(where: name.hasPrefix)
      else { continue }
      isSingle = isSingle || isOfStep
      let prefix = String(tensor.name.dropLast(name.count))
      if !prefixes.contains(prefix) { prefixes.append(prefix) }
    }
    guard let prefix = prefixes.first else { return nil }
    guard prefixes.count == 1 else {
      let names = prefixes.prefix(6).map { "\"\(visible($0))\"" }.joined(separator: ", ")
      throw source.error(
        "it has the cells of \(prefixes.count) modules, \(names); only one can be opened, so save "
          + "that one in a file of its own")
    }
    (self.source, self.prefix, self.isSingle) = (source, prefix, isSingle)
  }

  /// Whether a tensor belongs to the module: others have another prefix, or one at all.
  private func isInside(_ name: String) -> Bool {
    prefix.isEmpty ? !name.contains(".") : name.hasPrefix(prefix)
  }

  /// A module of PyTorch: its cell and the roles of its blocks.
  private struct Module {
    let kind: CellKind
    let blocks: [Role]
    /// What our parameters call the hidden state.
    let state: Role
    /// The role whose inner bias does not simply add to the outer one.
    let innerBias: Role?

    /// The module with G blocks of rows.
    init?(blockCount: Int, function: Activation) {
      switch blockCount {
      case 4:
        (kind, blocks) = (.lecture, [.update, .forget, .candidate, .output])
        (state, innerBias) = (.activation, nil)
      case 3:
        kind = .gru(GRU(reset: .after, updateTakesNew: false))
        (blocks, state, innerBias) = ([.relevance, .update, .candidate], .memory, .candidate)
      case 1:
        (kind, blocks) = (.rnn(RNN(function: function)), [.activation])
        (state, innerBias) = (.activation, nil)
      default: return nil
      }
    }

    /// The parameter that a block of a tensor holds.
    func parameter(_ tensor: Tensor, _ block: Role) -> String {
      switch tensor {
      case .inputWeight: "\(block.rawValue).weight.input"
      case .stateWeight: "\(block.rawValue).weight.\(state.rawValue)"
      case .stateBias where block == innerBias: "\(block.rawValue).bias.\(state.rawValue)"
      case .inputBias, .stateBias: "\(block.rawValue).bias"
      }
    }
  }

  /// The four tensors of a cell.
  private enum Tensor: String, CaseIterable {
    case inputWeight = "weight_ih_"
    case stateWeight = "weight_hh_"
    case inputBias = "bias_ih_"
    case stateBias = "bias_hh_"

    func shape(inputs: Int, units: Int, blocks: Int) -> [Int] {
      switch self {
      case .inputWeight: [blocks * units, inputs]
      case .stateWeight: [blocks * units, units]
      case .inputBias, .stateBias: [blocks * units]
      }
    }
  }

  /// The model that the file holds.
  func model() throws(ModelFileError) -> CellModel {
    let (module, units) = try module()
    func isThere(_ name: String) -> Bool { !isSingle && file.tensor(named: prefix + name) != nil }
    let directions = isThere("weight_ih_l0_reverse") ? 2 : 1
    var layers: [[Cell<Double>]] = []
    var places: [CellModel.TensorPlace] = []
    while layers.isEmpty || isThere("weight_ih_l\(layers.count)") {
      var row: [Cell<Double>] = []
      for direction in 0..<directions {
        let name = CellModel.Place(layer: layers.count, direction: direction).name
        let inputs =
          layers.isEmpty ? try matrix(.inputWeight, of: name)[1] : directions * units
        // The shapes first: what a cell allocates, the file must have.
        let tensors = try tensors(of: module, name, inputs: inputs, units: units)
        var cell = Cell<Double>(module.kind.graph, inputs: inputs, units: units)
        for (tensor, values) in tensors {
          let ids = try fill(&cell, module, tensor, values)
          places.append(
            CellModel.TensorPlace(
              name: values.name, shape: values.shape, layer: layers.count, direction: direction,
              parameters: ids))
        }
        row.append(cell)
      }
      guard row.allSatisfy({ $0.inputCount == row[0].inputCount }) else {
        throw source.error("the two directions of layer 0 read different numbers of inputs")
      }
      layers.append(row)
    }
    try source.refuseTensors(besides: places.map(\.name), where: isInside)
    try checkMetadata(module.kind, ["units": units, "inputs": layers[0][0].inputCount])
    return CellModel(
      name: file.metadataValue(for: "name") ?? "PyTorch \(module.kind.graph.name)",
      kind: module.kind, stack: CellStack<Double>(layers), tensors: places,
      aside: file.tensors.filter { !isInside($0.name) })
  }

  /// Compares what the metadata says of the cell, if anything, with what the tensors are.
  private func checkMetadata(
    _ kind: CellKind, _ sizes: [String: Int]
  ) throws(ModelFileError) {
    let facts = kind.settings
    var said = facts.merging(source.settings) { $1 }
    if said["cell.family"] == facts["cell.family"] { said = try source.kind(said).settings }
    for (key, value) in said.sorted(by: { $0.key < $1.key })
    where key.hasPrefix("cell.") && facts[key] != value {
      throw source.error(
        "the metadata says \(key) = \"\(visible(value))\", but the tensors are those of "
          + "PyTorch's \(kind.graph.name)")
    }
    for (key, size) in sizes.sorted(by: { $0.key < $1.key }) {
      guard let text = file.metadataValue(for: key), Int(text) != size else { continue }
      throw source.error("\(key) is \"\(visible(text))\", but the tensors have \(size)")
    }
  }

  /// The module and its number of units, from the shapes of the first layer.
  private func module() throws(ModelFileError) -> (module: Module, units: Int) {
    if let projection = file.tensors.first(where: { $0.name.hasPrefix(prefix + "weight_hr_") }) {
      throw source.error(
        "tensor \"\(visible(projection.name))\" is a projection, which this program does not have")
    }
    let (input, state) = (try matrix(.inputWeight), try matrix(.stateWeight))
    let function = file.metadataValue(for: "cell.activation") ?? Activation.tanh.rawValue
    guard function == "tanh" || function == "relu" else {
      throw source.error("cell.activation is \"\(visible(function))\", but an RNN has tanh or relu")
    }
    let (rows, units) = (state[0], state[1])
    guard input[0] == rows, rows % units == 0, units <= SequenceModel.unitLimit,
      let module = Module(blockCount: rows / units, function: function == "relu" ? .relu : .tanh)
    else {
      throw source.error(
        "weight_ih_l0 \(input) and weight_hh_l0 \(state) make no cell: with H columns in "
          + "weight_hh_l0, both need 4H rows (LSTM), 3H (GRU) or H (RNN), and H is at most "
          + "\(SequenceModel.unitLimit)")
    }
    return (module, units)
  }

  /// The tensors of a cell, each with the shape that it must have.
  private func tensors(
    of module: Module, _ cell: String, inputs: Int, units: Int
  ) throws(ModelFileError) -> [(Tensor, SafetensorsFile.Tensor)] {
    let hasBias = [Tensor.inputBias, .stateBias].contains {
      file.tensor(named: name(of: $0, cell)) != nil
    }
    var found: [(Tensor, SafetensorsFile.Tensor)] = []
    for tensor in Tensor.allCases where hasBias || tensor.rawValue.hasPrefix("weight") {
      let shape = tensor.shape(inputs: inputs, units: units, blocks: module.blocks.count)
      found.append((tensor, try source.tensor(name(of: tensor, cell), shape: shape)))
    }
    return found
  }

  /// Adds a tensor to a cell's weights and tells which of them it has.
  private func fill(
    _ cell: inout Cell<Double>, _ module: Module, _ tensor: Tensor,
    _ values: SafetensorsFile.Tensor
  ) throws(ModelFileError) -> [ParameterID] {
    let ids = module.blocks.compactMap { cell.parameter(named: module.parameter(tensor, $0)) }
    var rest = ArraySlice(try values.values())
    for id in ids {
      cell[id] = ArraySlice(zip(cell[id], rest).map { $0 + $1 })
      rest = rest.dropFirst(cell[id].count)
    }
    return ids
  }

  /// The name of a tensor in the file.
  private func name(of tensor: Tensor, _ cell: String) -> String {
    prefix + (isSingle ? String(tensor.rawValue.dropLast()) : tensor.rawValue + cell)
  }

  /// The shape of a tensor that must be a matrix with at least one row and column.
  private func matrix(_ tensor: Tensor, of cell: String = "l0") throws(ModelFileError) -> [Int] {
    let tensor = try source.tensor(name(of: tensor, cell))
    guard tensor.shape.count == 2, tensor.shape.allSatisfy({ $0 > 0 }) else {
      throw source.error(
        "tensor \"\(visible(tensor.name))\" has the shape \(tensor.shape), but must be a matrix that is not empty"
      )
    }
    return tensor.shape
  }
}
