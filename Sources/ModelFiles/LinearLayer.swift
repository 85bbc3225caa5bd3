import CellEngine

/// A linear layer of PyTorch beside the cells: `NAME.weight` [rows, columns], perhaps `NAME.bias` [rows].
struct LinearLayer {
  let weight: SafetensorsFile.Tensor
  var bias: SafetensorsFile.Tensor?

  /// The layer of a matrix among some tensors; nil for a tensor that is no matrix with rows.
  init?(_ weight: SafetensorsFile.Tensor, among tensors: [SafetensorsFile.Tensor]) {
    guard weight.shape.count == 2, weight.shape[0] > 0 else { return nil }
    self.weight = weight
    guard weight.name.hasSuffix("weight") else { return }
    bias = tensors.first {
      $0.name == weight.name.dropLast(6) + "bias" && $0.shape == [weight.shape[0]]
    }
  }

  /// The names of its tensors.
  var names: [String] { [weight, bias].compactMap { $0?.name } }

  /// The layer behind a cell of as many units as it has columns.
  func readout() throws(ModelFileError) -> Readout<Double> {
    var readout = Readout<Double>(words: weight.shape[0], units: weight.shape[1])
    let bias = try bias?.values() ?? Array(repeating: 0, count: weight.shape[0])
    readout.parameters = try weight.values() + bias
    return readout
  }
}
