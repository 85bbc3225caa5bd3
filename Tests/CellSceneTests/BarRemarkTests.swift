import CellEngine
import Screen
import Testing

@testable import CellScene

/// What bars stand for is said: which units, and what a full one is.
@Suite struct BarRemarkTests {
  private func screen(_ session: Session, _ columns: Int = 80, _ rows: Int = 24) -> [String] {
    Scene(session, size: Size(columns: columns, rows: rows)).canvas().lines
  }

  @Test(
    arguments: [
      ("C L L $", "units 2 to 10 of 10"), ("A C L L $", "單元 2 到 10，共 10"),
      ("L $ v 4 Esc", "units 2 to 8 of 8"),
    ])
  func `units without a bar are not passed over in silence`(keys: String, remark: String) throws {
    let lines = screen(try Shipped.family(keys: keys))
    #expect(lines[3].contains(remark), "\(lines[3])")
  }

  @Test func `of a hundred units it says which have bars`() throws {
    let lines = screen(try Shipped.hundred.session(keys: ": u n i t Space 5 Enter L L $"))
    #expect(lines[3].contains("units 2 to 8 of 100") || lines[3].contains("units 1 to 8 of 100"))
  }

  @Test func `where all units have bars only the full bar is named`() throws {
    let lines = screen(try Shipped.family(keys: "L L $"))
    #expect(!lines[3].contains("units"))
    #expect(lines[3].contains("full bar of c: "))
  }

  @Test(
    arguments: [
      "p", "A p", "L L $ p", "p L d", "A p L d", "p e 1 d o g Enter", "9 9", "p a", "F U",
      "v 4 Esc p",
      "p f 1 Esc",
    ], [80, 100, 120])
  func `the header names the unit from 80 columns on`(keys: String, columns: Int) throws {
    for models in [try Shipped.family(keys: keys), try Shipped.peephole.session(keys: keys)] {
      let header = screen(models, columns)[0]
      #expect(header.contains("unit 8/8") || header.contains("單元 8/8"), "\(header)")
    }
  }

  @Test func `a bar that is longer than a full one is an arrow, and the edge says so`() throws {
    let keys = ": v a r i a n t Space n o Space u p d a t e Enter 6 G 5 Space"
    let lines = screen(try Shipped.family(keys: keys))
    #expect(lines[3].contains(/full bar of c: \d\.\d+, ↑ more/), "\(lines[3])")
    #expect(lines[4...].contains { $0.contains("↑") })
    let within = screen(try Shipped.family(keys: "6 G 5 Space"))
    #expect(!within[3...].contains { $0.contains("↑") })
  }

  @Test func `a function that reaches beyond 1 has its own full bar`() throws {
    let keys = ": v a r i a n t Space 1 9 9 7 Enter L 4 Space"
    let lines = screen(try Shipped.family(keys: keys), 120, 36)
    #expect(lines.contains { $0.contains("full bar of c~: 2.00") }, "\(lines)")
  }

  @Test func `a full bar is the function's bound`() throws {
    let graph = LSTM().graph
    let bounds = [Role.forget, .candidate, .activation, .memory].map { role in
      graph.signal(role).flatMap { graph.bound(of: $0) }
    }
    #expect(bounds == [1, 1, 1, nil])
    let gru = GRU().graph
    #expect(gru.signal(.memory).flatMap { gru.bound(of: $0) } == 1)
    let last = try #require(graph.previous(.activation))
    #expect(graph.bound(of: last) == 1)
  }

  @Test func `no value of any cell lies beyond its bound`() throws {
    for model in Shipped.allCases {
      let session = try model.session(keys: "")
      let run = session.run
      var compared = 0
      for signal in run.cell.graph.signals {
        guard let bound = run.cell.graph.bound(of: signal) else { continue }
        for step in session.tokens.indices {
          #expect(run.trace[signal, step].allSatisfy { $0.magnitude <= bound })
          compared += 1
        }
      }
      #expect(compared >= 8, "\(model)")
    }
  }

  @Test func `equal numbers have equal bars in the comparison`() throws {
    let lines = screen(try Shipped.family(keys: "L L $ c"))
    let memory = try #require(lines.last { $0.hasPrefix("  c<t>  ") })
    #expect(memory.contains("█="))
    let row = try #require(lines.last { $0.hasPrefix("  c~<t> ") })
    #expect(!row.contains("█="))
  }

  @Test func `the timeline says what its full bar is where that is not 1`() throws {
    let size = Size(columns: 80, rows: 24)
    let memory = Scene(try Shipped.family(keys: "L L $ T"), size: size).canvas().lines
    #expect(memory.contains { $0.contains(/% of a full bar \(\d?\.\d+\)\./) })
    let gate = Scene(try Shipped.family(keys: "L L $ T < <"), size: size).canvas().lines
    #expect(gate.contains { $0.contains("% of a full bar.") })
  }
}
