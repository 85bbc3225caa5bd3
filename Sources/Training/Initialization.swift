public import CellEngine

/// How the weights start: matrices between ±1/√H, as PyTorch starts its recurrent cells.
///
/// Biases start at 0, the forget gate's at `forgetBias`, so that the memory keeps what it has
/// until training says otherwise. Peepholes start at 0: a cell with peepholes starts as the cell
/// without them, and with the same seed both start with the same matrices.
/// Source: forget bias, Gers, Schmidhuber & Cummins 2000 and Jozefowicz, Zaremba & Sutskever 2015.
public struct Initialization: Hashable, Sendable {
  /// Where the forget gate's bias starts.
  public var forgetBias: Double

  /// Makes a rule.
  public init(forgetBias: Double = 1) {
    self.forgetBias = forgetBias
  }

  /// The rule as names and values, as a model file carries it.
  var named: [String: String] {
    ["initial_scale": "uniform", "initial_forget_bias": "\(forgetBias)"]
  }

  /// Fills all weights of a model.
  public func fill(_ model: inout SequenceModel, using random: inout SplitMix64) {
    let graph = model.cell.graph
    let bound = 1 / Double(model.cell.unitCount).squareRoot()
    for parameter in graph.parameters.indices.map(ParameterID.init) {
      let entry = graph[parameter]
      let range = model.cell.parameterLayout[parameter.index]
      switch entry.kind {
      case .weight:
        for place in range { model.cell.parameters[place] = random.nextUniform(within: bound) }
      case .peephole:
        for place in range { model.cell.parameters[place] = 0 }
      case .bias:
        let start = entry.target == .forget ? forgetBias : 0
        for place in range { model.cell.parameters[place] = start }
      }
    }
    let readout = model.readout
    for place in readout.weightRange {
      model.readout.parameters[place] = random.nextUniform(within: bound)
    }
    for place in readout.biasRange { model.readout.parameters[place] = 0 }
  }
}
