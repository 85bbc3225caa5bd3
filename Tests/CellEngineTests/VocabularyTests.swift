import CellEngine
import Testing

@Suite("The words a model knows")
struct VocabularyTests {
  private let vocabulary = Vocabulary(["the", "cat", "cats", "was", "were", "Paris"])

  @Test("A sentence becomes the places of its words")
  func tokens() throws {
    #expect(try vocabulary.tokens(of: "the cats were") == [0, 2, 4])
    #expect(try vocabulary.tokens(of: "  the\tcats \n were ") == [0, 2, 4])
    #expect(try vocabulary.tokens(of: "") == [])
  }

  @Test("Upper and lower case are alike, in the sentence and in the vocabulary")
  func letterCase() throws {
    #expect(try vocabulary.tokens(of: "THE Cat") == [0, 1])
    #expect(try vocabulary.tokens(of: "Paris paris PARIS") == [5, 5, 5])
  }

  @Test("A word that is known as it is written comes first")
  func exactCase() throws {
    #expect(try Vocabulary(["May", "may"]).tokens(of: "may May MAY") == [1, 0, 0])
  }

  @Test("An unknown word is named with the nearest known ones")
  func unknown() {
    let error = #expect(throws: UnknownWord.self) { try vocabulary.tokens(of: "the Catz was") }
    #expect(error?.word == "Catz")
    #expect(error?.nearest == ["cat", "cats", "was"])
    #expect(
      error?.description
        == "The model does not know the word “Catz”; "
        + "the nearest words it knows are “cat”, “cats”, “was”.")
  }

  @Test("The nearest words come first, equal ones in the order of the alphabet")
  func nearest() {
    #expect(vocabulary.nearest(to: "wer", count: 2) == ["were", "was"])
    #expect(vocabulary.nearest(to: "ths", count: 1) == ["the"])
    #expect(vocabulary.nearest(to: "pariz", count: 1) == ["Paris"])
    #expect(vocabulary.nearest(to: "was", count: 99).count == 6)
    #expect(vocabulary.nearest(to: String(repeating: "z", count: 100_000)).count == 3)
  }

  @Test("A word's input is 1 at its place")
  func oneHot() {
    #expect(vocabulary.oneHot(2) == [0, 0, 1, 0, 0, 0])
    #expect(vocabulary.index(of: "were") == 4)
    #expect(vocabulary.index(of: "paris") == nil)
  }

  @Test("A word that stands twice keeps its first place")
  func twice() { #expect(Vocabulary(["a", "b", "a"]).index(of: "a") == 0) }
}
