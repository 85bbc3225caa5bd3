public import CellEngine

extension CellModel {
  /// The models of all cells over words, the lowest layer first (see `places`), with what stands beside
  /// the cells in a PyTorch file.
  ///
  /// By their shapes: a matrix [V, I] is the embedding (without one, a word is a 1 at its place, and I
  /// is V), a matrix [V, H] with or without a bias [V] beside it the layer that predicts. Where both
  /// have one shape, the one with a bias predicts, then the one that is not called an embedding; a
  /// single one is both. Only the top layer predicts, and only where the stack reads forward alone.
  ///
  /// - Parameters:
  ///   - vocabulary: the words in the order of the rows.
  ///   - path: the file's name for messages.
  /// - Throws: `ModelFileError` if the file has another layer, or the shapes do not fit the words.
  public func models(
    reading vocabulary: Vocabulary, path: String
  ) throws(ModelFileError) -> [SequenceModel] {
    let beside = try TorchWords(self, wordCount: vocabulary.count, path: path)
    let reading = try beside.reading()
    let predicting = stack.directionCount == 1 ? try beside.scores?.readout() : nil
    return places.map { place in
      model(
        at: place, vocabulary: vocabulary,
        readout: place.layer == stack.layers.count - 1 ? predicting : nil, reading)
    }
  }
}

/// The layers before and behind the cells of a language model.
private struct TorchWords {
  /// The matrix of the embedding.
  private let embedding: SafetensorsFile.Tensor?
  /// The layer that makes scores.
  let scores: LinearLayer?

  /// Finds both among the tensors beside the cells.
  init(_ cells: CellModel, wordCount: Int, path: String) throws(ModelFileError) {
    func error(_ explanation: String) -> ModelFileError {
      ModelFileError(file: path, reason: .model, explanation: explanation)
    }
    let (beside, inputCount) = (cells.aside, cells.stack.inputCount)
    let (reads, predicts) = Self.told(
      reads: beside.filter { $0.shape == [wordCount, inputCount] },
      predicts: beside.filter { $0.shape == [wordCount, cells.stack.outputCount] }, beside)
    guard reads.count <= 1, predicts.count <= 1 else {
      let list = (reads + predicts).map { "\"\(visible($0.name))\"" }
      throw error(
        "which of \(list.prefix(6).joined(separator: ", ")) is the embedding and which one predicts "
          + "cannot be told: call the first one embedding.weight")
    }
    embedding = reads.first
    scores = predicts.first.flatMap {
      Self.scores($0, isEmbedding: $0.name == reads.first?.name, wordCount, beside)
    }
    guard embedding != nil || inputCount == wordCount else {
      throw error(
        "there is no embedding: with \(counted(wordCount, "word")) and "
          + "\(counted(inputCount, "input")), a matrix "
          + "[\(wordCount), \(inputCount)] is needed; beside the cells there "
          + (beside.isEmpty ? "is nothing" : "stand " + Self.list(beside)))
    }
    let known = [embedding?.name].compactMap(\.self) + (scores?.names ?? [])
    for tensor in beside where !known.contains(tensor.name) {
      throw error(
        "tensor \"\(visible(tensor.name))\" \(tensor.shape) belongs to no part of the model: beside the "
          + "cells it may have an embedding and one layer that predicts the "
          + "\(counted(wordCount, "word"))")
    }
  }

  /// Those left that may be the embedding and those that may predict, where the shapes fit more than one: the one with
  /// a bias predicts, then the one that is not called an embedding.
  private static func told(
    reads: [SafetensorsFile.Tensor], predicts: [SafetensorsFile.Tensor],
    _ beside: [SafetensorsFile.Tensor]
  ) -> (reads: [SafetensorsFile.Tensor], predicts: [SafetensorsFile.Tensor]) {
    guard reads.count > 1 || predicts.count > 1 else { return (reads, predicts) }
    var (reads, predicts) = (reads, predicts)
    let withBias = predicts.filter { LinearLayer($0, among: beside)?.bias != nil }
    if !withBias.isEmpty {
      predicts = withBias
      reads.removeAll { read in predicts.contains { $0.name == read.name } }
    }
    let named = reads.filter { $0.name.lowercased().contains("emb") }
    if !named.isEmpty {
      predicts.removeAll { layer in named.contains { $0.name == layer.name } }
      reads = named
    }
    return (reads, predicts)
  }

  /// The layer of a matrix; one that is the embedding too is called after that, its bias after the layer.
  private static func scores(
    _ matrix: SafetensorsFile.Tensor, isEmbedding: Bool, _ wordCount: Int,
    _ beside: [SafetensorsFile.Tensor]
  ) -> LinearLayer? {
    var layer = LinearLayer(matrix, among: beside)
    let loneBias = beside.filter { $0.shape == [wordCount] && $0.name.hasSuffix("bias") }
    if isEmbedding, layer?.bias == nil, loneBias.count == 1 { layer?.bias = loneBias[0] }
    return layer
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
}
