import CellEngine
import Testing

@Suite("Every variant of the literature gives the numbers that autograd gives")
struct VariantConformanceTests {
  @Test("All 25 variants are held against their numbers")
  func count() {
    #expect(CatalogueEntry.variants.count == 25)
  }

  @Test(
    "Every cell of the catalogue agrees in every value and every gradient",
    arguments: CatalogueEntry.variants, Engine.allCases)
  func agrees(variant: CatalogueEntry, engine: Engine) throws {
    let cases = try fixture("variants/\(variant.id).json", as: [VariantCase].self)
    #expect(cases.map(\.name) == ["edge111", "tiny", "small"])
    for known in cases {
      let run = try VariantRun(variant, known, engine)
      var (values, slopes) = (engine.values(), engine.slopes)
      try run.compareValues(&values)
      try run.compareSlopes(&slopes)
      #expect(values.holds, "\(known.name): \(values)")
      #expect(slopes.holds, "\(known.name): \(slopes)")
      #expect(run.parameterNames.count == known.params.count)
      #expect(Set(run.parameterNames) == Set(run.cell.graph.parameters.map(\.name)))
    }
  }
}

/// A variant run forward and backward over its fixture.
private struct VariantRun {
  let cell: Cell<Double>
  let parameterNames: [String]
  private let known: VariantCase
  private let letters: Letters
  private let trace: Trace<Double>
  private let gradient: Gradient<Double>

  init(_ variant: CatalogueEntry, _ known: VariantCase, _ engine: Engine) throws {
    let graph = variant.kind.graph
    let letters = Letters(family: variant.family, graph: graph)
    var cell = Cell<Double>(graph, inputs: known.inputCount, units: known.unitCount)
    var names: [String] = []
    for (letter, numbers) in known.params {
      let name = try #require(letters.parameter(letter), "no parameter for \(letter)")
      let parameter = try #require(cell.parameter(named: name), "no parameter \(name)")
      cell[parameter] = numbers[...]
      names.append(name)
    }
    let hidden: Role = variant.family == "gru" ? .memory : .activation
    var initial = [hidden: known.h0]
    if let c0 = known.c0 { initial[.memory] = c0 }
    let trace = engine.trace(cell, known.x.rows(of: known.inputCount), initial: initial)
    var direct = Trace<Double>(layout: cell.valueLayout, steps: known.stepCount)
    for (step, row) in known.dY.rows(of: known.unitCount).enumerated() {
      direct[graph.output, step] = row[...]
    }
    if let dCT = known.dCT, let memory = graph.signal(.memory) {
      direct[memory, known.stepCount - 1] = dCT[...]
    }
    gradient = engine.gradient(cell, of: trace, direct: direct)
    (self.cell, self.known, self.letters, self.trace) = (cell, known, letters, trace)
    parameterNames = names
  }

  func compareValues(_ comparison: inout Comparison) throws {
    for (letter, expected) in known.forward {
      let place = try #require(letters.signal(letter), "no signal for \(letter)")
      comparison.compare(letter, all(place.id, in: trace), expected)
    }
    var loss = zip(all(cell.graph.output, in: trace), known.dY).reduce(0) { $0 + $1.0 * $1.1 }
    if let dCT = known.dCT, let memory = cell.graph.signal(.memory) {
      loss += zip(trace[memory, known.stepCount - 1], dCT).reduce(0) { $0 + $1.0 * $1.1 }
    }
    comparison.compare("loss", [loss], [known.loss])
  }

  func compareSlopes(_ comparison: inout Comparison) throws {
    for (letter, expected) in known.grad.params {
      let name = try #require(letters.parameter(letter))
      let parameter = try #require(cell.parameter(named: name))
      let range = cell.parameterLayout[parameter.index]
      comparison.compare("∂\(letter)", gradient.parameters[range], expected)
    }
    let input = try #require(letters.named("input"))
    comparison.compare("∂x", all(input, in: gradient.adjoints), known.grad.x)
    let hidden = try #require(cell.graph.states.first).previous
    comparison.compare("∂h0", gradient.adjoints[hidden, 0], known.grad.h0)
    if let expected = known.grad.c0 {
      let memory = try #require(cell.graph.previous(.memory))
      comparison.compare("∂c0", gradient.adjoints[memory, 0], expected)
    }
    for (letter, expected) in known.grad.forward {
      comparison.compare("∂\(letter)", try slope(letter), expected)
    }
  }

  private func all(_ signal: SignalID, in trace: Trace<Double>) -> [Double] {
    (0..<known.stepCount).flatMap { trace[signal, $0] }
  }

  private func slope(_ letter: String) throws -> [Double] {
    let place = try #require(letters.signal(letter), "no signal for \(letter)")
    switch place.slope {
    case .own:
      return all(place.id, in: gradient.adjoints)
    case .of(let name):
      return all(try #require(letters.named(name)), in: gradient.adjoints)
    case .product(let adjoint, let value):
      let slopes = all(try #require(letters.named(adjoint)), in: gradient.adjoints)
      return zip(slopes, all(try #require(letters.named(value)), in: trace)).map { $0 * $1 }
    case .through(let parameter, let adjoint):
      let weights = cell[try #require(cell.parameter(named: parameter))]
      let matrix = Array(weights).rows(of: known.unitCount)
      let slopes = all(try #require(letters.named(adjoint)), in: gradient.adjoints)
      return slopes.rows(of: known.unitCount).flatMap { slope in
        (0..<known.unitCount).map { column in
          zip(matrix, slope).reduce(0) { $0 + $1.0[column] * $1.1 }
        }
      }
    }
  }
}
