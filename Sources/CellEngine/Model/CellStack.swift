/// Layers of cells, each in one direction or in both.
///
/// A layer reads the outputs of the layer below, one after the other: [forward | backward]. The
/// backward cell reads the sequence from its end. Layers and directions are arrays of cells outside
/// the graph, so every cell of the catalogue can be stacked.
public struct CellStack<Scalar: CellScalar>: Sendable {
  /// The cells, [layer][direction]; direction 0 reads forward, 1 backward.
  public var layers: [[Cell<Scalar>]]

  /// Stacks cells.
  ///
  /// - Parameter layers: at least one layer; all have one or all have two cells, and each reads as
  ///   many inputs as the layer below has units in all.
  public init(_ layers: [[Cell<Scalar>]]) {
    let directions = layers.first?.count ?? 0
    precondition(
      (1...2).contains(directions) && layers.allSatisfy { $0.count == directions },
      "a stack has layers of one or two cells, not \(layers.map(\.count))")
    for (lower, upper) in zip(layers, layers.dropFirst()) {
      let width = lower.map(\.unitCount).reduce(0, +)
      precondition(
        upper.allSatisfy { $0.inputCount == width }, "a layer reads \(width) numbers from below")
    }
    self.layers = layers
  }

  /// The number of inputs, I.
  public var inputCount: Int { layers[0][0].inputCount }
  /// The numbers that the top layer shows: its units in all directions.
  public var outputCount: Int { layers[layers.count - 1].map(\.unitCount).reduce(0, +) }
  /// The number of cells in a layer: 1, or 2 where the stack reads in both directions.
  public var directionCount: Int { layers[0].count }
}

/// The values of all cells of a stack over a sequence.
public struct StackTrace<Scalar: CellScalar>: Sendable {
  /// The trace of each cell, [layer][direction]; a backward cell's first step is the last of time.
  public let traces: [[Trace<Scalar>]]
  /// What the top layer shows at each time, [T][outputs], in the order of time.
  public let outputs: [[Scalar]]
}

/// What a loss's gradient over a stack is made of.
public struct StackGradient<Scalar: CellScalar>: Sendable {
  /// The gradient of each cell, [layer][direction].
  public let cells: [[Gradient<Scalar>]]
  /// ∂loss/∂x, [T][I], in the order of time.
  public let inputs: [[Scalar]]
}

extension CellStack {
  /// States by role for each cell, [layer][direction].
  public typealias States = [[[Role: [Scalar]]]]

  /// Runs all cells over a sequence.
  ///
  /// - Parameters:
  ///   - inputs: x<1> … x<T>, each [I].
  ///   - initial: the states of each cell before its first step; empty for zeros.
  public func trace(_ inputs: [[Scalar]], initial: States = []) -> StackTrace<Scalar> {
    var sequence = inputs
    var traces: [[Trace<Scalar>]] = []
    for (layer, cells) in layers.enumerated() {
      let row = cells.enumerated().map { direction, cell in
        cell.trace(
          Self.ordered(sequence, direction), initial: Self.states(initial, layer, direction))
      }
      sequence = inputs.indices.map { time in
        row.indices.flatMap { direction in
          row[direction][
            cells[direction].graph.output, Self.step(time, inputs.count, direction)]
        }
      }
      traces.append(row)
    }
    return StackTrace(traces: traces, outputs: sequence)
  }

  /// The gradient of a loss through all layers and steps, not truncated.
  ///
  /// - Parameters:
  ///   - trace: what `trace(_:initial:)` gave.
  ///   - upstream: ∂loss/∂output of the top layer, [T][outputs], in the order of time.
  ///   - final: ∂loss/∂state after each cell's last step, as far as the loss reads it itself.
  public func gradient(
    of trace: StackTrace<Scalar>, upstream: [[Scalar]], final: States = []
  ) -> StackGradient<Scalar> {
    var upstream = upstream
    var gradients: [[Gradient<Scalar>]] = []
    for (layer, cells) in layers.enumerated().reversed() {
      var below = upstream.map { _ in Array(repeating: Scalar.zero, count: cells[0].inputCount) }
      var row: [Gradient<Scalar>] = []
      var first = 0
      for (direction, cell) in cells.enumerated() {
        let part = first..<(first + cell.unitCount)
        first = part.upperBound
        let direct = cell.direct(
          Self.ordered(upstream.map { Array($0[part]) }, direction),
          final: Self.states(final, layer, direction))
        let gradient = cell.gradient(of: trace.traces[layer][direction], direct: direct)
        for time in below.indices {
          let step = Self.step(time, below.count, direction)
          below[time] = zip(below[time], cell.inputSlope(gradient, step)).map { $0 + $1 }
        }
        row.append(gradient)
      }
      gradients.insert(row, at: 0)
      upstream = below
    }
    return StackGradient(cells: gradients, inputs: upstream)
  }

  private static func ordered(_ sequence: [[Scalar]], _ direction: Int) -> [[Scalar]] {
    direction == 0 ? sequence : sequence.reversed()
  }

  private static func step(_ time: Int, _ count: Int, _ direction: Int) -> Int {
    direction == 0 ? time : count - 1 - time
  }

  private static func states(_ all: States, _ layer: Int, _ direction: Int) -> [Role: [Scalar]] {
    guard all.indices.contains(layer), all[layer].indices.contains(direction) else { return [:] }
    return all[layer][direction]
  }
}

extension Cell {
  /// The part of a loss that reads the outputs and the last states.
  ///
  ///     loss = Σ upstream · output + Σ final · state<T>
  ///
  /// - Parameters:
  ///   - upstream: ∂loss/∂output of every step, [T][H].
  ///   - final: ∂loss/∂state after the last step; without steps there is nothing it could reach.
  public func direct(_ upstream: [[Scalar]], final: [Role: [Scalar]] = [:]) -> Trace<Scalar> {
    var direct = Trace<Scalar>(layout: valueLayout, steps: upstream.count)
    for (step, slopes) in upstream.enumerated() { direct[graph.output, step] = slopes[...] }
    guard !upstream.isEmpty else { return direct }
    let last = upstream.count - 1
    for state in graph.states {
      guard let slopes = final[state.role] else { continue }
      precondition(slopes.count == unitCount, "\(slopes.count) slopes for \(unitCount) units")
      direct[state.next, last] = zip(direct[state.next, last], slopes).map { $0 + $1 }[...]
    }
    return direct
  }

  /// ∂loss/∂x at a step, [I].
  public func inputSlope(_ gradient: Gradient<Scalar>, _ step: Int) -> ArraySlice<Scalar> {
    gradient.adjoints[graph.input, step]
  }
}
