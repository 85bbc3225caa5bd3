import CellEngine
import Testing
import Training

@Suite("The text of a program has strings, comments, brackets and line starts")
struct SourceRegionTests {
  /// The parts of a text that are in a region.
  private func parts(_ region: SourceRegion, of text: String) -> [String] {
    let characters = Array(text)
    let stretches = SourceRegion.stretches(in: characters.map(CharacterWords.word))
    return (stretches[region] ?? []).map { String(characters[$0]) }
  }

  @Test("A string is inside from its opening mark to before its closing one")
  func strings() {
    #expect(parts(.string, of: #"a = "b\"c" + "" + "d""#) == [#""b\"c"#, "\"", "\"d"])
    #expect(parts(.string, of: "f(\"\"\"\n a \"b\"\n \"\"\")").count == 2)
    #expect(parts(.string, of: "// no \"string\n").isEmpty)
  }

  @Test("A comment is inside from its second slash to the end of the line")
  func comments() {
    #expect(parts(.comment, of: "a // b\nc / d\n\"//\"") == ["/ b"])
  }

  @Test("Brackets count until all are closed, outside of strings and comments")
  func brackets() {
    #expect(parts(.brackets, of: "f(a[1], \"(\") + b // (") == ["(a[1], ", "\""])
  }

  @Test("A bracket that seems never closed ends at an empty line, but not within a long string")
  func unclosedBrackets() {
    #expect(parts(.brackets, of: ##"f(#"\"#)"## + "\n\nb") == ["(#", "\n"])
    #expect(parts(.brackets, of: "f(\n  \nb") == ["(\n  "])
    #expect(parts(.brackets, of: "f(\"\"\"\n\n\"\"\", 1)").last == "\", 1")
  }

  @Test("A line start goes from the line's end over its spaces")
  func lineStarts() {
    #expect(parts(.lineStart, of: "  a b\n  c") == ["  ", "\n  "])
  }

  @Test("Prose is a string or a comment")
  func prose() {
    #expect(parts(.prose, of: "a \"b\" // c\n") == ["\"b", "/ c"])
  }

  @Test("A unit that reads quotation marks alone is found and tells strings perfectly")
  func found() throws {
    let vocabulary = Vocabulary(["\"", "a", "b", "⏎", "␣"])
    var model = SequenceModel(name: "m", kind: .lecture, units: 2, vocabulary: vocabulary)
    let input = try #require(model.cell.parameter(named: "candidate.weight.input"))
    // Unit 2 writes +1 on “b”, which stands in strings alone, and −1 on “a”.
    var weights = Array(repeating: 0.0, count: 10)
    (weights[5 + 1], weights[5 + 2]) = (-9, 9)
    model.cell[input] = weights[...]
    let forget = try #require(model.cell.parameter(named: "forget.bias"))
    model.cell[forget] = [-9, -9]
    let tokens = try vocabulary.tokens(
      of: String(repeating: "aaa \"bbbbbbbbbb\" aaa\n\n", count: 30))
    let units = RegionUnits(of: model, in: tokens)
    let string = try #require(units.findings.first { $0.region == .string })
    #expect(string.score.unit == 1)
    #expect(string.area > 0.95)
    #expect(units.settings["unit.string"]?.hasPrefix("2, area ") == true)
  }
}
