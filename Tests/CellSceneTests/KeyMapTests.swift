import CellEngine
import Screen
import Testing

@testable import CellScene

/// The one table of keys is complete and true.
@Suite struct KeyMapTests {
  /// Every key that the terminal can report.
  static let allKeys: [Key] = {
    var keys = (0x21...0x7E).compactMap { Unicode.Scalar($0) }.map { Key.character(Character($0)) }
    keys += [.space, .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .tab, .backTab]
    keys += [.enter, .escape, .backspace, .insert, .delete]
    keys += (1...12).map(Key.function)
    keys += "abcdefghijklmnopqrstuvwxyz".map(Key.control)
    keys += ["ä", "中", "€", "\u{7F}", "\u{1B}", "5\u{301}", "５", "²"].map(Key.character)
    return keys
  }()

  static let contexts = KeyMap.Context.allCases

  /// Sessions in which each binding of the context has something to do in one of them.
  static func sessions(in context: KeyMap.Context) throws -> [Session] {
    let keys: [String] =
      switch context {
      case .cell:
        [
          "", "G $", "4 G 3 Space a", "5 G J C-c", "5 G a +", "p 3 G", "4", "p z",
          "/ a t e Enter", "c",
        ]
      case .timeline:
        ["T", "T 5 G $", "T G $ I H H", "T a", "T p z", "T / a t e Enter", "T C-c", "T 4"]
      case .training:
        [
          LiveTrainingTests.open, ": t r a i n Enter 4 5 Space h C-c",
          ": t r a i n Enter G 2 Space a", ": t r a i n Enter p z : t r a i n Enter 4",
        ]
      case .variants: ["v", "G $ v 1", "v C-c", "p 3 G 5 Space v 2", "v j"]
      case .prompt: [": 5", ":", ": C-c", ": n o t", "e 1 c a"]
      case .bookmarks: ["B", "B C-c", "B A B"]
      case .edit: ["e", "p 3 G $ e", "e C-c"]
      case .help: ["?", "? j j j", "? C-c"]
      case .gradient:
        [
          "6 G d", "6 G d H", "g d", "6 G d a", "6 G d p z", "6 G d d", "6 G d C-c", "6 G d 4",
          "6 G d / a t e Enter", "6 G d 3 Space",
        ]
      case .why: ["5 G 4 Space w", "5 G $ w", "5 G $ w w j j", "5 G 4 Space w w w", "w C-c"]
      case .check: ["6 G d i", "6 G d i C-c"]
      case .lessons: ["S", "S j", "S C-c", "S 1"]
      case .export: ["x", "5 G x C-c"]
      case .hold: ["f", "3 G u", "o 0 o", "f C-c"]
      }
    return try keys.map { keys in
      var session = try Examples.session()
      session.press(keys)
      #expect(session.context == context)
      return session
    }
  }

