import CellEngine
import Screen
import Testing

@testable import CellScene

/// Where not all equations fit, the screen says so and shows those that matter.
@Suite struct EquationWindowTests {
  private func lines(_ keys: String, _ columns: Int = 80, _ rows: Int = 24) throws -> [String] {
    let session = try Shipped.family(keys: keys)
    return Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
  }

  @Test(arguments: ["L L $ f 0 Esc", "L $ v 4 Esc", "A L $ v 4 Esc", "L L f 0 Esc"])
  func `equations that are not shown are counted`(keys: String) throws {
    let session = try Shipped.family(keys: keys)
    let lines = try lines(keys)
    let equations = session.run.cell.graph.equations(session.notation)
    let shown = equations.filter { equation in
      lines.contains { $0.dropFirst(2).hasPrefix(equation.left.text + " ") && $0.contains("= ") }
    }
    let counts = lines.dropFirst(17).compactMap { line in
      line.firstMatch(of: /[↑↓]\D*(\d+)/).flatMap { Int($0.1) }
    }
    #expect(equations.count > shown.count)
    #expect(counts.reduce(0, +) == equations.count - shown.count, "\(lines)")
  }

  @Test func `the equation of the state that goes out is in sight at the end`() throws {
    #expect(try lines("L $ v 4 Esc").contains { $0.hasPrefix("  a<t>  ") })
  }

  @Test func `an equation with a star is in sight beside the current one`() throws {
    let lines = try lines("L L 9 Space f 0 Esc")
    let marked = lines.filter { $0.hasPrefix("▸ ") }
    #expect(marked.count == 2, "\(lines.joined(separator: "\n"))")
  }

  @Test(arguments: [
    (": v a r i a n t Space f u l l Space g a t e Enter 6 G 8 Space", "   tanh(c<t>) = "),
    (": v a r i a n t Space f u l l Space g a t e Enter 6 G 5 Space", "   Γu∘c~<t> = "),
    (": v a r i a n t Space p y t o r c h Enter 2 G 6 Space", " Σ = +.14"),
    ("6 G 8 Space", "tanh(c<t>) = "),
  ])
  func `the number of a part of an equation stands behind the part's name`(
    keys: String, end: String
  ) throws {
    for (columns, rows) in [(66, 20), (72, 22), (80, 24)] {
      let row = try #require(lines(keys, columns, rows).last { $0.hasPrefix("▸ ") })
      #expect(row.contains(end), "\(columns): \(row)")
    }
  }

  @Test func `with the peepholes off the numbers that they would join are shown`() throws {
    let off = try lines("L L $ V")
    let on = try lines("L L $ V p p")
    let row = try #require(off.first { $0.hasPrefix(" c<2>") })
    #expect(!row.contains("·") && row.contains("+.56"))
    #expect(on.contains { $0.hasPrefix(" c<2>") && $0.contains("+.56") })
    #expect(off.contains { $0.hasPrefix(" Γf") && $0.contains("1.00") })
    #expect(!off.contains { $0.contains("×−.60") })
    #expect(try lines("L L V").contains { $0.hasPrefix(" Γf") && $0.contains("·") })
  }
}
