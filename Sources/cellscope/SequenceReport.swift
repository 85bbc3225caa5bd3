import CellEngine
import ModelFiles

/// The values of cells that ran over numbers, with the gradients of a loss.
///
/// A single cell's members stand in the text itself, those of a stack in `cells`, each under its name.
struct SequenceReport {
  private let model: CellModel
  private let input: SequenceInput
  private let trace: StackTrace<Double>
  private let gradient: StackGradient<Double>?

  /// Runs the cells forward and, if wanted, backward.
  init(_ model: CellModel, _ input: SequenceInput, withGradients: Bool) {
    (self.model, self.input) = (model, input)
    let trace = model.stack.trace(input.inputs, initial: input.initial)
    gradient =
      withGradients
      ? model.stack.gradient(of: trace, upstream: input.upstream, final: input.final) : nil
    self.trace = trace
  }

  func writeJSON() throws {
    var text = JSONText(.pretty)
    try text.object { text in
      text.key("cell")
      text.describe(model.kind)
      text.key("model")
      text.string(model.name)
      text.key("units")
      text.integer(model.stack.layers[0][0].unitCount)
      text.key("inputs")
      text.integer(model.stack.inputCount)
      if places.count == 1 {
        try writeSteps(places[0], &text)
      } else {
        text.key("cells")
        try text.array { text in
          for place in places { try writeCell(place, &text) }
        }
      }
      if let gradient {
        text.key("loss")
        text.number(loss)
        text.key("gradients")
        writeGradients(gradient, &text)
      }
    }
    try StandardOutput.write(text.take() + [UInt8(ascii: "\n")])
  }

  func writeCSV() throws {
    try StandardOutput.write("t,word,signal,unit,value\n")
    for place in places {
      let prefix = places.count == 1 ? "" : place.name + "."
      let signals = signals(model[place])
      for time in input.inputs.indices {
        var lines = ""
        for (name, signal) in signals {
          for (unit, value) in trace.traces[place][signal, step(time, place)].enumerated() {
            lines += "\(time + 1),,\(prefix)\(name),\(unit + 1),\(ModelFiles.format(value))\n"
          }
        }
        try StandardOutput.write(lines)
      }
    }
  }
}

extension SequenceReport {
  private typealias Place = CellModel.Place

  private var places: [Place] { model.places }

  private func signals(_ cell: Cell<Double>) -> [(name: String, signal: SignalID)] {
    let names = SignalNames(cell.graph)
    return cell.graph.signals.map { (names[$0], $0) }
  }

  /// A backward cell's first step is the last of time.
  private func step(_ time: Int, _ place: Place) -> Int {
    place.direction == 0 ? time : input.inputs.count - 1 - time
  }

  private func writeCell(_ place: Place, _ text: inout JSONText) throws {
    try text.object { text in
      text.key("name")
      text.string(place.name)
      text.key("inputs")
      text.integer(model[place].inputCount)
      try writeSteps(place, &text)
    }
  }

  private func writeSteps(_ place: Place, _ text: inout JSONText) throws {
    let signals = signals(model[place])
    text.key("steps")
    try text.array { text in
      for time in input.inputs.indices {
        text.object { text in
          text.key("t")
          text.integer(time + 1)
          text.key("values")
          text.object { text in
            for (name, signal) in signals {
              text.key(name)
              text.numbers(trace.traces[place][signal, step(time, place)])
            }
          }
        }
        try StandardOutput.write(text.take())
      }
    }
  }

  /// Σ da · a + Σ daT · a<T> + Σ dcT · c<T>; without steps, the last states are the first.
  private var loss: Double {
    var loss = zip(trace.outputs.joined(), input.upstream.joined()).reduce(0) { $0 + $1.0 * $1.1 }
    for place in places {
      for (role, slopes) in input.final[place] {
        let last = trace.traces[place].stepCount - 1
        let values =
          model[place].graph.states.first { $0.role == role && last >= 0 }
          .map { Array(trace.traces[place][$0.next, last]) } ?? input.initial[place][role] ?? []
        loss += zip(values, slopes).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return loss
  }

  private func writeGradients(_ gradient: StackGradient<Double>, _ text: inout JSONText) {
    text.object { text in
      text.key("parameters")
      text.object { text in
        for tensor in model.tensors {
          let slopes = gradient.cells[tensor.layer][tensor.direction].parameters
          text.key(tensor.name)
          text.numbers(model.numbers(of: tensor, in: slopes), shape: tensor.shape)
        }
      }
      text.key("x")
      text.array { text in for row in gradient.inputs { text.numbers(row) } }
      for (name, role) in [("a0", model.stack.shownRole), ("c0", model.stack.memoryRole)] {
        guard let role else { continue }
        text.key(name)
        let rows = places.map { initialSlope(of: role, $0, gradient) }
        if rows.count == 1 {
          text.numbers(rows[0])
        } else {
          text.array { text in for row in rows { text.numbers(row) } }
        }
      }
    }
  }

  private func initialSlope(
    of role: Role, _ place: Place, _ gradient: StackGradient<Double>
  ) -> [Double] {
    let zeros = Array(repeating: 0.0, count: model[place].unitCount)
    guard let state = model[place].graph.previous(role), !input.inputs.isEmpty else {
      return input.final[place][role] ?? zeros
    }
    return Array(gradient.cells[place].adjoints[state, 0])
  }
}

extension Array {
  /// What belongs to a cell of the stack.
  fileprivate subscript<Content>(place: CellModel.Place) -> Content
  where Element == [Content] {
    self[place.layer][place.direction]
  }
}

extension JSONText {
  /// Writes a vector on one line, a matrix row by row.
  fileprivate mutating func numbers(_ values: [Double], shape: [Int]) {
    guard shape.count == 2 else { return numbers(values) }
    array { text in
      for row in 0..<shape[0] {
        text.numbers(values[(row * shape[1])..<((row + 1) * shape[1])])
      }
    }
  }
}
