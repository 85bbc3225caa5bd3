import CellEngine
import Testing

@testable import ModelFiles

@Suite("Models with words as files") struct SequenceModelFileTests {
  private static func model(_ kind: CellKind) -> SequenceModel {
    var model = SequenceModel(
      name: "small", kind: kind, units: 2, vocabulary: Vocabulary(["the", "cats", "été"]))
    for place in model.cell.parameters.indices { model.cell.parameters[place] = Double(place) / 8 }
    for place in model.readout.parameters.indices { model.readout.parameters[place] = -1.5 }
    model.recipe = ["seed": "7", "note": "a\u{1B}b"]
    return model
  }

  @Test("Every cell of the catalogue comes back bit for bit", arguments: CatalogueEntry.all)
  func roundTrip(entry: CatalogueEntry) throws {
    let model = Self.model(entry.kind)
    for type in [SafetensorsFile.ElementType.float64, .float32] {
      let bytes = try model.file(as: type).bytes()
      let found = try SequenceModel(SafetensorsFile(bytes: bytes, name: "m"), path: "m")
      #expect(found.kind == model.kind && found.name == model.name)
      #expect(found.cell.parameters == model.cell.parameters)
      #expect(found.readout.parameters == model.readout.parameters)
      #expect(found.vocabulary == model.vocabulary && found.recipe == model.recipe)
    }
  }

  /// The sentence that refuses the model with some of the file's content changed.
  private func refusal(
    _ changes: [String: String?] = [:], without tensor: String? = nil,
    adding: [SafetensorsFile.Tensor] = []
  ) throws -> String? {
    let file = Self.model(.lecture).file(as: .float64)
    var metadata = Dictionary(uniqueKeysWithValues: file.metadata.map { ($0.key, $0.value) })
    for (key, value) in changes { metadata[key] = value }
    let changed = SafetensorsFile(
      tensors: file.tensors.filter { $0.name != tensor } + adding,
      metadata: metadata.map { (key: $0.key, value: $0.value) })
    do throws(ModelFileError) {
      _ = try SequenceModel(changed, path: "m")
      return nil
    } catch { return error.description }
  }

  @Test("Metadata that describe no model are refused in a sentence that says which")
  func metadata() throws {
    #expect(try refusal() == nil)
    let cases: [([String: String?], String)] = [
      (["format": nil], "must say format"), (["format": "other"], "must say format"),
      (["name": nil], "the metadata has no name"),
      (["cell.family": nil], "cell.family"), (["cell.family": "tree"], "tree"),
      (["cell.peepholes": "window"], "window"),
      (["units": "0"], "units is \"0\""), (["units": "many"], "units is \"many\""),
      (["units": "4097"], "from 1 to 4096"), (["units": "3"], "but the cell needs [3"),
      (["vocabulary": " "], "the vocabulary is empty"),
      (["vocabulary": "a b a"], "has the word \"a\" twice"),
      (["vocabulary": "a b\u{1B} c"], "characters that cannot be seen"),
      (["vocabulary": "a b c" + String(repeating: "c", count: 1000)], "is too long"),
    ]
    for (changes, part) in cases {
      let sentence = try refusal(changes) ?? "opens"
      #expect(sentence.contains(part) && isOneSentence(sentence), "\(sentence)")
    }
  }

  @Test("A tensor that is missing, of another shape or too much is named")
  func tensors() throws {
    func one(_ name: String) -> SafetensorsFile.Tensor {
      SafetensorsFile.Tensor(name: name, shape: [1], values: [0])
    }
    let missing = try refusal(without: "readout.bias")
    #expect(missing?.contains("\"readout.bias\" is missing") == true)
    let short = try refusal(without: "readout.bias", adding: [one("readout.bias")])
    #expect(short?.contains("has the shape [1], but the cell needs [3]") == true)
    let strange = try refusal(adding: [one("strange")])
    #expect(strange?.contains("\"strange\" belongs to no part of the cell") == true)
  }

  @Test("Two spellings of an accented key are two keys")
  func spellings() throws {
    let file = Self.model(.lecture).file(as: .float64)
    let keys = ["\u{E9}", "e\u{301}"].map { (key: $0, value: "x") }
    let twice = SafetensorsFile(tensors: file.tensors, metadata: file.metadata + keys)
    #expect(try SequenceModel(twice, path: "m").name == "small")
  }
}
