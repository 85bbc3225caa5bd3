import CAssets
import CellEngine
import CellScene
import ModelFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The models that come with the program, and those that the user keeps.
///
/// A file `NAME.safetensors` in `$XDG_DATA_HOME/cellscope` (without the variable:
/// `~/.local/share/cellscope`) stands in for the shipped model of that name.
enum ModelLibrary {
  /// The model that opens without a name.
  static let standard = "agreement"

  /// The names of the shipped models.
  static var names: [String] { files.map { String(cString: $0.name) } }

  /// A file that holds a model, and its path or the name that it is shipped under.
  struct File {
    let content: SafetensorsFile
    let path: String
  }

  /// The file of a shipped model by its name, or the one at a path.
  static func file(_ name: String?) throws -> File {
    let name = name ?? standard
    guard let path = try path(of: name) else {
      return File(content: try SafetensorsFile(bytes: bytes(of: name), name: name), path: name)
    }
    return File(content: try SafetensorsFile(path: path), path: path)
  }

  /// Opens a shipped model by its name, or a file by its path.
  static func model(_ name: String?) throws -> SequenceModel { try model(file(name)) }

  /// Opens a model that names its words.
  static func model(_ file: File) throws -> SequenceModel {
    if let cells = try wordless(file) { throw refusal(of: cells, file.path) }
    return try SequenceModel(file.content, path: file.path)
  }

  /// Opens the cells of a model, which need not know words.
  static func cellModel(_ name: String?) throws -> CellModel {
    let file = try file(name)
    return try CellModel(file.content, path: file.path)
  }

  /// The shipped models that a session on a model can change to: those with the same words, first one
  /// of each other family of cells, then the others; and those with other words.
  ///
  /// A shipped model that cannot be opened is left out: it was not asked for.
  static func family(of model: SequenceModel) -> (
    cells: [SequenceModel], others: [SequenceModel], apart: [SequenceModel]
  ) {
    var families: Set<CellFamily> = [model.kind.family]
    var family: (cells: [SequenceModel], others: [SequenceModel], apart: [SequenceModel]) =
      ([], [], [])
    for name in Self.names where name != model.name {
      guard let other = try? Self.model(name) else { continue }
      guard other.vocabulary == model.vocabulary else {
        family.apart.append(other)
        continue
      }
      let isFirst = families.insert(other.kind.family).inserted
      if isFirst { family.cells.append(other) } else { family.others.append(other) }
    }
    return family
  }

  /// The cells of a file that knows no words; nil for a model that does.
  static func wordlessModel(_ name: String) throws -> CellModel? {
    try wordless(file(name))
  }

  private static func wordless(_ file: File) throws -> CellModel? {
    file.content.metadataValue(for: "vocabulary") == nil
      ? try CellModel(file.content, path: file.path) : nil
  }

  /// Why a file without words cannot be opened alone, and how it can.
  private static func refusal(of model: CellModel, _ path: String) -> ModelFileError {
    let cell = model.stack.layers[0][0]
    return ModelFileError(
      file: path, reason: .model,
      explanation: "it holds \(cell.graph.name) cells with "
        + "\(counted(cell.inputCount, "input")) and \(counted(cell.unitCount, "unit")) "
        + "in \(counted(model.tensors.count, "tensor")), but no words: give it numbers with "
        + "--input X.json, or its words with --words W.json")
  }

  /// The file that a name stands for; nil for a shipped model in whose place the user keeps none.
  private static func path(of name: String) throws(UsageError) -> String? {
    if names.contains(name) {
      return ownFile(name).flatMap { access($0, F_OK) == 0 ? $0 : nil }
    }
    guard name.contains("/") || name.contains(".") else { throw unknown(name) }
    return name
  }

  /// The path of a file as it is told from the name of a shipped model.
  static func path(to file: String) -> String {
    file.contains("/") || file.contains(".") ? file : "./" + file
  }

  /// Whether a file, and no folder, has this path.
  static func isFile(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & mode_t(S_IFMT) == mode_t(S_IFREG)
  }

  private static func unknown(_ name: String) -> UsageError {
    let shipped = "shipped are \(names.joined(separator: ", "))"
    guard !name.isEmpty else {
      return UsageError(description: "The name of the model is empty; \(shipped).")
    }
    guard !isFile(name) else {
      let path = path(to: name)
      return UsageError(
        description: "There is no model “\(name)”, but \(path) is a file; give it as \(path).")
    }
    return UsageError(
      description: "There is no model “\(name)”; \(shipped). "
        + (name.nearest(among: names).map { "Did you mean \($0)? " } ?? "")
        + "A file is given by its path, such as ./\(name).safetensors.")
  }

  private static var files: UnsafeBufferPointer<cassets_file> {
    var count = 0
    let first = cassets_files(&count)
    return UnsafeBufferPointer(start: first, count: count)
  }

  private static func bytes(of name: String) -> [UInt8] {
    guard let file = files.first(where: { String(cString: $0.name) == name }) else { return [] }
    return Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
  }

  private static func ownFile(_ name: String) -> String? {
    UserFolder.path("XDG_DATA_HOME", else: ".local/share", name + ".safetensors")
  }
}

extension SequenceModel {
  /// The sentence that the model opens with: the one its recipe names, else its first words.
  ///
  /// A file's recipe may name nothing or words that the model does not have.
  var exampleSentence: String {
    let words = vocabulary.words.prefix(8).joined(separator: " ")
    guard let example = recipe["example"], (try? vocabulary.tokens(of: example))?.isEmpty == false
    else { return words }
    return example
  }

  /// The tokens of a text, or of the example if there is none, in the order in which they are read.
  func tokens(forText text: String?) throws -> [Int] {
    let tokens = try self.tokens(of: text ?? exampleSentence)
    guard !tokens.isEmpty else {
      throw UsageError(description: "The text has no words; give one such as “\(exampleSentence)”.")
    }
    return tokens
  }
}

extension Session {
  /// Gives the shipped models with the same words, so that keys can change to them, and the others.
  mutating func offerFamily() {
    let family = ModelLibrary.family(of: model)
    offer(family.cells, named: family.others)
    modelsApart = family.apart
  }
}