  @Test func `no two bindings of a context share a key`() {
    for context in Self.contexts {
      let keys = KeyMap.standard.bindings(in: context).flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func `every binding has keys and no count among them`() {
    for binding in KeyMap.standard.bindings where binding.context.isView {
      #expect(!binding.keys.isEmpty)
      for digit in "123456789" { #expect(!binding.keys.contains(.character(digit))) }
    }
  }

  @Test(arguments: KeyMap.standard.bindings)
  func `every key of the table does something in its context`(_ binding: KeyMap.Binding) throws {
    // Where there is no pop-up and no other view than the cell it takes only a count back.
    let isIdle = binding.command == .dismiss
    for key in binding.keys {
      let acts = try Self.sessions(in: binding.context).contains { before in
        var after = before
        let effect = after.handle(key)
        return effect != .show || after.state.lasting != before.state.lasting
          || [.interruptAgain, .onlyOneModel].contains(after.notice)
          || isIdle && after.state != before.state
      }
      #expect(acts, "\(key.name) for \(binding.command)")
    }
  }

  @Test(arguments: contexts)
  func `no key outside the table changes anything but the notice`(_ context: KeyMap.Context) throws
  {
    let listed = Set(KeyMap.standard.active(in: context).flatMap(\.keys))
    let digits = Set("123456789".map(Key.character))
    for before in try Self.sessions(in: context) {
      for key in Self.allKeys where !listed.contains(key) {
        if context.isView, digits.contains(key) { continue }
        if context == .bookmarks, key.letter != nil { continue }
        if context == .prompt, Prompt.character(of: key) != nil { continue }
        var after = before
        #expect(after.handle(key) == .show)
        #expect(after.state.lasting == before.state.lasting, "\(key.name) in \(context)")
        // What acts on the cell says so where another model is watched.
        let isForCell = KeyMap.standard.command(for: key, in: context)?.concernsCell == true
        let notice: Notice = isForCell ? .training(.cellUnseen) : .keyUnknown(key.name)
        #expect(after.notice == notice, "\(key.name) in \(context)")
      }
    }
  }

  @Test func `digits count on the cell and nowhere else`() throws {
    for digit in "123456789" {
      var session = try Examples.session()
      session.handle(.character(digit))
      #expect(session.count == digit.wholeNumberValue)
      session.handle(.character("0"))
      #expect(session.count == digit.wholeNumberValue.map { $0 * 10 })
    }
  }

  @Test func `every binding in the footer has a label, and every footer shows its first keys`() {
    for binding in KeyMap.standard.bindings {
      for language in Language.allCases {
        let label = language.text(.footer(binding.command))
        if binding.footerRank != nil { #expect(!label.isEmpty && label.columns <= 12, "\(label)") }
        #expect(!language.text(.command(binding.command)).isEmpty)
      }
    }
    for context in Self.contexts {
      let ranks = KeyMap.standard.bindings(in: context).compactMap(\.footerRank)
      #expect(Set(ranks).count == ranks.count, "two bindings of \(context) have the same rank")
      #expect(!ranks.isEmpty)
    }
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `the footer shows how to step and where all keys are`(columns: Int, rows: Int) throws {
    let session = try Examples.session()
    let size = Size(columns: columns, rows: rows)
    let footer = try #require(Scene(session, size: size).canvas().lines.last)
    #expect(footer.contains("space next"))
    #expect(footer.contains("? help"))
    #expect(footer.columns < columns)
  }

  @Test(arguments: ["", "T", LiveTrainingTests.open], [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `the help shows every key of the view by turning its pages`(
    view: String, size: (columns: Int, rows: Int)
  ) throws {
    var session = try Examples.session()
    session.press(view)
    let context = session.context
    session.press("?")
    var missing = Self.helpLines(in: context, .english)
    var headings: [String] = []
    let first = Self.text(session, columns: size.columns, rows: size.rows)
    repeat {
      let text = Self.text(session, columns: size.columns, rows: size.rows)
      missing.removeAll { Self.shows($0, in: text) }
      headings += text
      session.press("PgDn")
    } while Self.text(session, columns: size.columns, rows: size.rows) != first && !missing.isEmpty
    #expect(missing.isEmpty)
    let own =
      context == .cell ? "step" : context == .timeline ? "in the timeline" : "in the training"
    #expect(first[1].hasPrefix("│ " + own), "the view's own keys stand first")
  }

  @Test(arguments: ["", "T", "6 G d", LiveTrainingTests.open], [(60, 18), (80, 24), (100, 30)])
  func `the help in 繁體中文 shows every key of the view too`(
    view: String, size: (columns: Int, rows: Int)
  ) throws {
    var session = try Examples.session()
    session.press(view)
    session.speak(.traditionalChinese)
    let context = session.context
    session.press("?")
    var missing = Self.helpLines(in: context, .traditionalChinese)
    for _ in 0..<20 {
      let text = Self.text(session, columns: size.columns, rows: size.rows)
      missing.removeAll { Self.shows($0, in: text) }
      session.press("PgDn")
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(arguments: contexts)
  func `the keys of a remote control and for the look act everywhere`(
    _ context: KeyMap.Context
  ) {
    func command(_ key: Key) -> Command? { KeyMap.standard.command(for: key, in: context) }
    #expect(command(.function(5)) == .appearance(.present))
    #expect(command(.escape) != nil || context.isView)
    // Where letters are typed they are letters.
    guard context != .prompt, context != .bookmarks else { return }
    #expect(command(.character("b")) == .appearance(.blank))
    #expect(command(.character(".")) == .appearance(.blank))
    #expect(command(.character("Y")) == .appearance(.nextTheme))
    #expect(command(.character("A")) == .appearance(.nextLanguage))
    #expect(command(.character("y")) == .appearance(.toggleMouse))
  }

  @Test(arguments: [(60, 18), (80, 24)])
  func `the help says which page it shows, and after the last comes the first`(
    columns: Int, rows: Int
  ) throws {
    var session = try Examples.session()
    session.press("?")
    let first = Self.text(session, columns: columns, rows: rows)
    let count = try #require(
      first[0].split(separator: " ").compactMap { Int($0) }.last)
    #expect(first[0].contains("page 1 of \(count)"))
    #expect(count > 1)
    session.press("PgUp")
    #expect(
      Self.text(session, columns: columns, rows: rows)[0].contains("page \(count) of \(count)"))
    session.press("Space")
    #expect(Self.text(session, columns: columns, rows: rows) == first)
    for _ in 0..<count { session.press("Space") }
    #expect(Self.text(session, columns: columns, rows: rows) == first)
  }

  /// The keys and the text of each binding that acts in a view.
  private static func helpLines(
    in context: KeyMap.Context, _ language: Language
  ) -> [(keys: String, text: String)] {
    KeyMap.standard.active(in: context).filter { $0.group != .popup }.map { binding in
      (
        binding.keys.map(\.shortName).joined(separator: " "),
        language.text(.command(binding.command))
      )
    }
  }

  private static func text(_ session: Session, columns: Int, rows: Int) -> [String] {
    Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
  }

  /// Whether keys and text stand behind one another with nothing but spaces between them and with
  /// a space or the edge behind them.
  private static func shows(_ line: (keys: String, text: String), in rows: [String]) -> Bool {
    rows.contains { row in
      row.ranges(of: " " + line.keys + " ").contains { range in
        let rest = row[range.upperBound...].drop { $0 == " " }
        guard rest.hasPrefix(line.text) else { return false }
        return [" ", "│"].contains(rest.dropFirst(line.text.count).first)
      }
    }
  }
}
