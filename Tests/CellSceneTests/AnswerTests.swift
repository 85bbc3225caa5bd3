import CellEngine
import Screen
import Testing

@testable import CellScene

/// What the program answers where a key or a line cannot do what it says.
@Suite struct AnswerTests {
  /// The text of the screen after some keys.
  private func screen(
    _ keys: String, _ kind: CellKind? = nil, _ size: Size = Size(columns: 80, rows: 24)
  ) throws -> String {
    var session = try kind.map { try Examples.session($0) } ?? Shipped.agreement.session(keys: "")
    session.press(keys)
    return Scene(session, size: size).canvas().lines.joined(separator: "\n")
  }

  @Test(arguments: ["w", "p", "F", "e", "f", "u", "o", "v", "C", "z"])
  func `a key for the cell leaves the training alone and says where it acts`(key: String) throws {
    var session = try Shipped.agreement.session(keys: ": t r a i n Enter 2 Space")
    let (experiment, updates) = (session.experiment, session.training?.count)
    session.press(key)
    #expect(session.notice == .training(.cellUnseen))
    #expect(session.view == .training && session.popup == nil)
    #expect(session.experiment == experiment && session.training?.count == updates)
  }

  @Test func `the help of the training lists no key for the cell`() {
    let listed = KeyMap.standard.active(in: .training).map(\.command)
    #expect(!listed.contains(.toggleAllPeepholes))
    #expect(listed.allSatisfy { !$0.concernsCell })
    #expect(listed.contains(.training(.take)) && listed.contains(.nextUnit))
  }

  @Test(arguments: [CellKind.gru(GRU()), .rnn(RNN())], ["p", "F", "U", "O"])
  func `a cell without peepholes says so and stays as it is`(kind: CellKind, key: String) throws {
    var session = try Examples.session(kind)
    let experiment = session.experiment
    session.press(key)
    #expect(session.experiment == experiment)
    let text = try screen(key, kind)
    #expect(text.contains("has no"), "\(text)")
  }

  @Test func `a switch that is refused says why in the edge of the pop-up`() throws {
    let text = try screen("p v 5")
    #expect(text.contains("╰─ Switch the forget gate’s peephole off first."))
    #expect(text.contains("│▸5"))
    let untrained = try screen("v 4")
    #expect(untrained.contains("╰─ Γr is on now; Wr is all 0: the model was trained without."))
    let narrow = try screen("v 4", nil, Size(columns: 60, rows: 18))
    #expect(narrow.contains("╰─ Γr is on now; Wr all 0."))
  }

  @Test func `only what is equal to the last bit is shown as equal`() throws {
    var session = try Shipped.agreement.session(keys: "f v . 3 Enter Esc 2 G 6 Space")
    let memory = session.shownMemory.signal
    #expect(session.distance(memory, at: 1, unit: 7) == .unseen)
    let text = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let row = try #require(text.first { $0.hasPrefix("Δc") })
    #expect(row.split(separator: " ").dropFirst().map(String.init) == ["=", "≈"])
    session.press("z")
    #expect(session.fork == nil)
  }

  @Test func `a word that is put in has new numbers`() throws {
    let text = try screen("5 G $ e 2 n e v e r Enter")
    #expect(text.contains("“never” is put in; the numbers are new."))
  }

  @Test func `a search takes words that contain what the text does not have itself`() throws {
    var session = try Shipped.agreement.session(keys: "/ c a t Enter")
    #expect(session.words[session.time] == "cats")
    session.press("/ x y z Enter")
    #expect(session.notice == .find(.notFound("xyz", nearest: nil)))
    session.press("/ f i x h Enter")
    #expect(session.notice == .find(.notFound("fixh", nearest: "fish")))
  }

  @Test func `a look at the gradient leaves the cell where it was`() throws {
    let before = try Shipped.agreement.session(keys: "3 G 4 Space")
    for keys in ["d Esc", "d d d", "d d Esc", "d H Esc", "d 9 Space d d", "d g d G Esc"] {
      var session = before
      session.press(keys)
      #expect(session.view == .cell && session.place == before.place, "\(keys)")
    }
  }

  @Test func `a mistyped model is answered with a model`() throws {
    let text = try screen(": m o d e l Space f o o Enter")
    #expect(text.contains("did you mean “model agreement"))
  }

  @Test(arguments: KeyMap.standard.bindings.filter { $0.context == .cell }.flatMap(\.keys))
  func `the linear answer to a key has no drawing`(key: Key) throws {
    var session = try Shipped.agreement.session(keys: "3 G 5 Space")
    session.handle(key)
    let drawn = LinearTelling().answer(session).unicodeScalars.filter {
      (0x2500...0x259F).contains($0.value)
    }
    #expect(drawn.isEmpty)
  }
}
