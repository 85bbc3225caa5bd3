import CellEngine
import Screen
import Testing

@testable import CellScene

/// What can be edited, and that it is what was typed.
@Suite struct EditTests {
  /// The sentence of a session after some keys.
  private static func sentence(_ keys: String) throws -> String {
    var session = try Examples.session()
    session.press(keys)
    return session.words.joined(separator: " ")
  }

  @Test(arguments: [
    ("2 G e 1 d o g Enter", "the dog which already ate fish were full"),
    ("2 G e 1 D O G S Enter", "the dogs which already ate fish were full"),
    ("2 G e 1 f u Enter", "the full which already ate fish were full"),
    ("e 2 a n d Enter", "and the cats which already ate fish were full"),
    ("G e 2 a n d Enter", "the cats which already ate fish were and full"),
    ("4 G e 3", "the cats which ate fish were full"),
    ("e 3", "cats which already ate fish were full"),
    ("G e 3", "the cats which already ate fish were"),
    ("2 G e 1 d o g Enter z", Examples.sentence), ("2 G e 1 d o g Esc", Examples.sentence),
    ("2 G e 1 Enter", Examples.sentence), ("2 G e 1 c a t s Enter", Examples.sentence),
    ("2 G e 1 d Tab Tab Enter", "the dog which already ate fish were full"),
    ("4 G e 3 2 G e 1 d o g Enter z z Z", "the cats which ate fish were full"),
  ])
  func `words are replaced, put in and taken out`(keys: String, sentence: String) throws {
    #expect(try Self.sentence(keys) == sentence)
  }

  /// The place of the only edit, and its number.
  private static func edit(_ keys: String, _ kind: CellKind = .lecture) throws -> Edits {
    var session = try Examples.session(kind)
    session.press(keys)
    return session.experiment.edits
  }

