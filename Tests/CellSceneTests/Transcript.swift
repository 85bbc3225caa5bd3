import CellEngine
import CellScene
import Screen

/// A screen, and after every key what it has changed on it.
///
///     === 80x24, agreement
///     05│text of row 5
///     05:the ink of each glyph as a letter
///     05/the ground of each glyph as a letter
///     05'the emphasis of each glyph as a digit
///     === Space
///
/// After a key only those rows stand that differ from the screen before.
struct Transcript {
  /// The text of the file.
  private(set) var text = ""
  private var rows: [String: String] = [:]

  init(_ session: Session, size: Size, keys: [String]) {
    var session = session
    record("\(size), \(session.model.name)", Scene(session, size: size).canvas())
    for name in keys {
      session.press(name)
      record(name, Scene(session, size: size).canvas())
    }
  }

  private mutating func record(_ title: String, _ canvas: Canvas) {
    text += "=== " + title + "\n"
    for (mark, lines) in [
      ("│", canvas.lines), (":", canvas.inkLines), ("/", canvas.groundLines),
      ("'", canvas.emphasisLines),
    ] {
      for (y, line) in lines.enumerated() {
        let place = (y < 9 ? "0" : "") + "\(y + 1)" + mark
        guard rows[place, default: ""] != line else { continue }
        rows[place] = line
        text += place + line + "\n"
      }
    }
  }
}

/// The screens that a transcript's text stands for, each one whole.
struct ReadTranscript {
  /// A title and the rows by their places, such as `05│`.
  struct Screen {
    let title: String
    let rows: [String: String]
  }

  private(set) var screens: [Screen] = []

  init(_ text: String) {
    var rows: [String: String] = [:]
    var title: String?
    func finish(_ screens: inout [Screen]) {
      if let title { screens.append(Screen(title: title, rows: rows)) }
    }
    for line in text.split(separator: "\n") {
      if line.hasPrefix("=== ") {
        finish(&screens)
        title = String(line.dropFirst(4))
      } else {
        rows[String(line.prefix(3))] = String(line.dropFirst(3))
      }
    }
    finish(&screens)
  }

  /// Where another transcript's screens differ first, row by row; nil if they do not.
  func difference(to actual: ReadTranscript) -> String? {
    for number in 0..<max(screens.count, actual.screens.count) {
      guard number < screens.count else {
        return "There are more screens than expected: \(actual.screens[number].title)."
      }
      guard number < actual.screens.count else {
        return "There are fewer screens than expected; the next is \(screens[number].title)."
      }
      let (expected, found) = (screens[number], actual.screens[number])
      if expected.title != found.title {
        return "Screen \(number) is “\(found.title)”, expected “\(expected.title)”."
      }
      if let rows = Self.difference(expected.rows, found.rows) {
        return "Screen \(number), after “\(expected.title)”:\n" + rows
      }
    }
    return nil
  }

  private static func difference(_ expected: [String: String], _ found: [String: String])
    -> String?
  {
    let places = Set(expected.keys).union(found.keys).sorted()
      .filter { expected[$0, default: ""] != found[$0, default: ""] }
    guard !places.isEmpty else { return nil }
    let shown = places.prefix(8).map { place in
      let (old, new) = (expected[place, default: ""], found[place, default: ""])
      let same = zip(old, new).prefix { $0 == $1 }.count
      return "  expected \(place)\(old)\n  actual   \(place)\(new)\n"
        + String(repeating: " ", count: 14 + same) + "^"
    }
    let more = places.count > 8 ? "\n  … and \(places.count - 8) more rows" : ""
    return shown.joined(separator: "\n") + more
  }
}
