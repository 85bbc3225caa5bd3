import CellEngine
import Screen
import Testing

@testable import CellScene

/// Every change can be taken back, bit for bit.
@Suite struct UndoTests {
  @Test func `what quitting would lose is not lost yet`() {
    let text = Language.english.text(.notice(.quitAgain))
    #expect(text == "Your changes would be lost; press q once more to quit.")
  }

  @Test(arguments: ["p", "F", "U", "O", "v 1 Esc", "v 2 Esc", "p F v 2 1 Esc"])
  func `undo gives every number and the place back, redo the change`(keys: String) throws {
    for model in Shipped.lstms {
      var session = try model.session(keys: "5 G 6 Space")
      let before = session.state
      session.press(keys)
      let after = session.state
      let changes = session.history.past.count
      #expect(changes > 0)
      for _ in 0..<changes { session.press("z") }
      #expect(session.state.lasting == before.lasting)
      for _ in 0..<changes { session.press("Z") }
      #expect(session.state.lasting == after.lasting)
    }
  }

  @Test func `after a walk through the same words undo and redo stay there`() throws {
    var session = try Examples.session()
    session.press("3 G 4 Space j p G g 0 6 Space k z")
    #expect(session.run.kind == .lecture)
    #expect(session.place == [0, 6] && session.unit == 2)
    session.press("L")
    let place = session.place
    session.press("Z")
    #expect(place[0] == 1 && session.place == place && session.unit == 2)
    #expect(session.run.kind != .lecture)
    session.press("$ v 7 Esc G 0 z")
    #expect(session.place == [session.lastTime, 0])
  }

  @Test func `with other words undo goes to where the change was made`() throws {
    var session = try Examples.session()
    session.press("3 G 4 Space e 2 a t e Enter G z")
    #expect(session.place == [2, 4])
    #expect(session.experiment == session.beginning)
  }

  @Test func `a new change ends what could be made again`() throws {
    var session = try Examples.session()
    session.press("F z U C-r")
    #expect(session.notice == .nothingToRedo)
    #expect(session.run.kind == .lstm(LSTM(peepholes: [.update])))
  }

  @Test func `r takes all back, and z takes that back`() throws {
    var session = try Examples.session()
    session.press("F U v 2 Esc")
    let changed = session.run.kind
    session.press("r")
    #expect(session.experiment == session.beginning)
    session.press("z")
    #expect(session.run.kind == changed)
  }

  @Test(
    arguments: [
      ("z", .nothingToUndo), ("Z", .nothingToRedo), ("r", .nothingToUndo), ("C", .onlyOneModel),
    ] as [(String, Notice)])
  func `what cannot be taken back is said`(key: String, notice: Notice) throws {
    var session = try Examples.session()
    session.press(key)
    #expect(session.notice == notice)
  }

  @Test func `C goes round the models, and undo goes back`() throws {
    let models = try Shipped.allCases.map { try $0.model() }
    let tokens = try models[0].vocabulary.tokens(of: Shipped.sentences[0])
    var session = Session(model: models[0], others: [models[1]], tokens: tokens)
    session.press("5 G C")
    #expect(session.model.name == models[1].name)
    #expect(session.run.kind == models[1].kind)
    #expect(session.time == 4)
    session.press("C")
    #expect(session.model.name == models[0].name)
    session.press("z")
    #expect(session.model.name == models[1].name)
  }

  @Test func `a micro-step that a cell does not have comes back with one that has it`() throws {
    var session = try Shipped.family(keys: "3 G 5 Space C C C")
    #expect(session.model.name == "agreement" && session.place == [2, 5])
    session.press("C C L H C")
    #expect(session.place != [2, 5], "somebody has gone elsewhere meanwhile")
    var switched = try Shipped.agreement.session(keys: "3 G 1 Space v 7")
    #expect(switched.place == [2, 0])
    switched.press("7 Esc")
    #expect(switched.place == [2, 1])
  }

  @Test(arguments: [
    "3 G f 0 C", "3 G $ e 5 1 Enter C", "3 G f 0 : m o d e l Space a g r e e m e n t - r n n Enter",
  ])
  func `edits that stay behind with their model are spoken of`(keys: String) throws {
    let session = try Shipped.family(keys: keys)
    #expect(session.notice == .editsLeft(session.model.name, cell: session.run.cell.graph.name))
    #expect(session.experiment.edits.isEmpty)
  }

