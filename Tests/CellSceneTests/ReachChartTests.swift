import CellEngine
import Screen
import Testing

@testable import CellScene

/// The chart of how far the gradient reaches.
@Suite struct ReachChartTests {
  @Test func `every kind of cell has its path in the chart, and all start with one`() throws {
    let session = try Shipped.family(keys: "6 G d d")
    let series = session.reachSeries
    #expect(Set(series.map(\.cell)) == ["LSTM", "GRU", "RNN"])
    for path in series {
      #expect(path.shares.count == session.tokens.count + 1)
      #expect(path.shares[6] == 1, "\(path)")
      #expect(path.shares[7...].allSatisfy { $0 == nil })
    }
  }

  @Test func `the direct path is the product of the forget gates and nothing else`() throws {
    let session = try Shipped.family(keys: "6 G d d")
    let (cell, trace) = (session.run.cell, session.run.trace)
    let direct = try #require(session.reachSeries.first { $0.cell == "LSTM" && !$0.isMain })
    let (forget, memory) = (
      try #require(cell.graph.signal(.forget)), try #require(cell.graph.signal(.memory))
    )
    let slopes = cell.gradient(of: session.objective, in: trace).adjoints[memory, 5]
    var left = Array(slopes)
    func length(_ numbers: [Double]) -> Double {
      numbers.reduce(0) { $0 + $1 * $1 }.squareRoot()
    }
    for time in (0...5).reversed() {
      left = zip(left, trace[forget, time]).map(*)
      let share = try #require(direct.shares[time])
      #expect(abs(share - length(left) / length(Array(slopes))) < 1e-12)
    }
  }

  @Test func `every cell of the chart has the letters of its own kind`() throws {
    let session = try Shipped.family(keys: "v N N Esc 6 G d d")
    #expect(session.convention == .pytorch)
    func paths(_ cell: String) -> [ReachSeries.Path] {
      session.reachSeries.filter { $0.cell == cell }.map(\.path)
    }
    #expect(
      paths("LSTM") == [
        .whole(symbol: "cₜ", bare: "c"), .direct(kept: "fₜ"), .whole(symbol: "hₜ", bare: "h"),
      ])
    #expect(paths("GRU") == [.whole(symbol: "hₜ", bare: "h"), .direct(kept: "(1−zₜ)")])
    #expect(paths("RNN") == [.whole(symbol: "hₜ", bare: "h")])
  }

  @Test(arguments: [(60, 18), (80, 24), (120, 36), (200, 60)])
  func `the chart has a mark for every number below it`(columns: Int, rows: Int) throws {
    let size = Size(columns: columns, rows: rows)
    let session = try Shipped.family(keys: "6 G d d H H")
    let lines = Scene(session, size: size).canvas().lines
    for mark in ["●", "○", "■", "▲", "×", "+"] as [Character] {
      let count = lines.dropFirst().dropLast(2).map { line in line.filter { $0 == mark }.count }
        .reduce(0, +)
      #expect(count >= 4, "\(mark) \(count) at \(size)")
    }
    #expect(lines[rows - 2].hasSuffix("."))
  }

  @Test(arguments: [
    (1.0, "1.00"), (0.31, ".31"), (0.0312, ".031"), (0.00031, "3e−4"), (12.3, "12.3"), (0, "0"),
    (0.00996, ".010"), (9.6e-5, "1e−4"), (123, "123"),
  ])
  func `a number is brief`(number: Double, text: String) {
    #expect(Brief.text(number) == text)
  }
}
