import CellEngine
import Screen
import Testing

@testable import CellScene

/// Random numbers that are the same in every run (SplitMix64, Steele, Lea & Flood 2014).
struct RandomNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}

/// Whatever is pressed in whatever order, the session holds together and can be drawn.
@Suite struct RandomKeyTests {
  private static let keysPerSeed = 30_000

  @Test(arguments: 1...8)
  func `no order of keys breaks anything`(seed: Int) async throws {
    var random = RandomNumbers(seed: seed)
    let model = Shipped.allCases[seed % 4]
    let sentence = Shipped.sentences[seed % Shipped.sentences.count]
    var session = try model.session(sentence)
    let listed = session.keyMap.bindings.flatMap(\.keys)
    for number in 0..<Self.keysPerSeed {
      if number % 100 == 0 { await Task.yield() }
      let all = Bool.random(using: &random) ? listed : KeyMapTests.allKeys
      let key = try #require(all.randomElement(using: &random))
      session.handle(key)
      if Int.random(in: 0..<4, using: &random) == 0 { session.tick() }
      if let fault = Self.fault(in: session) {
        Issue.record("\(fault) after \(number + 1) keys of seed \(seed), the last \(key.name)")
        return
      }
      if number % 100 == 0 {
        let size = Size(
          columns: .random(in: 1...220, using: &random), rows: .random(in: 1...70, using: &random))
        let canvas = Scene(session, size: size).canvas()
        try #require(canvas.size == size)
        try #require(canvas.lines.count == size.rows)
      }
    }
  }

  /// What does not hold together; nil if all does.
  private static func fault(in session: Session) -> String? {
    if !session.tokens.indices.contains(session.time) { return "time \(session.time)" }
    if !session.run.microSteps.indices.contains(session.microStep) {
      return "micro-step \(session.microStep)"
    }
    if !(0..<session.run.cell.unitCount).contains(session.unit) { return "unit \(session.unit)" }
    if !Session.speeds.indices.contains(session.speed) { return "speed \(session.speed)" }
    if session.run.kind.graph != session.run.cell.graph { return "the run is of another cell" }
    if session.run.trace.stepCount != session.tokens.count { return "the run has other steps" }
    if let count = session.count, !(1...99_999).contains(count) { return "count \(count)" }
    if session.isPlaying, session.popup != nil { return "it plays behind a pop-up" }
    if session.isWhatIf != (session.original != nil) { return "no run without the edits" }
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
    case (.variants(let line), .variants):
      return session.variantLines.indices.contains(line) ? nil : "variants at line \(line)"
    case (.hold(let hold), .hold):
      return session.run.cell.graph.signal(hold.gate) == nil ? "no gate to hold" : nil
    case (.why(let inquiry), .why):
      let isPast = inquiry.levels.allSatisfy { $0.question.step <= session.time }
      return isPast ? nil : "a number that is not computed yet was asked"
    case (.check, .check): return nil
    case (.prompt(let prompt), .prompt):
      return prompt.text.count > Prompt.limit ? "\(prompt.text.count) characters typed" : nil
    case (.help(let page), .help):
      return page.magnitude < HelpPanel.mostPages ? nil : "the help is at page \(page)"
    case (_, .cell), (_, .timeline), (_, .variants), (_, .help), (_, .prompt), (_, .bookmarks),
      (_, .hold), (_, .gradient), (_, .why), (_, .check):
      return "context \(session.context)"
    }
  }

  @Test func `the same keys always lead to the same screen`() throws {
    let keys = "p 5 G 4 Space F v 1 2 Esc J E ? j Esc 2 L a"
    let size = Size(columns: 120, rows: 36)
    let first = Scene(try Shipped.agreement.session(keys: keys), size: size).canvas()
    let second = Scene(try Shipped.agreement.session(keys: keys), size: size).canvas()
    #expect(first == second)
  }
}
