import CellEngine
import Testing

@Suite("Why a number is what it is")
struct ExplanationTests {
  private static func places(_ cell: Cell<Double>, steps: Int) -> [ValuePlace] {
    (0..<steps).flatMap { step in
      cell.graph.signals.flatMap { signal in
        (0..<cell.valueLayout[signal.index].count).map {
          ValuePlace(signal, unit: $0, step: step)
        }
      }
    }
  }

  /// What a number is followed by in every explanation: it stands earlier.
  private func isEarlier(_ next: ValuePlace, _ place: ValuePlace) -> Bool {
    (next.step, next.signal.index) < (place.step, place.signal.index)
  }

  @Test("In every cell the terms of every number make it again", arguments: everyKind)
  func recombines(kind: CellKind) {
    var draw = Draw(seed: 61)
    let cell = draw.cell(kind.graph, inputs: 3, units: 4)
    let trace = cell.trace(draw.inputs(cell, steps: 3), initial: draw.states(cell))
    var comparison = Comparison(absolute: 1e-14, relative: 1e-13)
    for place in Self.places(cell, steps: 3) {
      let explanation = cell.explanation(of: place, in: trace)
      comparison.compare("\(place)", [explanation.recombined], [trace[place]])
      #expect(explanation.value == trace[place])
    }
    #expect(comparison.holds, "\(comparison)")
  }

  @Test(
    "Asked again and again, every number ends at words, weights and first states",
    arguments: everyKind)
  func ends(kind: CellKind) {
    var draw = Draw(seed: 62)
    let cell = draw.cell(kind.graph, inputs: 2, units: 2)
    let trace = cell.trace(draw.inputs(cell, steps: 3), initial: draw.states(cell))
    for place in Self.places(cell, steps: 3) {
      for term in cell.explanation(of: place, in: trace).terms {
        switch term.origin {
        case .number(.value(let next)):
          // Each number leads to earlier ones only, so a way down has an end.
          #expect(isEarlier(next, place))
          #expect(trace[next] == term.operand)
        case .input(let step, let column):
          let input = cell.graph.signals.first { cell.graph[$0].operation == .input }
          #expect(input.map { trace[$0, step, column] } == term.operand)
        case .initialState(let role, let unit):
          #expect(place.step == 0)
          #expect(cell.graph.previous(role).map { trace[$0, 0, unit] } == term.operand)
        case .parameter:
          #expect(term.weight != nil)
        case .number(.score), .number(.probability):
          Issue.record("a number of the cell is none of the readout")
        }
      }
    }
  }

  @Test("A way down the largest terms is finite and ends where nothing can be asked")
  func descends() {
    var draw = Draw(seed: 63)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 2, units: 3)
    let trace = cell.trace(draw.inputs(cell, steps: 8), initial: draw.states(cell))
    var place = ValuePlace(cell.graph.output, unit: 0, step: 7)
    var depth = 0
    while true {
      let next = cell.explanation(of: place, in: trace).terms.lazy.compactMap { term in
        if case .number(.value(let next)) = term.origin { next } else { nil as ValuePlace? }
      }.first
      guard let next else { break }
      depth += 1
      place = next
    }
    #expect(depth > 7)
    #expect(depth <= 8 * cell.graph.nodes.count)
    #expect(place.step == 0)
  }

  @Test("Every weight of a gate has its term, and the weight's value is the cell's")
  func weights() throws {
    var draw = Draw(seed: 64)
    let cell = draw.cell(
      CellKind.lstm(LSTM(peepholes: [.forget])).graph, inputs: 2, units: 3)
    let trace = cell.trace(draw.inputs(cell, steps: 2), initial: draw.states(cell))
    let gate = try #require(cell.graph.signal(.forget))
    let sum = try #require(cell.graph[gate].operation.operands.first)
    let terms = cell.explanation(of: ValuePlace(sum, unit: 2, step: 1), in: trace).terms
    #expect(terms.count == 3 + 2 + 1 + 1)
    #expect(terms.map(\.value.magnitude) == terms.map(\.value.magnitude).sorted(by: >))
    for term in terms {
      guard case .cell(let parameter, let row, let column) = try #require(term.weight) else {
        continue
      }
      #expect(row == 2)
      let columns = cell.shape(parameter).count == 2 ? cell.shape(parameter)[1] : 1
      let numbers = Array(cell[parameter])
      #expect(numbers[row * columns + (column ?? 0)] == term.weightValue)
      #expect(term.value == term.weightValue * term.operand)
    }
  }

  @Test("Of a one-hot input only the word has a term")
  func word() throws {
    var draw = Draw(seed: 65)
    let cell = draw.cell(CellKind.lecture.graph, inputs: 9, units: 2)
    var word = Array(repeating: 0.0, count: 9)
    word[6] = 1
    let trace = cell.trace([word])
    let gate = try #require(cell.graph.signal(.update))
    let sum = try #require(cell.graph[gate].operation.operands.first)
    let origins = cell.explanation(of: ValuePlace(sum, unit: 0, step: 0), in: trace).terms
      .map(\.origin).filter { if case .input = $0 { true } else { false } }
    #expect(origins == [.input(step: 0, column: 6)])
  }

  @Test("Shown terms of products and functions make the shown number", arguments: everyKind)
  func shownTerms(kind: CellKind) throws {
    var draw = Draw(seed: 67)
    let cell = draw.cell(kind.graph, inputs: 3, units: 4)
    let trace = cell.trace(draw.inputs(cell, steps: 2), initial: draw.states(cell))
    for place in Self.places(cell, steps: 2) {
      let explanation = cell.explanation(of: place, in: trace)
      #expect(explanation.termDecimals(for: 2) != nil)
    }
  }

  @Test("A clamped number says so and has no terms", arguments: everyKind)
  func clamped(kind: CellKind) {
    var draw = Draw(seed: 68)
    let cell = draw.cell(kind.graph, inputs: 2, units: 2)
    let (inputs, states) = (draw.inputs(cell, steps: 3), draw.states(cell))
    for signal in cell.graph.signals {
      let clamps = Interventions([Clamp(.signal(signal), to: 0.4, units: .one(1), steps: .at(1))])
      let trace = cell.trace(inputs, initial: states, interventions: clamps)
      for place in Self.places(cell, steps: 3) {
        let explanation = cell.explanation(of: place, in: trace, interventions: clamps)
        #expect(abs(explanation.recombined - trace[place]) < 1e-13)
        let isClamped = place == ValuePlace(signal, unit: 1, step: 1)
        #expect((explanation.rule == .clamped) == isClamped)
        #expect(explanation.terms.isEmpty || !isClamped)
      }
    }
  }
}