  @Test func `who asks for what is there already is told so, and stays`() throws {
    var session = try Shipped.family(keys: "j")
    let first = session.state
    session.press(": m o d e l Space a g r e e m e n t Enter")
    #expect(session.notice == .edit(.unchanged))
    #expect(session.state.lasting == first.lasting)
    let entry = try #require(session.namedCells.last)
    session.take(entry)
    session.press("j")
    let taken = session.state
    session.take(entry)
    #expect(session.notice == .edit(.unchanged))
    #expect(session.state.lasting == taken.lasting)
  }

  @Test func `an edit does not run the cell without it again`() throws {
    var session = try Examples.session()
    let first = session.run.trace.values
    session.press("2 G e 1 d o g Enter $ e 7 3 Enter")
    let original = try #require(session.original)
    let isShared = first.withUnsafeBufferPointer { one in
      original.trace.values.withUnsafeBufferPointer { one.baseAddress == $0.baseAddress }
    }
    #expect(isShared)
  }

  @Test(arguments: ["r", "z"])
  func `numbers of another model are not told from those before`(key: String) throws {
    let models = [Examples.model(units: 3), Examples.model(units: 9)]
    var session = Session(model: models[0], others: [models[1]], tokens: [1, 2])
    session.press("C 9 j G $ \(key)")
    #expect(session.model.cell.unitCount == 3 && session.before == nil)
    #expect(session.notice == .modelChanged("example", cell: "LSTM"))
    #expect(Scene(session, size: Size(columns: 80, rows: 24)).canvas().size.rows == 24)
  }

  @Test func `edited numbers are in the run and leave the rest alone`() throws {
    var session = try Examples.session()
    let old = session.run
    session.change {
      $0.edits.numbers = [
        .initial(.memory, unit: 2): 0.5, .input(step: 3, column: 1): 0.25,
        .weight(parameter: "forget.bias", offset: 1): 3,
      ]
    }
    let graph = session.run.cell.graph
    let memory = try #require(graph.previous(.memory))
    #expect(session.run.trace[memory, 0, 2] == 0.5)
    #expect(session.run.trace[memory, 0, 1] == 0)
    #expect(session.run.trace[graph.signals[0], 3, 1] == 0.25)
    let bias = try #require(session.run.cell.parameter(named: "forget.bias"))
    #expect(session.run.cell[bias].dropFirst().first == 3)
    #expect(session.original?.trace == old.trace)
    #expect(session.isWhatIf)
  }

  @Test func `quitting with edits asks once`() throws {
    var session = try Examples.session()
    session.change { $0.edits.numbers = [.initial(.memory, unit: 2): 0.5] }
    #expect(session.press("q") == .show)
    #expect(session.notice == .quitAgain)
    #expect(session.press("q") == .quit)
    session.press("Space")
    #expect(session.press("q") == .show)
    #expect(session.press("Q") == .quit)
  }
}

/// A line is typed and done.
@Suite struct PromptTests {
  @Test(arguments: [
    (": 5 Enter", 4), (": 9 9 Enter", 7), (": 1 2 Backspace Enter", 0), (": 5 Esc", 0),
    (": Enter", 0), (": 3 Backspace Backspace Space", 0), ("C-p 3 Enter", 2),
  ])
  func `the number of a word goes there`(keys: String, time: Int) throws {
    var session = try Examples.session()
    session.press(keys)
    #expect(session.time == time)
    #expect(session.popup == nil)
  }

  @Test(arguments: ["0", "- 1", "9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9", "z z q"])
  func `what is no command is said`(line: String) throws {
    var session = try Examples.session()
    session.press(": \(line) Enter")
    #expect(session.notice == .commandUnknown(line.filter { $0 != " " }, nearest: nil))
  }

  @Test func `keys are characters there`() throws {
    var session = try Examples.session()
    session.press(": q Space L z")
    #expect(session.popup == .prompt(Prompt(.command, text: "q Lz")))
    #expect(session.time == 0)
  }
}