  @Test func `numbers go to the place that the entry names`() throws {
    // Unit 3, word 2 “cats”, after the forget gate; then after the output gate of the last word.
    let cats = 6
    #expect(
      try Self.edit("2 G Space e 4 . 5 Enter").numbers == [.input(step: 1, column: cats): 0.5])
    let activations = Edits.Place.weight(parameter: "forget.weight.activation", offset: 18)
    #expect(try Self.edit("2 G Space e 5 2 Enter").numbers == [activations: 2])
    let inputs = Edits.Place.weight(parameter: "forget.weight.input", offset: 2 * 14 + cats)
    #expect(try Self.edit("2 G Space e 6 - 1 Enter").numbers == [inputs: -1])
    let bias = Edits.Place.weight(parameter: "forget.bias", offset: 2)
    #expect(try Self.edit("2 G Space e 7 1 e 1 Enter").numbers == [bias: 10])
    #expect(try Self.edit("e 8 1 Enter").numbers == [.initial(.activation, unit: 2): 1])
    #expect(try Self.edit("e 9 1 Enter").numbers == [.initial(.memory, unit: 2): 1])
    let all = CellKind.lstm(LSTM(peepholes: Set(LSTM.gates)))
    let peephole = Edits.Place.weight(parameter: "output.peephole.memory", offset: 2)
    #expect(try Self.edit("G $ e 7 1 Enter", all).numbers == [peephole: 1])
    #expect(try Self.edit("G $ e 0 1 Enter", all).numbers == [.initial(.memory, unit: 2): 1])
  }

  @Test func `another input or unit is named before the number`() throws {
    let place = Edits.Place.weight(parameter: "forget.weight.activation", offset: 2 * 8 + 4)
    #expect(try Self.edit("Space e 5 a 5 Space 2 Enter").numbers == [place: 2])
    #expect(try Self.edit("Space e 5 5 Space 2 Enter").numbers == [place: 2])
    let dog = Edits.Place.input(step: 0, column: 7)
    #expect(try Self.edit("e 4 d o g Space 1 Enter").numbers == [dog: 1])
    let inputs = Edits.Place.weight(parameter: "forget.weight.input", offset: 2 * 14 + 7)
    #expect(try Self.edit("Space e 6 d o g Space 1 Enter").numbers == [inputs: 1])
  }

  @Test(
    arguments: [
      ("e 1 x y z Enter", .wordUnknown("xyz", nearest: ["and", "ate", "cat"])),
      ("e 1 c Enter", .wordUnknown("c", nearest: ["cat", "and", "ate"])),
      ("e 1 t h e Enter", .unchanged), ("e 4 1 Enter", .unchanged), ("e 8 0 Enter", .unchanged),
      ("e 8 n a n Enter", .notANumber("nan")),
      ("e 8 1 Space 2 Space 3 Enter", .notANumber("1 2 3")),
      ("e 8 1 e 9 9 9 Enter", .tooLarge("1e999")), ("e 8 a 1 Space 2 Enter", .sourceUnknown("a1")),
      ("e 5 a 9 Space 1 Enter", .sourceUnknown("a9")),
      ("e 5 a 0 Space 1 Enter", .sourceUnknown("a0")),
      ("e 6 x y z Space 1 Enter", .sourceUnknown("xyz")),
      ("e 7 a 1 Space 1 Enter", .sourceUnknown("a1")),
    ] as [(String, EditNotice)])
  func `what cannot be put in is said, and nothing changes`(
    keys: String, notice: EditNotice
  ) throws {
    var session = try Examples.session()
    session.press(keys)
    #expect(session.notice == .edit(notice))
    #expect(session.experiment == session.beginning)
    #expect(!session.isWhatIf)
    guard notice != .unchanged else {
      #expect(session.popup == nil)
      return
    }
    // What was typed stays open to be mended.
    let typed = keys.split(separator: " ").dropFirst(2).dropLast()
      .map { $0 == "Space" ? " " : String($0) }.joined()
    guard case .prompt(let prompt)? = session.popup else {
      Issue.record("the line is closed")
      return
    }
    #expect(prompt.text == typed)
    session.press("Esc")
    #expect(session.popup == nil)
  }

  @Test func `a number put back is no edit, and undo gives it again`() throws {
    var session = try Examples.session()
    session.press("e 9 1 Enter e 9 0 Enter")
    #expect(session.experiment.edits.isEmpty && !session.isWhatIf)
    session.press("z")
    #expect(session.experiment.edits.numbers == [.initial(.memory, unit: 2): 1])
  }

  @Test func `edited inputs move with their words`() throws {
    var session = try Examples.session()
    session.press("5 G e 4 2 Enter 2 G e 2 a n d Enter")
    #expect(session.experiment.edits.numbers == [.input(step: 5, column: 9): 2])
    session.press("e 3 g e 3")
    #expect(session.experiment.edits.numbers == [.input(step: 3, column: 9): 2])
    session.press("4 G e 3")
    #expect(session.experiment.edits.isEmpty)
  }

  @Test func `the last word of a sentence cannot be taken out`() throws {
    let model = Examples.model()
    var session = Session(model: model, tokens: [3])
    #expect(!session.editTargets.contains(.removal))
    session.press("e 3 2 Enter")
    #expect(session.tokens == [3])
  }

  @Test func `extreme numbers are computed and drawn`() throws {
    for text in ["1 e 3 0 8", "- 1 e 3 0 8", "1 e - 3 0 8"] {
      for entry in 4...9 {
        var session = try Examples.session()
        session.press("Space e \(entry) \(text) Enter G $")
        for keys in ["", "E", "c", "V"] {
          session.press(keys)
          for (columns, rows) in [(80, 24), (120, 36), (200, 60)] {
            let size = Size(columns: columns, rows: rows)
            #expect(Scene(session, size: size).canvas().size == size)
          }
        }
      }
    }
  }

  @Test(arguments: [("e", "1 to 9 edit"), ("$ e", "1 to 0 edit")])
  func `the footer names the keys from the first entry to the last`(
    keys: String, text: String
  ) throws {
    var session = try Examples.session()
    session.press(keys)
    let last = try #require(text.split(separator: " ").dropFirst(2).first)
    #expect(String(last) == "\(min(10, session.editTargets.count) % 10)")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines[23].contains(text), "\(lines[23])")
  }

  @Test(arguments: Examples.kinds)
  func `every entry of every cell has a name and a number`(_ kind: CellKind) throws {
    var session = try Examples.session(kind)
    for _ in session.run.microSteps {
      let targets = session.editTargets
      var names: Set<String> = []
      for target in targets {
        let column = session.column(of: target)
        let phrase = session.phrase(for: target, column: column)
        let text = Language.english.text(.edit(phrase))
        #expect(text.columns <= 36 && names.insert(text).inserted, "\(text)")
      }
      session.press("Space")
    }
  }
}
