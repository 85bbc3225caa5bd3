public import CellEngine

/// A trained model as a safetensors file.
///
/// Metadata: `format`, `name`, `units`, `vocabulary` (words with one space between them), the
/// cell's settings (`cell.family`, `cell.peepholes` …) and the recipe (`recipe.seed` …).
/// Tensors, F64, F32, F16 or BF16 (written as one of the first two): the cell's parameters by their
/// names (`forget.weight.input` [H, I], `forget.weight.activation` [H, H],
/// `forget.peephole.memory` [H], `forget.bias` [H] …) and
/// `readout.weight` [V, H], `readout.bias` [V]. No name depends on a notation.
extension SequenceModel {
  /// What `format` says in the metadata of a file that this program writes.
  public static let fileFormat = formatFamily + "1"
  /// What `format` begins with in files of this program, whatever the version.
  static let formatFamily = "cellscope-model-"
  /// The most units that a file may ask for.
  public static let unitLimit = 4096

  private static let recipePrefix = "recipe."

  /// The model as the content of a file whose tensors are F64 or F32.
  public func file(as type: SafetensorsFile.ElementType) -> SafetensorsFile {
    var metadata = kind.settings
    metadata["format"] = Self.fileFormat
    metadata["name"] = name
    metadata["units"] = "\(cell.unitCount)"
    metadata["vocabulary"] = vocabulary.words.joined(separator: " ")
    for (key, value) in recipe { metadata[Self.recipePrefix + key] = value }
    var tensors = cell.graph.parameters.indices.map { index in
      let id = ParameterID(index)
      return SafetensorsFile.Tensor(
        name: cell.graph[id].name, shape: cell.shape(id), values: Array(cell[id]), type: type)
    }
    tensors.append(
      SafetensorsFile.Tensor(
        name: "readout.weight", shape: [readout.wordCount, readout.unitCount],
        values: Array(readout.parameters[readout.weightRange]), type: type))
    tensors.append(
      SafetensorsFile.Tensor(
        name: "readout.bias", shape: [readout.wordCount],
        values: Array(readout.parameters[readout.biasRange]), type: type))
    return SafetensorsFile(
      tensors: tensors, metadata: metadata.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  }

  /// Reads a model from a file's content.
  ///
  /// - Parameter path: the file's name for messages.
  /// - Throws: `ModelFileError` if the metadata does not describe a cell or a tensor is missing,
  ///   has another shape than the cell needs, or belongs to no part of it.
  public init(_ file: SafetensorsFile, path: String) throws(ModelFileError) {
    let source = ModelSource(file: file, path: path)
    let reader = ModelReader(source: source)
    let name = visible(try reader.value("name"), limit: 30)
    let kind = try source.kind(source.settings)
    let units = try source.number(
      reader.value("units"), named: "units", limit: Self.unitLimit)
    let vocabulary = try Vocabulary.checked(
      reader.value("vocabulary").split(separator: " ").map(String.init), source.error)
    try reader.checkTensors(of: kind.graph, units: units, words: vocabulary.count)
    self.init(name: name, kind: kind, units: units, vocabulary: vocabulary)
    for index in cell.graph.parameters.indices {
      let id = ParameterID(index)
      cell[id] = ArraySlice(try source.tensor(cell.graph[id].name).values())
    }
    readout.parameters =
      try source.tensor("readout.weight").values() + source.tensor("readout.bias").values()
    for pair in file.metadata where pair.key.hasPrefix(Self.recipePrefix) {
      recipe[String(pair.key.dropFirst(Self.recipePrefix.count))] = pair.value
    }
  }
}

/// Reads the parts of a model.
private struct ModelReader {
  let source: ModelSource

  func value(_ key: String) throws(ModelFileError) -> String {
    guard source.file.metadataValue(for: "format") == SequenceModel.fileFormat else {
      throw source.error(
        "it is not a model of this program: the metadata must say format = "
          + "\"\(SequenceModel.fileFormat)\"")
    }
    guard let value = source.file.metadataValue(for: key) else {
      throw source.error("the metadata has no \(key)")
    }
    return value
  }

  /// Compares all shapes before anything is allocated: the file must hold what it asks for.
  func checkTensors(of graph: CellGraph, units: Int, words: Int) throws(ModelFileError) {
    var shapes = ["readout.weight": [words, units], "readout.bias": [words]]
    for parameter in graph.parameters {
      shapes[parameter.name] = parameter.shape(inputs: words, units: units)
    }
    for (name, shape) in shapes.sorted(by: { $0.key < $1.key }) {
      _ = try source.tensor(name, shape: shape)
    }
    try source.refuseTensors(besides: shapes.keys)
  }
}
