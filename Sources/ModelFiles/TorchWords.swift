public import CellEngine

extension CellModel {
  /// The models of all cells of one direction over words, the lowest layer first, with what stands
  /// beside the cells in a PyTorch file.
  ///
  /// By their shapes: a matrix [V, I] is the embedding (without one, a word is a 1 at its place, and I
  /// is V), a matrix [V, H] with or without a bias [V] beside it the layer that predicts. Where both
  /// have one shape, the one with a bias predicts, then the one that is not called an embedding; a
  /// single one is both. Only the top layer predicts, and only where the stack reads forward alone.
  ///
  /// - Parameters:
  ///   - vocabulary: the words in the order of the rows.
  ///   - file: the file of the cells.
  ///   - direction: 0, or 1 in a stack that reads from the end too.
  /// - Throws: `ModelFileError` if the file has another layer, or the shapes do not fit the words.
  public func models(
    reading vocabulary: Vocabulary, from file: SafetensorsFile, path: String, direction: Int
  ) throws(ModelFileError) -> [SequenceModel] {
    let beside = try TorchWords(
      source: ModelSource(file: file, path: path), cells: self, wordCount: vocabulary.count)
    let reading = try beside.reading()
    let predicting = stack.directionCount == 1 ? try beside.readout(units: stack.outputCount) : nil
    return stack.layers.indices.map { layer in
      model(
        at: Place(layer: layer, direction: direction), vocabulary: vocabulary,
        readout: layer == stack.layers.count - 1 ? predicting : nil, reading)
    }
  }
}

/// The layers before and behind the cells of a language model.
private struct TorchWords {
  let source: ModelSource
  /// The matrix of the embedding.
  private let embedding: SafetensorsFile.Tensor?
  /// The matrix that makes scores, and its bias.
  private let scores: (weight: SafetensorsFile.Tensor, bias: SafetensorsFile.Tensor?)?

  /// Finds both among the tensors beside the cells.
  init(source: ModelSource, cells: CellModel, wordCount: Int) throws(ModelFileError) {
    self.source = source
    let names = Set(cells.aside.map(\.name))
    let beside = source.file.tensors.filter { names.contains($0.name) }
    func bias(of tensor: SafetensorsFile.Tensor) -> SafetensorsFile.Tensor? {
      guard tensor.name.hasSuffix("weight") else { return nil }
      return beside.first {
        $0.name == tensor.name.dropLast(6) + "bias" && $0.shape == [wordCount]
      }
    }
    var reads = beside.filter { $0.shape == [wordCount, cells.stack.inputCount] }
    var predicts = beside.filter { $0.shape == [wordCount, cells.stack.outputCount] }
    if reads.count > 1 || predicts.count > 1 {
      let withBias = predicts.filter { bias(of: $0) != nil }
      if !withBias.isEmpty { predicts = withBias }
      reads.removeAll { read in predicts.contains { $0.name == read.name } && !withBias.isEmpty }
      let named = reads.filter { $0.name.lowercased().contains("emb") }
      if !named.isEmpty {
        predicts.removeAll { layer in named.contains { $0.name == layer.name } }
        reads = named
      }
    }
    guard reads.count <= 1, predicts.count <= 1 else {
      let list = (reads + predicts).map { "\"\(visible($0.name))\"" }
      throw source.error(
        "which of \(list.prefix(6).joined(separator: ", ")) is the embedding and which one predicts "
          + "cannot be told: call the first one embedding.weight")
    }
    embedding = reads.first
    // A matrix that is both is called after the embedding, its bias after the other layer.
    let isTied = reads.first != nil && reads.first?.name == predicts.first?.name
    let loneBias = beside.filter { $0.shape == [wordCount] && $0.name.hasSuffix("bias") }
    scores = predicts.first.map {
      ($0, bias(of: $0) ?? (isTied && loneBias.count == 1 ? loneBias[0] : nil))
    }
    guard embedding != nil || cells.stack.inputCount == wordCount else {
      throw source.error(
        "there is no embedding: with \(counted(wordCount, "word")) and "
          + "\(counted(cells.stack.inputCount, "input")), a matrix "
          + "[\(wordCount), \(cells.stack.inputCount)] is needed; beside the cells there "
          + (beside.isEmpty ? "is nothing" : "stand " + Self.list(beside)))
    }
    let known = [embedding, scores?.weight, scores?.bias].compactMap { $0?.name }
    for tensor in beside where !known.contains(tensor.name) {
      throw source.error(
        "tensor \"\(visible(tensor.name))\" \(tensor.shape) belongs to no part of the model: beside the "
          + "cells it may have an embedding and one layer that predicts the "
          + "\(counted(wordCount, "word"))")
    }
  }

  private static func list(_ tensors: [SafetensorsFile.Tensor]) -> String {
    tensors.prefix(4).map { "\(visible($0.name)) \($0.shape)" }.joined(separator: ", ")
      + (tensors.count > 4 ? " and \(tensors.count - 4) more" : "")
  }

  /// How a word becomes numbers.
  func reading() throws(ModelFileError) -> Reading.Source {
    guard let embedding else { return .oneHot }
    let (numbers, width) = (try embedding.values(), embedding.shape[1])
    return .embedding(
      (0..<embedding.shape[0]).map { Array(numbers[($0 * width)..<(($0 + 1) * width)]) })
  }

  /// The layer that predicts; nil if there is none.
  func readout(units: Int) throws(ModelFileError) -> Readout<Double>? {
    guard let scores else { return nil }
    var readout = Readout<Double>(words: scores.weight.shape[0], units: units)
    let bias =
      try scores.bias?.values() ?? Array(repeating: 0, count: readout.wordCount)
    readout.parameters = try scores.weight.values() + bias
    return readout
  }
}
