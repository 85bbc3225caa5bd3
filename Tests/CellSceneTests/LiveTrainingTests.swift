import CellEngine
import Screen
import Testing

@testable import CellScene

/// A model that is trained while it is watched.
@Suite struct LiveTrainingTests {
  static let open = ": t r a i n Enter"
  private static let size = Size(columns: 80, rows: 24)

  private static func session(_ keys: String = "") throws -> Session {
    try Shipped.agreement.session(keys: open + " " + keys)
  }

  private static func bits(_ session: Session) throws -> [UInt64] {
    let run = try #require(session.trainedRun)
    return (run.trace.values + run.outputs.joined()).map(\.bitPattern)
  }

  private static func lines(_ session: Session) -> [String] {
    Scene(session, size: size).canvas().lines
  }

  @Test func `the same keys and ticks always give the same screen`() throws {
    func canvas() throws -> Canvas {
      var session = try Self.session("Space 9 Space + a")
      for _ in 0..<7 { session.tick() }
      session.press("h j")
      return Scene(session, size: Self.size).canvas()
    }
    #expect(try canvas() == canvas())
  }

  @Test func `a checkpoint gives back every bit of the model that was there`() throws {
    var session = try Self.session()
    let start = try Self.bits(session)
    session.press("2 0 Space")
    let first = try Self.bits(session)
    session.press("2 5 Space")
    let latest = try Self.bits(session)
    #expect(start != first && first != latest)
    session.press("h h")
    #expect(session.training?.shown == 20)
    #expect(try Self.bits(session) == first)
    session.press("g")
    #expect(try Self.bits(session) == start)
    session.press("9 l")
    #expect(session.training?.shown == 45)
    #expect(try Self.bits(session) == latest)
  }

  @Test(arguments: [
    ("", 0), ("h", 0), ("l", 0), ("2 0 Space h", 0), ("2 1 Space h", 20), ("4 5 Space 2 h", 20),
    ("4 5 Space h l", 45), ("4 5 Space g l", 20), ("4 5 Space 9 9 h", 0), ("4 5 Space h G", 45),
    ("4 5 Space h Space", 46), ("4 5 Space r", 0),
  ])
  func `keys go through the checkpoints and the model as it is now`(keys: String, shown: Int) throws
  {
    let training = try #require(try Self.session(keys).training)
    #expect(training.shown == shown)
  }

  @Test func `going back changes nothing about how it learns`() throws {
    let straight = try Self.session("4 2 Space")
    let back = try Self.session("2 1 Space h 2 0 Space g Space")
    #expect(try Self.bits(straight) == Self.bits(back))
    #expect(straight.training?.losses == back.training?.losses)
  }

  @Test func `a trains and stops, and each tick is a fixed number of updates`() throws {
    var session = try Self.session("a")
    #expect(session.isPlaying)
    #expect(session.ticksPerSecond == 25)
    for _ in 0..<3 { session.tick() }
    #expect(session.training?.count == 3)
    session.press("+ +")
    session.tick()
    #expect(session.training?.count == 7)
    session.press("a")
    session.tick()
    #expect(session.training?.count == 7)
    #expect(session.place == [0, 0], "the sentence is not played")
  }

  @Test func `one update is one update in every sentence`() {
    for phrase in [
      TrainingPhrase.rate(1), .taken(updates: 1),
      .choice(updates: 1, word: "was", share: "3%", isRight: false),
    ].map(Phrase.training) + [
      .notice(.training(.taken(updates: 1))), .notice(.training(.playing(1))),
    ] {
      for text in [Language.english.text(phrase), Language.english.shortText(phrase)] {
        #expect(text.lowercased().contains("1 update") && !text.lowercased().contains("updates"))
      }
    }
  }

  @Test func `it learns the task and stops after the last update`() throws {
    var session = try Self.session("+ + + + a")
    for _ in 0..<60 { session.tick() }
    let training = try #require(session.training)
    #expect(!session.isPlaying && training.isFinished)
    #expect(training.count == LiveTraining.updates)
    #expect(training.losses[799] < training.losses[0] / 2)
    #expect(try #require(training.share) > 0.9)
    #expect(session.notice == .training(.finished))
    session.press("x x Space a")
    #expect(!session.isPlaying && session.training?.count == 800)
    #expect(Self.lines(session).contains { $0.hasPrefix("   were ") })
    session.press("h l")
    let said = try #require(Self.lines(session).first { $0.hasPrefix("▸ After 800 updates") })
    #expect(said.contains("“were”") && said.hasSuffix(": right."))
  }

  @Test func `one key does a limited number of updates`() throws {
    #expect(try Self.session("9 9 9 9 9 Space").training?.count == Session.mostUpdates)
  }

  @Test(arguments: ["Esc", "q"])
  func `leaving keeps the training and the experiment`(key: String) throws {
    var session = try Self.session("5 Space " + key)
    #expect(session.view == .cell)
    #expect(session.experiment == session.beginning && session.history.past.isEmpty)
    session.press(Self.open)
    #expect(session.view == .training && session.training?.count == 5)
  }

  @Test func `another cell is trained anew`() throws {
    var session = try Shipped.family(keys: Self.open + " 5 Space Esc C")
    #expect(session.view == .cell)
    session.press(Self.open)
    #expect(session.training?.count == 0)
    #expect(session.training?.kind == session.run.kind)
  }

  @Test func `words that the task does not have are refused`() throws {
    let model = SequenceModel(
      name: "other", kind: .lecture, units: 2, vocabulary: Vocabulary(["xyzzy"]))
    var session = Session(model: model, tokens: [0])
    session.press(Self.open)
    #expect(session.view == .cell)
    #expect(session.notice == .training(.otherWords(choices: ["was", "were"])))
  }

  @Test func `the screen shows the numbers of the shown update`() throws {
    let session = try Self.session("2 0 Space")
    let run = try #require(session.trainedRun)
    let memory = try #require(run.cell.graph.states.first { $0.role == .memory }).next
    let row = try #require(Self.lines(session).first { $0.hasPrefix(" c ") })
    for time in session.tokens.indices {
      let value = run.trace[memory, time, session.unit]
      #expect(row.contains(Figure.label(value, sign: .always)))
    }
    let training = try #require(session.training)
    #expect(Self.lines(session)[3].hasSuffix(" \(Figure.label(training.losses[19])) ─"))
  }
}
