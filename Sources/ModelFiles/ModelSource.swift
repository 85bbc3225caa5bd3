import CellEngine

/// A file that should hold a model, with its name for errors.
struct ModelSource {
  let file: SafetensorsFile
  let path: String

  /// The error that names the file.
  func error(_ explanation: String) -> ModelFileError {
    ModelFileError(file: path, reason: .model, explanation: explanation)
  }

  /// The metadata by its keys, of which the first counts where two are spelt alike.
  var settings: [String: String] {
    Dictionary(file.metadata.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The cell that settings describe.
  func kind(_ settings: [String: String]) throws(ModelFileError) -> CellKind {
    do {
      return try CellKind(settings: settings)
    } catch {
      throw self.error(visible("\(error)", limit: 300))
    }
  }

  /// A number from 1 to a limit that the metadata calls by a name.
  func number(_ text: String, named key: String, limit: Int) throws(ModelFileError) -> Int {
    guard let number = Int(text), (1...limit).contains(number) else {
      throw error("\(key) is \"\(visible(text))\", not a number from 1 to \(limit)")
    }
    return number
  }

  /// The tensor with a name.
  func tensor(_ name: String) throws(ModelFileError) -> SafetensorsFile.Tensor {
    guard let tensor = file.tensor(named: name) else {
      throw error("tensor \"\(visible(name, limit: 120))\" is missing")
    }
    return tensor
  }

  /// The tensor with a name, which must have the shape that the cell needs.
  func tensor(
    _ name: String, shape: [Int]
  ) throws(ModelFileError) -> SafetensorsFile.Tensor {
    let tensor = try tensor(name)
    guard tensor.shape == shape else {
      throw error(
        "tensor \"\(visible(name, limit: 120))\" has the shape \(tensor.shape), but the cell needs "
          + "\(shape)")
    }
    return tensor
  }

  /// Refuses tensors that belong to no part of the cell, among those of whose names something is true.
  func refuseTensors(
    besides known: some Collection<String>, where isMeant: (String) -> Bool = { _ in true }
  ) throws(ModelFileError) {
    let known = Set(known)
    for tensor in file.tensors where !known.contains(tensor.name) && isMeant(tensor.name) {
      throw error("tensor \"\(visible(tensor.name))\" belongs to no part of the cell")
    }
  }
}
