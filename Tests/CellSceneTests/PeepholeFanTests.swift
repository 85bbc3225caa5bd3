import CellEngine
import Screen
import Testing

@testable import CellScene

/// A peephole is one-to-one: the drawn wires lead from each unit to the same unit of the gates.
@Suite struct PeepholeFanTests {
  private static let kinds = Examples.kinds.filter { !PeepholeFan.peepholes(of: $0.graph).isEmpty }

  @Test(arguments: kinds, [1, 8, 100])
  func `each wire leads from a unit to the same unit of each gate`(
    _ kind: CellKind, units: Int
  ) throws {
    for (columns, rows) in [(60, 18), (80, 24), (120, 36), (200, 60)] {
      var session = try Examples.session(kind, units: units)
      session.press("3 G $ V")
      let size = Size(columns: columns, rows: rows)
      let canvas = Scene(session, size: size).canvas()
      let area = Rectangle(x: 0, y: 1, columns: columns, rows: rows - 3)
      let fan = PeepholesPanel(session, .english).fan(in: area)
      let boxes = fan.spots.map { spot in
        var box = Diagram.Box(subject: .signal(spot.signal), area: spot.area)
        if let exit = spot.exit { box.exits = [exit] }
        return box
      }
      let reader = WireReader(canvas, boxes: boxes)
      let found = Set(reader.links.map { [$0.source, $0.sink] })
      var expected: Set<[Int]> = []
      for peephole in fan.peepholes {
        for unit in fan.units {
          let ends = [peephole.source, peephole.gate].compactMap { signal in
            fan.spots.firstIndex { $0.signal == signal && $0.unit == unit }
          }
          expected.insert(ends)
        }
      }
      try #require(found == expected, "\(kind) \(size)")
      try #require(reader.looseEnds.isEmpty)
      try #require(fan.units.contains(session.unit))
    }
  }

  @Test func `only the selected unit's wires and weights are lit`() throws {
    var session = try Examples.session(
      .lstm(LSTM(peepholes: Set(LSTM.gates))), units: 100)
    session.press("3 G $ V 9 9 k 4 j")
    #expect(session.unit == 4)
    let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
    let fan = PeepholesPanel(session, .english).fan(
      in: Rectangle(x: 0, y: 1, columns: 80, rows: 21))
    for point in fan.wires.points {
      guard let piece = fan.wires.top(at: point),
        !fan.spots.contains(where: { $0.area.contains(point) })
      else { continue }
      let isLit = canvas[point.x, point.y].style.ink == .peephole
      #expect(isLit == (fan.spots[piece.net].unit == 4))
    }
    let text = canvas.lines.joined(separator: "\n")
    #expect(text.components(separated: "×+").count + text.components(separated: "×−").count == 5)
    #expect(text.contains("not this: 100 × 100 weights"))
    #expect(text.contains("100 of 10000 are there"))
  }

  @Test func `a gate that is held reads no peephole, and it is said`() throws {
    func sums(_ keys: String) throws -> [String] {
      let session = try Shipped.agreement.session(keys: "p 3 G $ V " + keys)
      return Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
        .filter { $0.contains("₈ × c<2>₈ = ") }
    }
    let held = try sums("f 1")
    #expect(held.count == 3 && held.count { $0.hasSuffix("  not read: Γf₈ is held") } == 1)
    #expect(held.count { $0.contains("  into the sum of Γ") } == 2, "\(held)")
    #expect(try sums("").allSatisfy { $0.contains("  into the sum of Γ") })
  }

  @Test func `a cell without peepholes says what to do`() throws {
    var session = try Examples.session()
    session.press("V")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("p switches them on.") })
  }
}

extension String {
  fileprivate func components(separated separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
