import Testing
import Training

@testable import CellScene

/// Which words of an edited sentence are those of the original.
@Suite struct AlignmentTests {
  @Test(
    arguments: [
      ([1, 2, 3], [1, 2, 3], [0, 1, 2]), ([1, 9, 3], [1, 2, 3], [0, 1, 2]),
      ([1, 9, 2, 3], [1, 2, 3], [0, nil, 1, 2]), ([1, 3], [1, 2, 3], [0, 2]),
      ([9, 1, 2], [1, 2], [nil, 0, 1]), ([1, 2, 9], [1, 2], [0, 1, nil]), ([2], [1, 2], [1]),
      ([5, 1, 2, 6], [1, 2, 7], [nil, 0, 1, 2]), ([1, 1, 1], [1, 1], [0, 1, nil]),
      ([8, 9], [], [nil, nil]), ([], [1], []), ([7, 8], [1], [nil, 0]),
    ] as [([Int], [Int], [Int?])])
  func `words keep their places around what was put in, taken out or replaced`(
    here: [Int], there: [Int], places: [Int?]
  ) {
    #expect(Alignment.places(of: here, in: there) == places)
  }

  @Test(arguments: [2000, 16_000])
  func `two distant edits of a long text leave all other words where they were`(count: Int) {
    let there = (0..<count).map { $0 % 97 }
    var here = there
    here.insert(500, at: 40)
    here.remove(at: count - 40)
    let places = Alignment.places(of: here, in: there)
    #expect(
      places
        == (0..<40).map { $0 } + [nil] + (40..<count - 41).map { $0 }
        + (count - 40..<count).map { $0 })
    #expect(Alignment.moves(places, from: count)[41] == 42)
  }

  @Test func `what stood at a word goes with it, and to the next one when it is gone`() {
    #expect(Alignment.moves([0, 2], from: 3) == [0, 1, 1])
    #expect(Alignment.moves([0, 1], from: 4) == [0, 1, 1, 1])
    #expect(Alignment.moves([nil, 0, nil, 1], from: 2) == [1, 3])
  }

  @Test func `places only grow, and the changes are the fewest, whatever the sentences`() {
    var random = SplitMix64(seed: 11)
    for _ in 0..<2000 {
      let draw = { (count: Int) in
        (0..<count).map { _ in Int.random(in: 0..<4, using: &random) }
      }
      let (here, there) = (draw(Int.random(in: 0..<8, using: &random)), draw(6))
      let places = Alignment.places(of: here, in: there)
      let found = places.compactMap { $0 }
      #expect(places.count == here.count)
      #expect(found == found.sorted() && Set(found).count == found.count)
      #expect(found.allSatisfy(there.indices.contains))
      let replaced = zip(here, places).count { word, place in place.map { there[$0] } != word }
      let changes = replaced + there.count - found.count
      #expect(changes == Self.distance(here[...], there[...]), "\(here) \(there)")
    }
  }

  /// The fewest words to put in, take out or replace, found by trying everything.
  private static func distance(_ here: ArraySlice<Int>, _ there: ArraySlice<Int>) -> Int {
    guard let word = here.first, let other = there.first else { return here.count + there.count }
    let (rest, others) = (here.dropFirst(), there.dropFirst())
    if word == other { return distance(rest, others) }
    return 1 + min(distance(rest, others), distance(rest, there), distance(here, others))
  }
}
