import CellEngine
import Testing

/// How words become what a cell reads.
@Suite struct ReadingTests {
  private static let vocabulary = Vocabulary(["a", "b", "c"])
  private static let rows = [[1.0, 2], [3, 4], [5, 6]]

  private static func cell(inputs: Int, units: Int) -> Cell<Double> {
    var cell = Cell<Double>(CellKind.lecture.graph, inputs: inputs, units: units)
    for index in cell.parameters.indices { cell.parameters[index] = Double(index % 7) / 5 - 0.6 }
    return cell
  }

  @Test func `a word is a 1 at its place, or its row`() {
    func inputs(_ source: Reading.Source) -> [[Double]] {
      Reading(source).inputs(of: [2, 0], in: Self.vocabulary)
    }
    #expect(inputs(.oneHot) == [[0, 0, 1], [1, 0, 0]])
    #expect(inputs(.embedding(Self.rows)) == [[5, 6], [1, 2]])
    #expect(inputs(.sequence(Self.rows)) == [[5, 6], [1, 2]])
    #expect(Reading(.oneHot).isOneHot)
    #expect(!Reading(.embedding(Self.rows)).isOneHot)
    #expect(Reading(.embedding(Self.rows)).takesWords)
    #expect(!Reading(.sequence(Self.rows)).takesWords)
  }

  @Test func `layers below run in the order of time, whichever way the cell reads`() {
    let below = CellStack<Double>([
      [Self.cell(inputs: 2, units: 3), Self.cell(inputs: 2, units: 3)]
    ])
    let start: CellStack<Double>.States = [[[.memory: [1, 2, 3]], [.activation: [0.5, 0, -1]]]]
    let outputs = below.trace(Self.rows, initial: start).outputs
    for isReversed in [false, true] {
      let reading = Reading(
        .sequence(Self.rows), below: below, isReversed: isReversed, initial: start)
      let tokens = isReversed ? [2, 1, 0] : [0, 1, 2]
      #expect(
        reading.inputs(of: tokens, in: Self.vocabulary)
          == (isReversed ? outputs.reversed() : outputs))
      #expect(!reading.isOneHot)
    }
  }

  @Test func `a model starts at its states, and its text is read the way its cell reads`() throws {
    let cell = Self.cell(inputs: 2, units: 2)
    let model = SequenceModel(
      name: "m", kind: .lecture, cell: cell, vocabulary: Self.vocabulary, readout: nil,
      reading: Reading(.embedding(Self.rows), isReversed: true), initial: [.memory: [0.5, -2]])
    #expect(try model.tokens(of: "a b c") == [2, 1, 0])
    #expect(
      model.trace([2, 1]) == cell.trace([[5, 6], [3, 4]], initial: [.memory: [0.5, -2]]))
    #expect(!model.predicts)
  }

  @Test func `the scale and the first unit are measured where the recipe does not say them`() {
    var model = SequenceModel(
      name: "m", kind: .lecture, cell: Self.cell(inputs: 2, units: 3), vocabulary: Self.vocabulary,
      readout: nil, reading: Reading(.sequence(Self.rows)), initial: [.memory: [0, 4.25, 0]])
    let measured = model.measured(over: [0, 1, 2])
    let memory = model.cell.graph.memoryState.next
    let trace = model.trace([0, 1, 2])
    let largest = (0..<3).flatMap { trace[memory, $0] }.map(\.magnitude).max() ?? 0
    #expect(largest > 1)
    #expect(measured.memoryScale >= largest && measured.memoryScale < largest + 0.1)
    #expect(measured.focusUnit == 1, "unit 2 starts with most and keeps some of it")
    model.recipe = ["memory_scale": "9", "focus_unit": "3"]
    #expect(model.measured(over: [0]).recipe == model.recipe)
  }
}
