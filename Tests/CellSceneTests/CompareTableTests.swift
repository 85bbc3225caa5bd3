import CellEngine
import Screen
import Testing

@testable import CellScene

/// The numbers of two cells side by side.
@Suite struct CompareTableTests {
  @Test(arguments: ["c", "c M"], [1, 2, 5, 7])
  func `a larger number never has a shorter bar on the other side`(keys: String, word: Int) throws {
    var session = try Shipped.family(keys: keys + " \(word) G $")
    let size = Size(columns: 120, rows: 36)
    var compared = 0
    for unit in 0..<8 {
      session.unit = unit
      let other = try #require(session.other)
      let lines = Scene(session, size: size).canvas().lines
      for role in session.comparedRoles {
        let symbol = session.notation.symbol(role, .general)
        let line = Array(try #require(lines.last { $0.dropFirst(2).hasPrefix(symbol + " ") }))
        let columns = CompareTable.Columns(Rectangle(x: 0, y: 0, columns: 120, rows: 1))
        let sides = zip([session, other], columns.sides).compactMap { side, start in
          side.comparedSignal(role).map { signal in
            let end = min(line.count, start + columns.side - 1)
            let bar = line[min(start + 8, end)..<end].filter { "█▏▎▍▌▋▊▉".contains($0) }
            let value = side.run.trace[signal, side.time, side.unit].magnitude
            return (value: value, columns: bar.count)
          }
        }
        guard sides.count == 2 else { continue }
        let sorted = sides.sorted { $0.value < $1.value }
        #expect(sorted[0].columns <= sorted[1].columns, "\(symbol) of unit \(unit + 1): \(sides)")
        compared += 1
      }
    }
    #expect(compared >= 8)
  }

  @Test(arguments: [60, 67, 80, 120])
  func `numbers below neighbouring words do not touch, and headings end with a mark`(
    columns: Int
  ) throws {
    let size = Size(columns: columns, rows: 18)
    for keys in ["5 G $ c", "9 G $ c M", "5 G $ c j", "c 7 G 3 Space"] {
      for shipped in [Shipped.source, .agreement, .gru] {
        let lines = Scene(try shipped.session(keys: keys), size: size).canvas().lines
        for line in lines[2...3] {
          #expect(!line.contains("*+") && !line.contains("*−"), "\(line)")
          #expect(line.matches(of: /[0-9][+−]/).isEmpty, "\(line)")
        }
      }
    }
    let session = try Shipped.family(keys: "3 G $ c")
    let lines = Scene(session, size: size).canvas().lines
    let heading = try #require(lines.first { $0.contains(" B − A ") })
    #expect(
      heading.contains(/B  (agreement-gru|GRU, agreement-gru, unit 6) [ ─]+B − A/), "\(heading)")
  }
}
