import ArgumentParser
import CellEngine
import ModelFiles

/// Lists the models that come with the program.
struct Models: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the shipped models, or show what one of them knows.")

  @Argument(
    help: "A shipped model's name or a .safetensors file.", completion: .modelNamesAndFiles)
  var name: String?
  @Flag(help: "Print the model's words, one a line.")
  var vocabulary = false
  @Option(
    help: """
      Find the units that tell strings, comments, brackets and line starts of a program's text: \
      chosen on the tenth before the last, measured on the last tenth.
      """, completion: .file())
  var units: String?

  mutating func validate() throws {
    guard !vocabulary || name != nil else {
      throw ValidationError("Name the model whose vocabulary is wanted.")
    }
    guard units == nil || !vocabulary else {
      throw ValidationError("Give either --vocabulary or --units, not both.")
    }
    guard units == nil || name != nil else {
      throw ValidationError("Name the model whose units are wanted.")
    }
  }

  mutating func run() throws {
    guard let name else { return try list() }
    if units == nil, !vocabulary, let cells = try ModelLibrary.wordlessModel(name) {
      return try StandardOutput.write(description(of: cells))
    }
    let model = try ModelLibrary.model(name)
    if let units {
      try StandardOutput.write(UnitTable(of: model, on: units).text)
    } else if vocabulary {
      try StandardOutput.write(model.vocabulary.words.map { $0 + "\n" }.joined())
    } else {
      try StandardOutput.write(description(of: model))
    }
  }

  /// A line for each shipped model; a file that stands in for one and cannot be opened is named, and
  /// the others are listed.
  private func list() throws {
    var failures: [ModelFileError] = []
    for name in ModelLibrary.names {
      do {
        let cells = try ModelLibrary.wordlessModel(name)
        try StandardOutput.write(cells.map { line(for: $0) } ?? line(for: ModelLibrary.model(name)))
      } catch let error as ModelFileError {
        failures.append(error)
      }
    }
    guard let last = failures.popLast() else { return }
    for failure in failures { StandardOutput.complain("cellscope: \(failure)") }
    throw last
  }

  private func line(for model: SequenceModel) -> String {
    let inventory = model.cell.inventory
    let name = model.name.padded(to: 20)
    return name + "\(model.cell.graph.name), \(counted(model.cell.unitCount, "unit")), "
      + "\(counted(inventory.parameterCount + model.readout.parameters.count, "weight")), "
      + "\(counted(model.vocabulary.count, "word")): "
      + visible(model.exampleSentence.split(separator: "\n").joined(separator: "⏎"), limit: 200)
      + "\n"
  }

  private func line(for model: CellModel) -> String {
    let layers = model.stack.layers
    let (cell, cells) = (layers[0][0], layers.flatMap { $0 })
    let weights = cells.map(\.parameters.count).reduce(0, +)
    let stack = "\(cells.count) cells in \(counted(layers.count, "layer")), "
    return visible(model.name, limit: 30).padded(to: 20)
      + "\(cell.graph.name), \(counted(cell.unitCount, "unit")), "
      + "\(counted(cell.inputCount, "input")), \(counted(weights, "weight")), "
      + (cells.count == 1 ? "" : stack) + "no words\n"
  }

  private func description(of model: CellModel) -> String {
    var text = line(for: model)
    for (key, value) in model.kind.settings.sorted(by: { $0.key < $1.key }) {
      text += "  \(key): \(value)\n"
    }
    for tensor in model.tensors { text += "  \(visible(tensor.name)) \(tensor.shape)\n" }
    for tensor in model.aside {
      text += "  beside the cells: \(visible(tensor.name)) \(tensor.shape)\n"
    }
    return text
  }

  private func description(of model: SequenceModel) -> String {
    var text = line(for: model)
    for (key, value) in model.kind.settings.merging(model.recipe, uniquingKeysWith: { $1 })
      .sorted(by: { $0.key < $1.key })
    where key != "example" {
      text += "  \(visible(key)): \(visible(value, limit: 2000))\n"
    }
    for entry in model.cell.inventory.entries {
      text += "  \(entry.name) \(entry.shape)\n"
    }
    return text
  }
}
