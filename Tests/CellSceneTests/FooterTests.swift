import Screen
import Testing

@testable import CellScene

/// The footer names keys that do something.
@Suite struct FooterTests {
  private func footer(_ keys: String, _ columns: Int = 80, _ rows: Int = 24) throws -> String {
    let session = try Shipped.family(keys: keys)
    return try #require(
      Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines.last)
  }

  @Test(arguments: ["f c . 9", "/ w h", "f v . 5", ": q q q", ": u n i t Space 5", "e 9"])
  func `keys that choose or complete nothing are not named`(keys: String) throws {
    let line = try footer(keys)
    #expect(!line.contains("↓ ") && !line.contains("Tab complete"), "\(line)")
  }

  @Test func `keys that choose or complete are named`() throws {
    #expect(try footer(":").contains("↓ choose"))
    #expect(try footer(": p e e p").contains("↓ choose"))
    #expect(try footer("e 1 d").contains("Tab complete"))
  }

  @Test func `the help names its pages where there are several`() throws {
    #expect(try footer("?").contains("page on"))
    let line = try footer("?", 120, 36)
    #expect(!line.contains("page"))
    #expect(line.contains("Esc") || line.contains("?"))
  }

  @Test(arguments: ["", "A", "C", "A C"], [(60, 18), (80, 24), (100, 30)])
  func `the first screen names the lessons whole`(
    keys: String, size: (columns: Int, rows: Int)
  ) throws {
    let session = try Shipped.family(keys: keys)
    let label = session.language.text(.footer(.lesson(.list)))
    let line = try footer(keys, size.columns, size.rows)
    #expect(line.contains("S \(label)  ") && line.columns < size.columns, "\(line)")
  }

  @Test func `the way back is named where there is one`() throws {
    #expect(try !footer("").contains("←") && !footer("h").contains("←"))
    #expect(try footer("Space").contains("← back") && footer("L").contains("← back"))
    #expect(try footer("d").contains("← back"))
  }

  @Test func `while questions are asked the key that ends them is named`() throws {
    for (columns, rows) in [(60, 18), (80, 24)] {
      for keys in ["P", "P Space", "P 3 G"] {
        #expect(try footer(keys, columns, rows).contains("P ask no more"), "\(keys)")
      }
      #expect(try !footer("P P", columns, rows).contains("P "))
    }
  }

  @Test(arguments: [
    "f", "A f", "v", "A v", "e", "A e", ":", "A :", "/", "x", "A x", "B", "w", "A w",
  ])
  func `the way out of a pop-up is in every footer`(keys: String) throws {
    for (columns, rows) in [(60, 18), (80, 24)] {
      let session = try Shipped.family(keys: keys)
      let line = try footer(keys, columns, rows)
      let ways = session.keyMap.bindings(in: session.context).filter {
        $0.keys.contains(.escape)
      }.compactMap(\.keys.first?.shortName)
      #expect(ways.contains { line.contains($0 + " ") }, "\(line)")
    }
  }
}
