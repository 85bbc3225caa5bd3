import Screen
import Testing

@testable import CellScene

/// The main views in 繁體中文 and the presentation, as they were looked at and found good.
@Suite struct PeopleGoldenTests {
  static let pictures = [
    Pictures("zh-cell", before: "A p 5 G", keys: steps + "E"),
    Pictures("zh-cell-60x18", 60, 18, before: "A p 5 G", keys: steps),
    Pictures("zh-cell-120x36", 120, 36, before: "A 5 G 6 Space", keys: "p L"),
    Pictures("zh-gru", 80, 24, .gru, before: "A 5 G", keys: steps),
    Pictures("zh-help", before: "A", keys: "? Space Space"),
    Pictures("zh-variants", before: "A 5 G $", keys: "v 1 2 3 N Tab Esc"),
    Pictures("zh-chain", before: "A 3 G t", keys: "Space Space L f 1 u 0 $ V p"),
    Pictures("zh-timeline", before: "A T 5 G $", keys: "D 3 G I 2 L I W"),
    Pictures("zh-gradient", before: "A 6 G d", keys: steps + "i Esc d"),
    Pictures("zh-why", before: "A 5 G $", keys: "w w j w w h h"),
    Pictures("zh-training", before: "A : t r a i n Enter", keys: "Space 9 9 Space h l"),
    Pictures("zh-edit", before: "A 5 G $", keys: "e 1 d o g Enter e 7 1 Enter Space z"),
    Pictures("zh-notices", before: "A", keys: "h x C-c Space G L a + - a Y y y B A : q q q Enter"),
    Pictures("export", before: "5 G $", keys: "x x x t"),
    Pictures("export-60x18", 60, 18, before: "A 5 G $", keys: "x"),
    Pictures("present", before: "p 5 G F5", keys: "Space Space Space w Esc b Space t Esc"),
    Pictures("present-120x36", 120, 36, before: "5 G 4 Space F5", keys: "Space"),
    Pictures("present-200x60", 200, 60, before: "5 G 4 Space F5", keys: "Space"),
    Pictures("present-60x18", 60, 18, before: "5 G 4 Space F5", keys: "Space d t T"),
  ]
  private static let steps = "Space Space Space Space Space Space Space Space Space "

  @Test(arguments: pictures)
  func `the screens are those that were looked at`(_ pictures: Pictures) throws {
    try Golden.check(
      pictures.name, pictures.model.session(keys: pictures.before),
      size: Size(columns: pictures.columns, rows: pictures.rows),
      keys: pictures.keys.split(separator: " ").map(String.init))
  }

  @Test func `the comparison in 繁體中文 is the one that was looked at`() throws {
    try Golden.check(
      "zh-compare", Shipped.family(keys: "A 5 G $ c"), size: Size(columns: 80, rows: 24),
      keys: ["M", "M", "Space"])
  }

  /// The names of the files.
  static let names = pictures.map(\.name) + ["zh-compare"]
}
