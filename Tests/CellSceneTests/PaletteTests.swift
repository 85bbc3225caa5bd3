import CellEngine
import Screen
import Testing

@testable import CellScene

/// A typed line finds commands and does them.
@Suite struct PaletteTests {
  private static func typed(_ text: String) -> String {
    text.map { $0 == " " ? "Space" : String($0) }.joined(separator: " ")
  }

  private static func done(_ line: String, before: String = "") throws -> Session {
    var session = try Examples.session()
    session.press(before + " : " + typed(line) + " Enter")
    return session
  }

  @Test func `an empty line finds every key of the view, all notations and all cells`() throws {
    let session = try Examples.session()
    let items = session.palette("").map(\.item)
    for binding in KeyMap.standard.bindings(in: .cell) where binding.command != .openPrompt {
      #expect(items.contains(.key(binding)))
    }
    for convention in Notation.Convention.allCases {
      #expect(items.contains(.notation(convention)))
    }
    for entry in CatalogueEntry.all where entry.kind.graph.name == "LSTM" {
      #expect(items.contains(.cell(entry)), "\(entry.id)")
    }
    #expect(Set(items).count == items.count)
  }

  @Test(arguments: [
    ("next word", Command.nextTimeStep), ("undo", .undo), ("timeline", .timeline(.toggle)),
    ("help", .showHelp), ("leave at", .quit), ("quit", .close), ("ten units on", .tenUnitsOn),
  ])
  func `a command's own words find it first`(line: String, command: Command) throws {
    let first = try #require(try Examples.session().palette(line).first)
    guard case .key(let binding) = first.item else {
      Issue.record("found \(first.text)")
      return
    }
    #expect(binding.command == command)
  }

  @Test(arguments: [
    ("notation olah", Notation.Convention.olah), ("pytorch", .pytorch), ("greff", .greff),
  ])
  func `a notation is set by its name`(line: String, convention: Notation.Convention) throws {
    #expect(try Self.done(line).convention == convention)
  }

  @Test(arguments: [
    ("variant vanilla", "lstm_V"), ("lstm_gers2002", "lstm_Gers2002"),
    ("as spoken", "lstm_Ng_noTanh"),
  ])
  func `a cell of the literature is taken by its name`(line: String, id: String) throws {
    let entry = try #require(CatalogueEntry.named(id))
    let session = try Self.done(line)
    #expect(session.run.kind == entry.kind)
    var undone = session
    undone.press("z")
    #expect(undone.run.kind == .lecture)
  }

  @Test func `a unit and a word are gone to by their numbers`() throws {
    #expect(try Self.done("unit 5").unit == 4)
    #expect(try Self.done("word 3").time == 2)
    #expect(try Self.done("unit 99").unit == 7)
    #expect(try Self.done("unit 99").notice == .find(.lastUnit(8)))
    #expect(try Self.done("99").notice == .find(.lastWord(of: 8)))
  }

  @Test(arguments: Language.allCases)
  func `a unit and a word need a number, and a line without one says so`(
    language: Language
  ) throws {
    for (line, notice) in [
      ("unit", FindNotice.unitNumberMissing(of: 8)), ("Word ", .wordNumberMissing(of: 8)),
    ] {
      var session = try Examples.session()
      session.speak(language)
      session.press("L : " + Self.typed(line))
      let first = try #require(session.palette(line).first)
      #expect(first.item == (line == "unit" ? .anyUnit : .anyWord))
      #expect(
        Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines.contains {
          $0.contains("▸  " + first.text)
        })
      let before = session.place
      session.press("Enter")
      #expect(session.notice == .find(notice) && session.place == before)
    }
  }

  @Test(arguments: Language.allCases)
  func `a model with other words is found and says how it is opened`(language: Language) throws {
    var session = try Examples.session()
    session.modelsApart = [try Shipped.source.model(), try Shipped.agreement.model()]
    session.speak(language)
    let before = session.experiment
    session.press(": " + Self.typed("model source") + " Enter")
    #expect(session.notice == .find(.modelApart("source")) && session.experiment == before)
    let said = language.text(.notice(.find(.modelApart("source"))))
    #expect(said.contains("cellscope --model source"), "\(said)")
  }

  @Test(arguments: ["foo", "exit"])
  func `letters that stand in a text by chance do nothing`(line: String) throws {
    let (before, session) = (try Examples.session(), try Self.done(line))
    guard case .commandUnknown(line, nearest: _) = session.notice else {
      Issue.record("\(String(describing: session.notice))")
      return
    }
    #expect(session.place == before.place && session.view == before.view)
    #expect(session.experiment == before.experiment)
  }

  @Test func `Down, Tab and Up choose among those that are found`() throws {
    var session = try Examples.session()
    session.press(": " + Self.typed("notation") + " Down Tab Up Enter")
    #expect(session.convention == .olah)
    session.press(": " + Self.typed("notation") + " Up")
    let count = session.palette("notation").count
    #expect(session.popup == .prompt(Prompt(.command, text: "notation", choice: count - 1)))
  }

  @Test func `a typing error is answered with what was meant`() throws {
    let session = try Self.done("tmieline")
    #expect(session.notice == .commandUnknown("tmieline", nearest: "timeline, or back"))
  }

  @Test func `quitting asks as the key does when changes would be lost`() throws {
    var session = try Examples.session()
    session.change { $0.edits.numbers = [.initial(.memory, unit: 2): 0.5] }
    session.press(": " + Self.typed("close, else quit"))
    #expect(session.press("Enter") == .show)
    #expect(session.notice == .quitAgain)
  }

  @Test func `an empty line does nothing`() throws {
    var session = try Examples.session()
    session.press(":")
    #expect(session.press("Enter") == .show)
    #expect(session.notice == nil && session.popup == nil && session.microStep == 0)
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 36)])
  func `what is found is listed with its keys`(columns: Int, rows: Int) throws {
    var session = try Examples.session()
    session.press(": " + Self.typed("next unit"))
    let lines = Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
    #expect(lines.contains { $0.hasPrefix("│▸  next unit") && $0.hasSuffix("j ↓ │") })
  }
}
