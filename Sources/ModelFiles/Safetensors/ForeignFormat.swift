/// A file format that is not safetensors, recognised by its first bytes.
///
/// None of them is ever read: pickle can run code, and the others are a door each. A person gets a
/// line to convert the file with the tools that made it.
enum ForeignFormat: CaseIterable {
  case pyTorch
  case keras
  case numPyArchive
  case zip
  case numPy
  case pickle
  case hdf5
  case gguf
  case onnx
  case largeFilePointer
  case webPage
  case json

  /// Recognises a format.
  ///
  /// - Parameter prefix: the first bytes of the file, some hundreds if it has them.
  init?(prefix: [UInt8]) {
    if prefix.starts(with: "PK\u{3}\u{4}".utf8) || prefix.starts(with: "PK\u{5}\u{6}".utf8) {
      self = Self.inArchive(prefix)
    } else if prefix.starts(with: [0x93] + "NUMPY".utf8) {
      self = .numPy
    } else if prefix.starts(with: [0x89] + "HDF\r\n".utf8) {
      self = .hdf5
    } else if prefix.starts(with: "GGUF".utf8) {
      self = .gguf
    } else if prefix.starts(with: "version https://git-lfs".utf8) {
      self = .largeFilePointer
    } else if prefix.starts(with: "<!".utf8) || prefix.starts(with: "<html".utf8) {
      self = .webPage
    } else if prefix.first == UInt8(ascii: "{") || prefix.first == UInt8(ascii: "[") {
      self = .json
    } else if prefix.count > 1, prefix[0] == 0x80, (1...5).contains(prefix[1]) {
      self = .pickle
    } else if Self.looksLikeONNX(prefix) {
      self = .onnx
    } else {
      return nil
    }
  }

  /// The name of an archive's first file tells who made it.
  private static func inArchive(_ prefix: [UInt8]) -> Self {
    guard prefix.count >= 30 else { return .zip }
    let length = Int(prefix[26]) | Int(prefix[27]) << 8
    let name = String(decoding: prefix.dropFirst(30).prefix(length), as: UTF8.self)
    if name.hasSuffix("/data.pkl") || name.hasSuffix("/version") || name.hasSuffix("/.data") {
      return .pyTorch
    }
    if name.hasSuffix(".npy") { return .numPyArchive }
    return name == "metadata.json" || name == "config.json" ? .keras : .zip
  }

  /// A protocol buffer has no magic: field 1 holds the version, fields 2 and 7 producer and graph.
  private static func looksLikeONNX(_ prefix: [UInt8]) -> Bool {
    guard prefix.count > 3, prefix[0] == 0x08, (1...32).contains(prefix[1]) else { return false }
    return prefix[2] == 0x12 || prefix[2] == 0x3A
  }
}

extension ForeignFormat {
  /// What the file is and how to convert it, as a clause.
  var explanation: String {
    guard let recipe else { return "this is \(name)" }
    return "this is \(name), not safetensors; convert it where you trust it with `\(recipe)`"
  }

  private var name: String {
    switch self {
    case .pyTorch: "a PyTorch file (its pickle can run code)"
    case .keras: "a Keras file (it can hold code)"
    case .numPyArchive: "a NumPy archive"
    case .zip: "a zip archive (PyTorch, Keras and NumPy write such)"
    case .numPy: "a NumPy array"
    case .pickle: "a pickle (PyTorch writes such; it can run code)"
    case .hdf5: "an HDF5 file (Keras writes such)"
    case .gguf: "a GGUF file"
    case .onnx: "an ONNX file"
    case .largeFilePointer:
      "a Git LFS pointer instead of the file; fetch the file with `git lfs pull`"
    case .webPage: "a web page; download the file itself, not the page about it"
    case .json: "a text file; a safetensors file starts with the length of its header"
    }
  }

  /// One line for a shell, or `nil` if there is nothing to convert.
  private var recipe: String? {
    let script: String? =
      switch self {
      case .pyTorch, .pickle, .zip:
        "import torch, safetensors.torch as s; s.save_file({k: v.contiguous() for k, v in "
          + "torch.load('model.pt', weights_only=True).items()}, 'model.safetensors')"
      case .keras, .hdf5:
        "import keras, safetensors.numpy as s; s.save_file({w.path: w.numpy() for w in "
          + "keras.saving.load_model('model.keras').weights}, 'model.safetensors')"
      case .numPyArchive:
        "import numpy, safetensors.numpy as s; "
          + "s.save_file(dict(numpy.load('model.npz')), 'model.safetensors')"
      case .numPy:
        "import numpy, safetensors.numpy as s; "
          + "s.save_file({'name': numpy.load('model.npy')}, 'model.safetensors')"
      case .gguf:
        "import gguf, safetensors.numpy as s; s.save_file({t.name: "
          + "gguf.quants.dequantize(t.data, t.tensor_type) for t in "
          + "gguf.GGUFReader('model.gguf').tensors}, 'model.safetensors')"
      case .onnx:
        "import onnx, onnx.numpy_helper as h, safetensors.numpy as s; s.save_file({t.name: "
          + "h.to_array(t) for t in onnx.load('model.onnx').graph.initializer}, "
          + "'model.safetensors')"
      case .largeFilePointer, .webPage, .json: nil
      }
    return script.map { "python3 -c \"\($0)\"" }
  }
}
