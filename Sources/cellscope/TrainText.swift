import ArgumentParser
import CellEngine
import ModelFiles
import Training

extension Train {
  /// The largest text that is read, in bytes.
  private static let textLimit = 1 << 26

  /// Trains a model on the characters of a file and writes it.
  func train(on path: String) throws {
    var recipe = TextRecipe(name: name ?? modelName)
    if peepholes { recipe.kind = TrainingRecipe.agreementPeephole.kind }
    recipe.units = units ?? recipe.units
    recipe.seed = seed ?? recipe.seed
    recipe.steps = steps ?? recipe.steps
    recipe.streams = batch ?? recipe.streams
    let text = CharacterText(try Self.content(of: path))
    let advice = recipe.streams > 1 ? "; --batch takes fewer" : ", the fewest that there can be"
    guard text.tokens.count >= recipe.shortestText else {
      throw ModelFileError(
        file: path, reason: .model,
        explanation: "it has \(counted(text.tokens.count, "character")), but "
          + "\(recipe.shortestText) are needed for \(counted(recipe.streams, "stream"))" + advice)
    }
    var trainer = TextTrainer(recipe: recipe, text: text)
    let line = ProgressLine(steps: recipe.steps)
    while !trainer.isFinished {
      trainer.step()
      line.show(trainer)
    }
    line.end()
    var model = trainer.measuredModel()
    model.describeUnits(in: text.tokens.map { Int($0) })
    model.recipe["example"] = example
    try model.file(as: .float32).write(to: output, replacing: force)
    let bits = model.recipe["held_out.bits_per_character"] ?? "?"
    try StandardOutput.write(
      "\(text.vocabulary.count) characters as words; \(bits) bits per character on the last tenth, "
        + "which training never saw; \(output) is written.\n")
  }

  /// The text in a file.
  static func content(of path: String) throws -> String {
    let bytes = try DiskFile.read(path, sizeLimit: textLimit)
    guard let content = String(validating: bytes, as: UTF8.self) else {
      throw ModelFileError(
        file: path, reason: .model, explanation: "it is not a text in UTF-8")
    }
    return content
  }

  /// The name of the file without folder and ending.
  private var modelName: String {
    let file = output.split(separator: "/").last.map(String.init) ?? output
    let ending = ".safetensors"
    return file.hasSuffix(ending) ? String(file.dropLast(ending.count)) : file
  }
}

extension SequenceModel {
  /// Writes into the recipe which unit tells what in a program's text.
  ///
  /// The picture opens on the unit that tells strings and comments, if there are any, and a full bar
  /// is 3: from there on tanh c<t> is 1 to two digits.
  mutating func describeUnits(in tokens: [Int]) {
    let units = RegionUnits(of: self, in: tokens)
    recipe.merge(units.settings) { _, measured in measured }
    recipe["memory_scale"] = "3"
    if let unit = units.findings.first?.score.unit { recipe["focus_unit"] = "\(unit + 1)" }
  }
}
