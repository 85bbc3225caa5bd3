import CellEngine
import Testing

@Suite("What units do over a stretch and elsewhere")
struct UnitStatisticsTests {
  /// Three units over four steps: the second is on at steps 1 and 2, the third is below zero there.
  static let trace: Trace = {
    var trace = Trace(layout: Layout(counts: [3]), steps: 4)
    let values: [[Double]] = [
      [0.5, 0, 0.1], [0.5, 0.8, -0.9], [0.5, 0.6, -0.7], [0.5, 0.1, 0.2],
    ]
    for (step, row) in values.enumerated() { trace[SignalID(0), step] = row[...] }
    return trace
  }()

  @Test("The mean magnitude does not see signs")
  func magnitudes() {
    let means = Self.trace.meanMagnitudes(of: SignalID(0), over: 0..<4)
    #expect(zip(means, [0.5, 0.375, 0.475]).allSatisfy { ($0 - $1).magnitude < 1e-12 })
    #expect(Self.trace.meanMagnitudes(of: SignalID(0), over: 2..<2) == [0, 0, 0])
  }

  @Test("The unit that stands farthest apart comes first, with the sign of the difference")
  func contrasts() throws {
    let found = try #require(
      Self.trace.contrasts(of: SignalID(0), inside: 1..<3, among: 0..<4))
    #expect(found.map(\.unit) == [2, 1, 0])
    #expect((found[0].inside + 0.8).magnitude < 1e-12)
    #expect((found[0].outside - 0.15).magnitude < 1e-12)
    #expect((found[0].difference + 0.95).magnitude < 1e-12)
    #expect((found[1].difference - 0.65).magnitude < 1e-12)
    #expect(found[2].difference == 0)
  }

  @Test("Steps that do not count are in neither mean")
  func counting() throws {
    let found = try #require(
      Self.trace.contrasts(of: SignalID(0), inside: 1..<4, among: 0..<2))
    #expect(found.first { $0.unit == 1 }?.inside == 0.8)
    #expect(found.first { $0.unit == 1 }?.outside == 0)
  }

  @Test("Without steps inside or outside there is nothing to compare", arguments: [0..<4, 3..<4])
  func nothing(stretch: Range<Int>) {
    #expect(
      Self.trace.contrasts(
        of: SignalID(0), inside: stretch, among: stretch.count > 1 ? 0..<4 : 0..<3)
        == nil)
  }
}
