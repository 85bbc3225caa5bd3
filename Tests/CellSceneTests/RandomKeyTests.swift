import CellEngine
import Foundation
import Screen
import Testing
import Training

@testable import CellScene

/// Whatever is pressed in whatever order, the session holds together, can be drawn and can be undone.
///
/// `RANDOM_KEYS=1000000 swift test -c release --filter RandomKeyTests` presses a million keys, and with
/// `RANDOM_SEED=13` before it a million others: the fourteen sessions' seeds then begin at 13.
@Suite struct RandomKeyTests {
  private static let firstSeed = max(1, environment("RANDOM_SEED") ?? 1)
  private static let seeds = firstSeed..<firstSeed + 14
  private static let keysPerSeed = max(1, (environment("RANDOM_KEYS") ?? 100_000) / seeds.count)

  private static func environment(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
  }

  /// Keys in an order that chance alone would seldom find.
  private static let phrases = [
    "e 1 c a t Enter", "e 1 d o g s Enter", "e 2 f i s h Enter", "e 2 a t e Enter", "e 3", "e 3",
    "e 4 . 5 Enter", "e 5 − 2 Enter", "e 6 1 e 3 0 8 Enter", "e 7 3 Enter", "e 8 . 5 Enter",
    "e 9 1 Enter", "e 0 − 1 Enter", "c M m", "z z", "Z", "C", ": t r a i n Enter",
    ": t r a i n Enter 2 5 Space h", ": t r a i n Enter 2 Space Enter", "$ e k Enter . 5 Enter",
    "$ e k k Enter − 1 Enter", "6 G d i j j j k", ": f u l l Space g a t e Enter",
    "s t h e Space c a t Space a t e Enter", "s d o g Enter", "S Enter Space Space",
    "S j Enter Space",
    "S k Enter Space Space Space",
  ]

  @Test(arguments: seeds)
  func `no order of keys breaks anything, and undo gives back every bit`(seed: Int) async throws {
    var random = SplitMix64(seed: UInt64(seed))
    var session = try Self.session(seed)
    let listed = session.keyMap.bindings.flatMap(\.keys)
    var waiting: [Key] = []
    for number in 0..<Self.keysPerSeed {
      if number % 100 == 0 { await Task.yield() }
      if waiting.isEmpty, Int.random(in: 0..<20, using: &random) == 0 {
        let phrase = try #require(Self.phrases.randomElement(using: &random))
        waiting = phrase.split(separator: " ").compactMap { Key(named: $0) }
      }
      let all = Bool.random(using: &random) ? listed : KeyMapTests.allKeys
      let drawn = try #require(all.randomElement(using: &random))
      let key = waiting.isEmpty ? drawn : waiting.removeFirst()
      let before = session
      if session.handle(key) == .measure {
        session.record(secondsPerStep: [1e-6, Double(number)])
      }
      let fault =
        Self.fault(in: session) ?? Self.visitFault(from: before, to: session)
        ?? Self.undoFault(from: before, to: session)
      if let fault {
        Issue.record("\(fault) after \(number + 1) keys of seed \(seed), the last \(key.name)")
        return
      }
      if Int.random(in: 0..<4, using: &random) == 0 { session.tick() }
      guard number % 20 == 0 else { continue }
      let size = Size(
        columns: .random(in: 1...220, using: &random), rows: .random(in: 1...70, using: &random))
      let canvas = Scene(session, size: size).canvas()
      try #require(canvas.size == size)
      try #require(canvas.lines.count == size.rows)
    }
  }

  /// Of fourteen sessions in a row eight begin with a shipped model, each of them in turn, in four of which one weight
  /// is not a number; the others are on cells over numbers, in two layers and in both directions, and over words with
  /// an embedding, alone and beside a cell that reads the same words without.
  private static func session(_ seed: Int) throws -> Session {
    switch (seed % 7, seed.isMultiple(of: 2)) {
    case (3, let isUpper):
      return Examples.numbers(
        seed % 4 == 3 ? .lecture : .gru(GRU()), isUpper: isUpper, outputs: seed % 5)
    case (5, true): return try Examples.embedded()
    case (5, false): return try Examples.embedded(others: [Examples.model(.gru(GRU()))])
    case (6, true): return Examples.twoDirections()
    case (6, false): return Examples.numbers(.rnn(RNN()), inputs: 1, outputs: 1)
    case (let place, _): return try shippedSession(seed, lacksNumber: place < 2)
    }
  }

  private static func shippedSession(_ seed: Int, lacksNumber: Bool) throws -> Session {
    let models = try Shipped.allCases.map { shipped in
      var model = try shipped.model()
      if lacksNumber { model.cell.parameters[seed % 100] = .nan }
      return model
    }
    let first = seed % models.count
    let sentence = Shipped.sentences[seed % Shipped.sentences.count]
    return Session(
      model: models[first],
      others: models.enumerated().filter { $0.offset != first }.map(\.element),
      // Lessons need it; it makes every picture slower.
      named: seed % 4 == 0 ? [try Shipped.hundred.model()] : [],
      tokens: try models[first].vocabulary.tokens(of: sentence))
  }

  /// Where a key that leaves the gradient leads instead of where it was opened; nil if it leads there,
  /// or to the start of another sentence.
  private static func visitFault(from before: Session, to after: Session) -> String? {
    guard !isLessonStep(from: before, to: after) else { return nil }
    guard before.view.context == .gradient, after.view.context != .gradient,
      let place = before.placeBeforeGradient
    else { return nil }
    if case .switched(.edit(.sentence), _) = after.notice { return nil }
    return after.place == [place.time, place.microStep]
      ? nil : "behind the gradient it stands at \(after.place)"
  }

