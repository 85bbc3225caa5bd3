import CellEngine
import Testing
import Training

@Suite("A model learns a text character by character")
struct TextTrainerTests {
  private let text = CharacterText(String(repeating: "one two\nthree ", count: 120))
  private let recipe = TextRecipe(
    name: "small", units: 8, steps: 60, window: 10, streams: 4, rate: 0.03, finalRate: 0.01)

  @Test("Spaces and line ends become visible words, rare characters one word")
  func words() {
    let text = CharacterText(String(repeating: "ab c\n", count: 30) + "Q")
    #expect(text.vocabulary.words == ["a", "b", "c", "⏎", "␣", "�"])
    #expect(text.tokens.prefix(5) == [0, 1, 4, 2, 3])
    #expect(text.tokens.last == 5)
  }

  @Test("A vocabulary of characters reads a text letter by letter")
  func letters() throws {
    #expect(try text.vocabulary.tokens(of: "two\n").count == 4)
    #expect(
      try text.vocabulary.tokens(of: " Z")
        == ["␣", "�"].map { try #require(text.vocabulary.index(of: $0)) })
    #expect(throws: UnknownWord.self) { try Vocabulary(["a", "␣"]).tokens(of: "b") }
  }

  @Test("Every word stands for the character it came from")
  func roundTrip() {
    for character in Array(" \n\tx�") {
      let word = CharacterWords.word(for: character)
      #expect(CharacterWords.text(of: word) == String(character))
    }
  }

  @Test("Training makes the text likelier, also the part it never sees")
  func learning() {
    var trainer = TextTrainer(recipe: recipe, text: text)
    let before = trainer.heldOutBits()
    while !trainer.isFinished { trainer.step() }
    #expect(trainer.heldOutBits() < before / 2)
    #expect(trainer.stepCount == 60)
  }

  @Test("A copy goes on exactly as the original does")
  func value() {
    var original = TextTrainer(recipe: recipe, text: text)
    for _ in 0..<5 { original.step() }
    var copy = original
    for _ in 0..<20 { copy.step() }
    for _ in 0..<20 { original.step() }
    #expect(copy.recentLoss == original.recentLoss)
    #expect(copy.model.flatParameters == original.model.flatParameters)
  }

  @Test("The snapshot predicts what the trainer measures")
  func snapshot() {
    var trainer = TextTrainer(recipe: recipe, text: text)
    for _ in 0..<30 { trainer.step() }
    // One long stream: the model as it is shown, in double precision, over the part never seen.
    let tokens = text.heldOut.map { Int($0) }
    var gradient = ModelGradient(for: trainer.model)
    gradient.add(tokens, model: trainer.model)
    let bits = gradient.meanLoss / 0.693147
    #expect(abs(bits - trainer.heldOutBits()) < 0.2 * bits + 0.1)
  }

  @Test("A measured model says how it was made and what it can do")
  func recipeOfModel() throws {
    var trainer = TextTrainer(recipe: recipe, text: text)
    trainer.step()
    let model = trainer.measuredModel()
    #expect(model.recipe["steps"] == "1")
    #expect(model.recipe["window"] == "10")
    let bits = try #require(model.recipe["held_out.bits_per_character"].flatMap { Double($0) })
    #expect(bits > 0 && bits < 5)
  }
}
