import CellEngine
import Testing

@Suite("Numbers that re-add as shown")
struct RoundedSumTests {
  @Test("Rounded terms re-add to the rounded total, each less than one unit off")
  func readds() throws {
    var draw = Draw(seed: 58)
    for count in 1...40 {
      for decimals in 0...4 {
        let terms = draw.numbers(count).map { $0 * 3 }
        let total = terms.reduce(0, +)
        let sum = try #require(RoundedSum(terms, decimals: decimals))
        #expect(sum.units.reduce(0, +) == sum.totalUnits)
        #expect(sum.total == Figure.rounded(total, decimals))
        let unit = (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
        for (shown, exact) in zip(sum.terms, terms) { #expect(abs(shown - exact) < unit) }
      }
    }
  }

  @Test("Three thirds of one are .34, .33 and .33")
  func thirds() throws {
    let sum = try #require(RoundedSum([1 / 3.0, 1 / 3.0, 1 / 3.0], decimals: 2))
    #expect(sum.units == [34, 33, 33])
    #expect(sum.terms.map { Figure.text($0) } == [".34", ".33", ".33"])
    #expect(Figure.text(sum.total) == "1.00")
  }

  @Test("Terms that need no help keep their nearest number")
  func untouched() {
    #expect(RoundedSum([0.12, -0.5, 1.25], decimals: 2)?.units == [12, -50, 125])
    #expect(RoundedSum([-0.004, 0.004], decimals: 2)?.units.reduce(0, +) == 0)
  }

  @Test("A total that the terms miss is met all the same")
  func givenTotal() {
    #expect(RoundedSum([0.1, 0.2], total: 0.5, decimals: 1)?.units == [2, 3])
    #expect(RoundedSum([0.1, 0.2], total: 0, decimals: 1)?.totalUnits == 0)
  }

  @Test("Numbers that no sum can show are refused")
  func refused() {
    #expect(RoundedSum([.nan], decimals: 2) == nil)
    #expect(RoundedSum([.infinity, 1], decimals: 2) == nil)
    #expect(RoundedSum([1e15], decimals: 2) == nil)
    #expect(RoundedSum([], decimals: 2)?.totalUnits == 0)
  }
}
