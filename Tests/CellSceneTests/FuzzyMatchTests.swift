import Testing
import Training

@testable import CellScene

/// A few typed letters find a text.
@Suite struct FuzzyMatchTests {
  private static func score(_ query: String, _ text: String) -> Int? {
    FuzzyMatch(query, in: text)?.score
  }

  @Test(arguments: [
    ("nw", "next word", [0, 5]), ("word", "next word", [5, 6, 7, 8]),
    ("NXT", "next word", [0, 2, 3]),
    ("f a", "forget alone", [0, 7]), ("aa", "a banana at", [0, 9]), ("", "anything", []),
  ])
  func `letters stand where they fit best`(query: String, text: String, places: [Int]) throws {
    #expect(try #require(FuzzyMatch(query, in: text)).places == places)
  }

  @Test(arguments: [("wn", "next word"), ("x", ""), ("long query", "short"), ("zz", "z")])
  func `a letter that is missing or out of order does not match`(query: String, text: String) {
    #expect(FuzzyMatch(query, in: text) == nil)
  }

  @Test(arguments: [
    ("nw", "next word", false), ("NXT", "next word", false), ("line", "timeline", false),
    ("", "anything", false), ("配色", "下一個配色", false), ("li", "timeline", true),
    ("foo", "forget alone", true), ("xt wo", "next word", true), ("nxw", "next word", false),
  ])
  func `letters inside of a word whose start was not typed are there by chance`(
    query: String, text: String, isScattered: Bool
  ) throws {
    #expect(try #require(FuzzyMatch(query, in: text)).isScattered == isScattered)
  }

  @Test(arguments: [
    ("unit", "unit back", "undo everything, it"), ("play", "play faster", "peephole alone, y"),
    ("nm", "next match", "anemone"), ("tim", "timeline", "at first time"),
    ("wo", "word back", "two"),
  ])
  func `a start of a word and letters side by side are better`(
    query: String, better: String, worse: String
  ) {
    let (first, second) = (Self.score(query, better), Self.score(query, worse))
    #expect(first != nil && (first ?? 0) > (second ?? 0), "\(String(describing: (first, second)))")
  }

  @Test func `the best of all ways is found, as by trying them all`() throws {
    var random = SplitMix64(seed: 3)
    let letters = Array("ab -")
    for _ in 0..<400 {
      let text = String((0..<8).map { _ in letters[Int.random(in: 0..<4, using: &random)] })
      let query = String((0..<3).map { _ in letters[Int.random(in: 0..<2, using: &random)] })
      #expect(Self.score(query, text) == Self.bestByTrying(query, text), "\(query) in “\(text)”")
    }
  }

  /// The best score among all ways to choose the letters.
  private static func bestByTrying(_ query: String, _ text: String) -> Int? {
    let (wanted, found) = (Array(query), Array(text))
    func best(_ number: Int, after last: Int?) -> Int? {
      guard number < wanted.count else { return 0 }
      let starts = (last ?? -1) + 1
      return (starts..<max(starts, found.count)).compactMap { place -> Int? in
        guard found[place] == wanted[number], let rest = best(number + 1, after: place) else {
          return nil
        }
        let isStart = place == 0 || !(found[place - 1].isLetter || found[place - 1].isNumber)
        let gap = last.map { place == $0 + 1 ? -10 : place - $0 - 1 } ?? min(place, 8)
        return 16 + (isStart ? 12 : 0) - gap + rest
      }.max()
    }
    return best(0, after: nil)
  }

  @Test func `every match is its letters in order`() throws {
    let texts = KeyMap.standard.bindings.map { Language.english.text(.command($0.command)) }
    var found = 0
    for text in texts {
      for query in ["e", "st", "next", "un", "a t"] {
        guard let match = FuzzyMatch(query, in: text) else { continue }
        let letters = Array(text)
        #expect(
          match.places == match.places.sorted() && Set(match.places).count == match.places.count)
        #expect(String(match.places.map { letters[$0] }).lowercased() == query.filter { $0 != " " })
        found += 1
      }
    }
    #expect(found > 50)
  }
}
