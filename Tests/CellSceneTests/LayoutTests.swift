import Screen
import Testing

@testable import CellScene

/// The layout is a total function: whatever the size, something sensible is drawn.
@Suite struct LayoutTests {
  @Test(arguments: 0..<8)
  func `every size from 1x1 to 200x60 is drawn`(part: Int) async throws {
    let session = try Examples.session()
    for columns in 1...200 where columns % 8 == part {
      await Task.yield()
      for rows in 1...60 {
        let size = Size(columns: columns, rows: rows)
        try #require(Scene(session, size: size).canvas().size == size)
      }
    }
  }

  @Test(arguments: [
    "p G $", "5 G 6 Space", "t 5 G $", "p V $", "f", "v", "p v 1 2", "?", "? 9 j", "G $ E",
    "C-c", "9 9 9 9", "w", "5 G 6 Space w w w", "G $ w w", "6 G d", "6 G d d", "6 G d i",
    "T", "T G $ D I H H I", ":", ": x x x", "/ a t e", "B A B", "v N N", "v k",
    "e", "p e", "e 1 c", "e 9 1", "e 9 1 Enter 3 G", "c", "c M e", "c m", "e 9 1 Enter c M v",
    ": t r a i n Enter", ": t r a i n Enter 4 5 Space h", ": t r a i n Enter 5 Space a :",
  ])
  func `every state is drawn at sizes of every kind`(keys: String) async throws {
    var session = try Examples.session()
    session.press(keys)
    for columns in [0, 1, 2, 9, 59, 60, 61, 79, 80, 81, 119, 149, 150, 151, 200, 700] {
      await Task.yield()
      for rows in [0, 1, 2, 5, 17, 18, 19, 23, 24, 25, 36, 60, 61, 300] {
        let size = Size(columns: columns, rows: rows)
        try #require(Scene(session, size: size).canvas().size == size)
      }
    }
  }

  @Test(
    arguments: [
      "", "5 G t", "5 G t $", "p V", "T", "6 G d", "6 G d d", "c", LiveTrainingTests.open,
    ], [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `a typed line covers the sentence of the view and nothing else`(
    keys: String, size: (columns: Int, rows: Int)
  ) throws {
    let size = Size(columns: size.columns, rows: size.rows)
    var session = try Shipped.family(keys: keys)
    let before = Scene(session, size: size).canvas().lines
    session.press("/")
    let after = Scene(session, size: size).canvas().lines
    let covered = before.indices.filter { before[$0] != after[$0] && $0 != size.rows - 1 }
    try #require(covered.count == 1)
    #expect(after[covered[0]].hasPrefix("/"))
    // A narration; the row of a unit, which starts alike, has no full stop before a space.
    let sentence = before[covered[0]] + " "
    #expect(sentence.hasPrefix("▸ ") && sentence.contains(". "))
  }

  @Test(arguments: [1, 2, 3, 8, 16, 33, 100])
  func `any number of units is drawn`(units: Int) throws {
    var session = try Examples.session(units: units)
    for keys in ["", "G $", "J", "p"] {
      session.press(keys)
      for (columns, rows) in [(60, 18), (80, 24), (120, 36), (150, 50), (200, 60)] {
        let size = Size(columns: columns, rows: rows)
        let canvas = Scene(session, size: size).canvas()
        #expect(canvas.lines[0].contains("LSTM"), "\(units) units at \(size)")
      }
    }
  }

  @Test(arguments: [
    (59, 18, "cellscope needs 60x18; this is 59x18."), (200, 17, "cellscope needs 60x18; this is"),
    (10, 30, "cellscope"),
  ])
  func `a screen that is too small says what it needs`(
    columns: Int, rows: Int, start: String
  ) throws {
    let session = try Examples.session()
    let lines = Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
    #expect(lines[0].hasPrefix(start))
    #expect(!lines.joined(separator: " ").contains("LSTM"))
  }

  @Test func `panels neither overlap nor leave the screen`() throws {
    for columns in 60...200 {
      for rows in 18...60 {
        let size = Size(columns: columns, rows: rows)
        let layout = try #require(
          ScreenLayout(
            size: size, equationCount: 6, unitCount: 8, forkRows: columns % 2 == 0 ? 2 : 0))
        var owners = Array(repeating: 0, count: columns * rows)
        for (number, panel) in layout.panels.enumerated() {
          try #require(panel.left >= 0 && panel.right <= columns, "panel \(number) at \(size)")
          try #require(panel.top >= 0 && panel.bottom <= rows, "panel \(number) at \(size)")
          for y in panel.top..<panel.bottom {
            for x in panel.left..<panel.right { owners[y * columns + x] += 1 }
          }
        }
        try #require(owners.allSatisfy { $0 <= 1 }, "two panels overlap at \(size)")
      }
    }
  }
}

extension ScreenLayout {
  fileprivate var panels: [Rectangle] {
    [header, tape, fork, diagram, narration, equations, timeline, history, footer]
  }
}