  /// What undo does not give back of a change, or redo does not make again; nil if all is there.
  private static func undoFault(from before: Session, to after: Session) -> String? {
    guard !isLessonStep(from: before, to: after) else { return nil }
    let isSame = after.experiment == before.experiment
    guard !isSame, after.history.future.isEmpty,
      after.history.past.count == min(before.history.past.count + 1, History.limit)
    else {
      let isUndoOrRedo = after.history.past.count != before.history.past.count
      return isSame || isUndoOrRedo ? nil : "a change that cannot be undone"
    }
    var back = after
    back.undo()
    if !hasSameBits(back, before) { return "undo gives back another session" }
    back.redo()
    return hasSameBits(back, after) ? nil : "redo makes another session"
  }

  /// Whether a key led into a lesson, out of it or to a step of it: such a session is another one.
  private static func isLessonStep(from before: Session, to after: Session) -> Bool {
    before.lesson?.place != after.lesson?.place
      || before.lesson?.isUntouched == false && after.lesson?.isUntouched == true
  }

  private static func hasSameBits(_ left: Session, _ right: Session) -> Bool {
    func bits(_ session: Session) -> [UInt64] {
      let runs = [session.run, session.original, session.comparison?.run].compactMap { $0 }
      return runs.flatMap { run in
        (run.trace.values + run.outputs.joined()).map(\.bitPattern)
      }
    }
    return left.experiment == right.experiment && left.place == right.place
      && left.unit == right.unit && bits(left) == bits(right)
  }

  /// What does not hold together; nil if all does.
  private static func fault(in session: Session) -> String? {
    if let fault = placeFault(in: session) { return fault }
    if !Session.speeds.indices.contains(session.speed) { return "speed \(session.speed)" }
    if session.run.kind.graph != session.run.cell.graph { return "the run is of another cell" }
    if session.run.trace.stepCount != session.tokens.count { return "the run has other steps" }
    if let count = session.count, !(1...99_999).contains(count) { return "count \(count)" }
    if session.isPlaying, session.popup != nil { return "it plays behind a pop-up" }
    if session.isWhatIf != (session.original != nil) { return "no run without the edits" }
    if session.view == .training, session.training?.kind != session.run.kind {
      return "another cell is trained"
    }
    if (session.view == .compare) != (session.comparison != nil) { return "no other cell" }
    if let other = session.other, let fault = placeFault(in: other) { return "other: " + fault }
    if session.count != nil, !session.context.isView { return "it counts in a pop-up" }
    if !session.tokens.indices.contains(session.loss.step) { return "loss \(session.loss)" }
    let units = session.timelineUnits
    if units.sorted() != Array(0..<session.run.cell.unitCount) { return "units \(units)" }
    if !session.timelineSignals.contains(session.timelineSignal) { return "no such signal" }
    if let stretch = session.timeline.stretch, !session.tokens.indices.contains(stretch.anchor) {
      return "the stretch starts at \(stretch.anchor)"
    }
    switch (session.popup, session.context) {
    case (nil, _): return session.context == session.view.context ? nil : "another view's keys"
    case (.bookmarks, .bookmarks): return nil
    case (.edit(let line), .edit):
      return session.editTargets.indices.contains(line) ? nil : "edits at line \(line)"
    case (.variants(let line), .variants):
      return session.variantLines.indices.contains(line) ? nil : "variants at line \(line)"
    case (.hold(let hold), .hold):
      return session.run.cell.graph.signal(hold.gate) == nil ? "no gate to hold" : nil
    case (.why(let inquiry), .why):
      let isPast = inquiry.levels.allSatisfy { $0.question.step <= session.time }
      return isPast ? nil : "a number that is not computed yet was asked"
    case (.check(let place), .check):
      return session.checkable.indices.contains(place) ? nil : "number \(place) is checked"
    case (.lessons(let line, let typed), .lessons):
      let isTyped = typed == 0 || typed == line + 1
      return Lesson.all.indices.contains(line) && isTyped ? nil : "lesson \(line), typed \(typed)"
    case (.export, .export): return nil
    case (.prompt(let prompt), .prompt):
      return prompt.text.count > Prompt.limit ? "\(prompt.text.count) characters typed" : nil
    case (.help(let page), .help):
      return page.magnitude < HelpPanel.mostPages ? nil : "the help is at page \(page)"
    case (_, .cell), (_, .timeline), (_, .training), (_, .variants), (_, .help), (_, .prompt),
      (_, .bookmarks),
      (_, .hold), (_, .edit), (_, .gradient), (_, .why), (_, .check), (_, .lessons),
      (_, .export):
      return "context \(session.context)"
    }
  }

  /// What is wrong with the place that a session is at; nil if all is right.
  private static func placeFault(in session: Session) -> String? {
    if !session.tokens.indices.contains(session.time) { return "time \(session.time)" }
    if !session.run.microSteps.indices.contains(session.microStep) {
      return "micro-step \(session.microStep)"
    }
    if !(0..<session.run.cell.unitCount).contains(session.unit) { return "unit \(session.unit)" }
    return nil
  }

  @Test func `the same keys always lead to the same screen`() throws {
    let keys = "p 5 G 4 Space F v 1 2 Esc J E ? j Esc 2 L a"
    let size = Size(columns: 120, rows: 36)
    let first = Scene(try Shipped.agreement.session(keys: keys), size: size).canvas()
    let second = Scene(try Shipped.agreement.session(keys: keys), size: size).canvas()
    #expect(first == second)
  }
}
