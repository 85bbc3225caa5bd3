import CellEngine
import Screen
import Testing

@testable import CellScene

/// A model that is taken over from its training into the cell.
@Suite struct TakenModelTests {
  private static let train = LiveTrainingTests.open + " 4 0 Space"

  private static func header(_ session: Session) -> String {
    Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines[0]
  }

  @Test(arguments: ["", "h ", "g "])
  func `the cell runs with every bit of the weights that were shown`(keys: String) throws {
    var session = try Shipped.family(keys: Self.train + " " + keys)
    let shown = try #require(session.training?.shown)
    let trained = try #require(session.trainedRun)
    session.press("Enter")
    #expect(session.view == .cell)
    #expect(session.run.trace.values == trained.trace.values)
    #expect(session.run.outputs == trained.outputs)
    #expect(session.takenUpdates == shown)
    #expect(session.notice == .training(.taken(updates: shown)))
    #expect(Self.header(session).contains("AFTER \(shown) UPDATES"))
  }

  @Test(arguments: ["z", "r"])
  func `undo and reset give back the model that was there, redo the taken one`(
    key: String
  ) throws {
    let before = try Shipped.family(keys: "3 G")
    var session = before
    session.press(Self.train + " Enter")
    let taken = session.run.trace.values
    session.press(key)
    #expect(session.experiment == before.experiment)
    #expect(session.run.trace.values == before.run.trace.values)
    #expect(!Self.header(session).contains("UPDATES"))
    session.press(key == "z" ? "Z" : "z")
    #expect(session.run.trace.values == taken)
  }

  @Test func `a checkpoint that is taken twice is one model`() throws {
    var session = try Shipped.family(keys: Self.train + " Enter z " + LiveTrainingTests.open)
    session.press("Enter")
    #expect(session.models.count == session.givenCount + 1)
    session.press(LiveTrainingTests.open + " Space Enter")
    #expect(session.models.count == session.givenCount + 2)
  }

  @Test func `it is compared with the shipped models, the same cell first`() throws {
    let session = try Shipped.family(keys: Self.train + " Enter M")
    #expect(session.rivals.prefix(3) == [.model(0), .model(1), .model(2)])
    #expect(session.comparison?.experiment.model == 0)
    let shipped = try Shipped.family(keys: Self.train + " Enter z")
    #expect(!shipped.rivals.contains(.model(3)))
  }

  @Test func `the next cell after it is the one that follows in turn`() throws {
    let session = try Shipped.family(keys: Self.train + " Enter C")
    #expect(session.experiment.model == 1 && session.takenUpdates == nil)
  }

  @Test func `what would be lost is asked about`() throws {
    var session = try Shipped.family(keys: Self.train + " Enter")
    #expect(session.press("q") == .show)
    #expect(session.notice == .quitAgain)
    #expect(session.press("q") == .quit)
  }

  @Test(arguments: Shipped.others)
  func `other cells are trained and taken the same way`(_ shipped: Shipped) throws {
    var session = try shipped.session(keys: LiveTrainingTests.open + " 2 Space")
    let trained = try #require(session.trainedRun)
    session.press("Enter")
    #expect(session.run.trace.values == trained.trace.values)
    #expect(Self.header(session).contains("AFTER 2 UPDATES"))
  }

  @Test func `a model is chosen by its name, and C goes through the cells, one model of each`()
    throws
  {
    let models = try [Shipped.agreement, .gru, .rnn].map { try $0.model() }
    var session = Session(
      model: models[0], others: Array(models.dropFirst()), named: [try Shipped.hundred.model()],
      tokens: try models[0].vocabulary.tokens(of: Shipped.sentences[0]))
    session.press("C C C")
    #expect(session.experiment.model == 0)
    session.press(": m o d e l Space 1 0 0 Enter")
    #expect(session.model.name == "agreement-100" && session.run.cell.unitCount == 100)
    #expect(session.rivals.prefix(3) == [.model(0), .model(1), .model(2)])
    session.press("C")
    #expect(session.experiment.model == 1)
    session.press("z z")
    #expect(session.experiment == session.beginning)
  }
}
