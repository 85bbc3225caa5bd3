public import CellEngine

/// How the weights start.
///
/// Biases start at 0, the forget gate's at `forgetBias`, so that the memory keeps what it has
/// until training says otherwise. Peepholes start at 0: a cell with peepholes starts as the cell
/// without them, and with the same seed both start with the same matrices.
/// Source: forget bias, Gers, Schmidhuber & Cummins 2000 and Jozefowicz, Zaremba & Sutskever 2015.
public struct Initialization: Hashable, Sendable {
  /// The interval that matrices are drawn from.
  public enum Scale: String, CaseIterable, Hashable, Sendable {
    /// ±1/√H, as PyTorch starts its recurrent cells.
    case uniform
    /// ±√(6 / (rows + columns)) (Glorot & Bengio 2010).
    case glorot
  }

  /// The interval of the matrices.
  public var scale: Scale
  /// Where the forget gate's bias starts.
  public var forgetBias: Double

  /// Makes a rule; without arguments, ±1/√H and 1.
  public init(scale: Scale = .uniform, forgetBias: Double = 1) {
    self.scale = scale
    self.forgetBias = forgetBias
  }

  /// Fills all weights of a model.
  public func fill(_ model: inout SequenceModel, using random: inout SplitMix64) {
    let graph = model.cell.graph
    for parameter in graph.parameters.indices.map(ParameterID.init) {
      let entry = graph[parameter]
      let range = model.cell.parameterLayout[parameter.index]
      switch entry.kind {
      case .weight:
        let shape = model.cell.shape(parameter)
        let bound = bound(rows: shape[0], columns: shape[1], units: model.cell.unitCount)
        for place in range { model.cell.parameters[place] = random.nextUniform(within: bound) }
      case .peephole:
        for place in range { model.cell.parameters[place] = 0 }
      case .bias:
        let start = entry.target == .forget ? forgetBias : 0
        for place in range { model.cell.parameters[place] = start }
      }
    }
    let readout = model.readout
    let bound = bound(
      rows: readout.wordCount, columns: readout.unitCount, units: readout.unitCount)
    for place in readout.weightRange {
      model.readout.parameters[place] = random.nextUniform(within: bound)
    }
    for place in readout.biasRange { model.readout.parameters[place] = 0 }
  }

  private func bound(rows: Int, columns: Int, units: Int) -> Double {
    switch scale {
    case .uniform: 1 / Double(units).squareRoot()
    case .glorot: (6 / Double(rows + columns)).squareRoot()
    }
  }
}
