import CellEngine
import Screen
import Testing

@testable import CellScene

/// What the sentences of the lessons claim is true in the numbers behind the screen.
@Suite struct LessonClaimTests {
  /// The session at a step of a lesson, both from 1 as on the screen.
  private static func session(_ lesson: Int, _ step: Int) throws -> Session {
    var session = try LessonTests.session(lesson - 1)
    for _ in 1..<step { session.press("Space") }
    return session
  }

  private static func value(_ role: Role, _ session: Session, at time: Int? = nil) throws -> Double
  {
    let signal = try #require(session.run.cell.graph.signal(role))
    return session.run.trace[signal, time ?? session.time, session.unit]
  }

  @Test func `1: with Γu at 1 the candidate replaces c<t-1>, with Γu at 0 it stays`() throws {
    let open = try Self.session(1, 5)
    #expect(try Self.value(.memory, open) == Self.value(.candidate, open))
    let shut = try Self.session(1, 6)
    #expect(try Self.value(.memory, shut) == Self.value(.memory, shut, at: shut.time - 1))
    #expect(open.run.cell.graph.output == open.run.cell.graph.signal(.memory))
  }

  @Test func `3: the relevance gate that comes back has no weights`() throws {
    #expect(try Self.session(3, 1).run.cell.graph.signal(.relevance) != nil)
    #expect(try Self.session(3, 2).run.cell.graph.signal(.relevance) == nil)
    let back = try Self.session(3, 4)
    #expect(back.run.cell.graph.signal(.forget) != nil && !back.untrainedMatrices.isEmpty)
    #expect(back.currentSignal == back.run.cell.graph.signal(.relevance))
  }

  @Test func `4: the LSTM keeps everything and adds, the coupled one gives up what it takes`()
    throws
  {
    let session = try Self.session(4, 4)
    let other = try #require(session.other)
    let (kept, taken) = (
      try Self.value(.forget, other, at: session.time),
      try Self.value(.update, other, at: session.time)
    )
    #expect(abs(kept + taken - 1) < 1e-15)
    #expect(try Self.value(.forget, session) > 0.99)
    #expect(try Self.value(.forget, session) + Self.value(.update, session) > 1)
  }

  @Test func `5: both factors are of the selected unit, and another unit has others`() throws {
    let (first, second) = (try Self.session(5, 1), try Self.session(5, 3))
    #expect(first.unit == 7, "the sentence names unit 8")
    #expect(second.unit != first.unit && second.currentSignal == first.currentSignal)
  }

  @Test func `6: a<t> with tanh, without, and with it again`() throws {
    for (step, hasTanh) in [(1, true), (2, false), (3, true)] {
      let session = try Self.session(6, step)
      let c = try Self.value(.memory, session)
      let shown = try Self.value(.output, session) * (hasTanh ? Activation.tanh(c) : c)
      #expect(abs(try Self.value(.activation, session) - shown) < 1e-15)
    }
  }

  @Test func `7: each sentence is about what its micro-step computes`() throws {
    let session = try Self.session(7, 1)
    let stages = session.run.microSteps
    #expect(stages.count == Lesson.all[6].steps.count && stages.last == .prediction)
    let roles: [Int: Role] = [2: .forget, 3: .update, 4: .candidate, 7: .memory, 8: .output]
    for (step, role) in roles {
      let there = try Self.session(7, step)
      #expect(there.currentSignal == there.run.cell.graph.signal(role))
    }
  }

  @Test func `9: c<3> is c<0> to the last bit, and then no longer`() throws {
    let kept = try Self.session(9, 5)
    #expect(try Self.value(.memory, kept, at: 2) == 0.9 && kept.time == 2)
    #expect(try Self.value(.memory, Self.session(9, 6), at: 2) != 0.9)
  }

  @Test func `10: the gates see c<t-1>, each can do without, Γo's can read c<t>`() throws {
    func readers(_ session: Session) -> [Role] {
      LSTM.gates.filter { session.run.kind.isOn(.peephole($0)) }
    }
    #expect(readers(try Self.session(10, 1)).isEmpty)
    #expect(readers(try Self.session(10, 2)) == LSTM.gates)
    #expect(!readers(try Self.session(10, 3)).contains(.forget))
    #expect(!readers(try Self.session(10, 4)).contains(.update))
    let last = try Self.session(10, 5)
    #expect(readers(last) == [.output] && last.run.kind.isOn(.outputReadsNewMemory))
    for step in [2, 4, 5] {
      let canvas = Scene(try Self.session(10, step), size: Size(columns: 80, rows: 24)).canvas()
      #expect(canvas.seesChange == true, "another number is in sight at step \(step)")
    }
  }

  @Test func `11: 100 units with trained peepholes, then unit 5, then unit 6`() throws {
    let session = try Self.session(11, 3)
    #expect(session.run.cell.unitCount == 100 && session.peepholeOrigin == .trained)
    #expect(session.unit == 4 && session.view == .peepholes)
    #expect(try Self.session(11, 4).unit == 5)
  }

  @Test func `12: the time of a step is asked for where the sentence says so`() throws {
    var session = try Self.session(12, 1)
    #expect(session.handle(.space) == .measure)
    session.record(secondsPerStep: [1e-6, 2e-6])
    #expect(session.handle(.space) == .measure, "and for the plain network")
    let other = try #require(session.other)
    #expect(other.run.cell.graph.signal(.memory) == nil)
    #expect(session.run.cell.unitCount == 8 && other.run.cell.unitCount == 19)
    #expect(try #require(Self.session(12, 2).other).run.cell.unitCount == 10)
  }

  @Test func `13: from the loss back to the word before, and how far it reaches`() throws {
    #expect(try Self.session(13, 1).view == .gradient)
    let edge = try Self.session(13, 3)
    #expect(edge.microStep == 0 && edge.time == 5)
    #expect(try Self.session(13, 4).view == .reach)
  }
}
