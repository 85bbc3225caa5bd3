import Screen
import Testing

@testable import CellScene

/// What a switch changed has a star, and the sentence about it promises no other.
@Suite struct StarTests {
  @Test(
    arguments: [
      ("L $ p", "were ▊ .12*"), ("L $ v 2 Esc", "which █████▍ .89*"),
      ("L L $ f 1 z", "ran ▊ .12*"), ("L L $ t f 1 z", "ran .12*"), ("L L $ V p", ".24*"),
      ("L L $ T p", "▓▓▓▓*"), ("L L $ c p", ".94*"),
    ])
  func `a changed number has a star in every view`(keys: String, number: String) throws {
    let session = try Shipped.family(keys: keys)
    let screen = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(screen.contains { $0.contains(number) }, "\(screen.joined(separator: "\n"))")
  }

  @Test(arguments: ["L $ p x t", "L $ p x s", "L $ f 1 Esc x j"])
  func `a screen that is written into a file keeps its stars and its sentence`(
    keys: String
  ) throws {
    let size = Size(columns: 80, rows: 24)
    let written = Scene(try Shipped.family(keys: keys), size: size).canvas().lines
    let seen = try Shipped.family(keys: String(keys.dropLast(4)))
    #expect(written == Scene(seen, size: size).canvas().lines)
    #expect(written.contains { $0.contains("*") })
  }

  @Test(
    arguments: [
      "L $ p", "L p", "L L 3 Space p", "L $ v 2 Esc", "L L $ f 1 z", "p", "L $ j p", "L $ j j p",
      "L L $ t p", "L L $ V p", "L L $ T p", "T p", "L L $ c p", "F", "8 L $ U", "8 L $ O O",
      "L L $ f 1 Esc L z", "L $ e 1 d o g Enter",
    ],
    [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `a sentence promises a star where there is one`(
    keys: String, size: (columns: Int, rows: Int)
  ) throws {
    let session = try Shipped.family(keys: keys)
    let size = Size(columns: size.columns, rows: size.rows)
    let screen = Scene(session, size: size).canvas().lines
    let text = screen.joined(separator: "\n")
    let promises = text.contains("a star marks") || text.contains("* marks what")
    let denies = text.contains("nothing here differs") || text.contains("no number shown here")
    let hasStar = text.contains(try Regex(#"[0-9▓▒░█+−]\*"#))
    #expect(promises != denies, "one of the two is said: \(text)")
    #expect(hasStar == promises, "\(text)")
  }

  @Test(arguments: ["L $ v 4", "L $ v 4 Esc", "L $ v 4 Esc F5"])
  func `where something else is said no star is promised or denied`(keys: String) throws {
    let session = try Shipped.family(keys: keys)
    let screen = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(!screen.contains { $0.contains("* marks") || $0.contains("star marks") })
    #expect(!screen.contains { $0.contains("nothing here differs") })
  }

  @Test func `of slopes, which are all new, none is promised a star`() throws {
    let session = try Shipped.family(keys: "L $ d p")
    let screen = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(screen.contains { $0.contains("the numbers are new") })
  }
}
