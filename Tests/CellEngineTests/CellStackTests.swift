import CellEngine
import Testing

@Suite("Stacks of cells")
struct CellStackTests {
  private func stack(_ kind: CellKind, layers: Int, directions: Int, _ draw: inout Draw)
    -> CellStack<Double>
  {
    CellStack<Double>(
      (0..<layers).map { layer in
        (0..<directions).map { _ in
          draw.cell(kind.graph, inputs: layer == 0 ? 2 : 3 * directions, units: 3)
        }
      })
  }

  @Test("One layer in one direction is the cell alone", arguments: CatalogueEntry.all)
  func single(entry: CatalogueEntry) {
    var draw = Draw(seed: 31)
    let stack = stack(entry.kind, layers: 1, directions: 1, &draw)
    let cell = stack.layers[0][0]
    let inputs = draw.inputs(cell, steps: 4)
    let states = draw.states(cell)
    let trace = stack.trace(inputs, initial: [[states]])
    #expect(trace.traces[0][0] == cell.trace(inputs, initial: states))
    let upstream = inputs.map { _ in draw.numbers(3) }
    let gradient = stack.gradient(of: trace, upstream: upstream)
    let alone = cell.gradient(of: trace.traces[0][0], direct: cell.direct(upstream))
    #expect(gradient.cells[0][0] == alone)
    #expect(gradient.inputs == inputs.indices.map { Array(cell.inputSlope(alone, $0)) })
  }

  @Test("A backward cell over a sequence is a forward cell over the reversed one")
  func reversed() {
    var draw = Draw(seed: 32)
    let stack = stack(.lecture, layers: 1, directions: 2, &draw)
    let inputs = draw.inputs(stack.layers[0][0], steps: 5)
    let outputs = stack.trace(inputs).outputs
    let backward = CellStack<Double>([[stack.layers[0][1]]]).trace(inputs.reversed()).outputs
    #expect(outputs.map { Array($0.dropFirst(3)) } == backward.reversed())
    #expect(stack.outputCount == 6)
  }

  @Test(
    "Slopes of inputs agree with central differences in stacks of every kind",
    arguments: CatalogueEntry.all)
  func slopes(entry: CatalogueEntry) {
    var draw = Draw(seed: 33)
    let stack = stack(entry.kind, layers: 2, directions: 2, &draw)
    var inputs = draw.inputs(stack.layers[0][0], steps: 3)
    let upstream = inputs.map { _ in draw.numbers(stack.outputCount) }
    let gradient = stack.gradient(of: stack.trace(inputs), upstream: upstream)
    func loss() -> Double {
      zip(stack.trace(inputs).outputs.flatMap { $0 }, upstream.flatMap { $0 })
        .reduce(0) { $0 + $1.0 * $1.1 }
    }
    var comparison = Comparison(absolute: 1e-7, relative: 1e-6)
    for time in inputs.indices {
      for place in inputs[time].indices {
        let middle = inputs[time][place]
        inputs[time][place] = middle + 1e-5
        let above = loss()
        inputs[time][place] = middle - 1e-5
        let below = loss()
        inputs[time][place] = middle
        comparison.compare(
          "∂x<\(time + 1)>[\(place)]", [gradient.inputs[time][place]], [(above - below) / 2e-5])
      }
    }
    #expect(comparison.holds, "\(comparison)")
  }

  @Test("A stack runs over no steps")
  func empty() {
    var draw = Draw(seed: 34)
    let stack = stack(.lecture, layers: 2, directions: 2, &draw)
    let trace = stack.trace([])
    #expect(trace.outputs.isEmpty)
    #expect(stack.gradient(of: trace, upstream: []).inputs.isEmpty)
  }
}
