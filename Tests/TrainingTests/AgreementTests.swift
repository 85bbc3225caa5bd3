import CellEngine
import Testing
import Training

@Suite struct AgreementTests {
  let grammar = AgreementGrammar()

  @Test func `the verb always agrees with the first noun`() {
    let plurals = Set(grammar.words.nouns.map(\.plural))
    for sentence in drawn(500) {
      let isPlural = plurals.contains(sentence.words[AgreementSentence.nounPlace])
      #expect(sentence.words[sentence.verbPlace] == (isPlural ? "were" : "was"), "\(sentence.text)")
      #expect(sentence.number == (isPlural ? .plural : .singular))
    }
  }

  @Test func `every word of a sentence is in the vocabulary and every word is used`() {
    let vocabulary = grammar.words.vocabulary
    let used = Set(drawn(2_000).flatMap(\.words))
    #expect(used == Set(vocabulary.words))
    #expect((30...40).contains(vocabulary.count))
    #expect(Set(vocabulary.words).count == vocabulary.count, "a word stands twice")
  }

  @Test(arguments: [0] + Array(2...24))
  func `a sentence has as many words between noun and verb as asked for`(gap: Int) {
    var random = SplitMix64(seed: UInt64(gap))
    for _ in 0..<20 {
      let sentence = grammar.sentence(gap: gap, using: &random)
      #expect(sentence.gap == gap)
      #expect(sentence.words[1...].firstIndex { ["was", "were"].contains($0) } == gap + 2)
    }
  }

  @Test func `training sentences keep to the longest gap and are never held out`() {
    var random = SplitMix64(seed: 8)
    for _ in 0..<500 {
      let sentence = grammar.trainingSentence(longestGap: 7, using: &random)
      #expect(sentence.gap <= 7 && !sentence.isHeldOut, "\(sentence.text)")
    }
  }

  @Test func `what stands before a held-out verb never stands before a verb in training`() {
    var random = SplitMix64(seed: 9)
    let training = Set(
      (0..<3_000).map { _ in
        Array(grammar.trainingSentence(longestGap: 12, using: &random).beginning)
      })
    let heldOut = HeldOutSentences(gaps: Array(2...12), count: 40)
    for sentence in heldOut.groups.flatMap(\.sentences) {
      #expect(!training.contains(Array(sentence.beginning)), "\(sentence.text)")
    }
  }

  @Test func `about a quarter of the sentences with a clause is held out`() {
    let withClause = drawn(2_000).filter { $0.gap > 0 }
    let share = Double(withClause.count(where: \.isHeldOut)) / Double(withClause.count)
    #expect((0.2...0.3).contains(share), "\(share)")
  }

  @Test func `held-out sentences of a gap have different words before the verb`() {
    for group in HeldOutSentences(gaps: [2, 3, 5, 20], count: 30).groups {
      #expect(Set(group.sentences.map(\.beginning)).count == group.sentences.count)
      #expect(group.sentences.allSatisfy { $0.isHeldOut && $0.gap == group.gap })
      #expect(!group.sentences.isEmpty)
    }
  }

  @Test(arguments: [
    "the cats which already ate fish were full", "the dog which ate was",
    "the horses which saw the boy and slept were tired .",
  ])
  func `sentences of the lesson can be read`(text: String) throws {
    #expect(try grammar.words.vocabulary.tokens(of: text).count > 4)
  }

  private func drawn(_ count: Int) -> [AgreementSentence] {
    var random = SplitMix64(seed: 7)
    return (0..<count).map { _ in grammar.sentence(using: &random) }
  }
}
