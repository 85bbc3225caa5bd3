extension Cell<Double> {
  /// Why a number of a run is what it is.
  ///
  /// - Parameter interventions: those of the trace.
  public func explanation(
    of place: ValuePlace, in trace: Trace<Double>, interventions: Interventions = .none
  ) -> Explanation {
    let value = trace[place]
    let question = Question.value(place)
    guard !interventions.contains(place, in: graph) else {
      return Explanation(question, value, .clamped)
    }
    func read(_ signal: SignalID) -> Contribution {
      term(ValuePlace(signal, unit: place.unit, step: place.step), trace, interventions)
    }
    switch graph[place.signal].operation {
    case .input:
      return Explanation(question, value, .input)
    case .state(let position):
      guard place.step > 0 else {
        return Explanation(question, value, .initial(graph.states[position].role))
      }
      return Explanation(question, value, .carried, [read(place.signal)])
    case .affine(let terms):
      let contributions = terms.flatMap { weighted($0, for: place, trace, interventions) }
      return Explanation(question, value, .sum, contributions)
    case .activation(let function, let operand):
      return Explanation(question, value, .function(function), [read(operand)])
    case .product(let left, let right):
      return Explanation(question, value, .product, [read(left), read(right)])
    case .sum(let left, let right):
      return Explanation(question, value, .sum, [read(left), read(right)])
    case .complement(let operand):
      return Explanation(question, value, .complement, [read(operand)])
    }
  }

  /// A number as a term without a weight, or with one.
  private func term(
    _ place: ValuePlace, _ trace: Trace<Double>, _ interventions: Interventions,
    weight: Contribution.Weight? = nil, times weightValue: Double = 1
  ) -> Contribution {
    Contribution(
      weight: weight, times: weightValue, operand: trace[place],
      origin: graph.origin(of: place, isClamped: interventions.contains(place, in: graph)))
  }

  /// The products of one term of an affine sum, one for each column.
  private func weighted(
    _ term: Term, for place: ValuePlace, _ trace: Trace<Double>, _ interventions: Interventions
  ) -> [Contribution] {
    let parameter = term.parameter
    let first = parameterLayout[parameter.index].lowerBound
    switch term {
    case .matrix(_, let signal):
      let columns = valueLayout[signal.index].count
      let isInput = graph[signal].operation == .input
      return (0..<columns).compactMap { column in
        let weight = parameters[first + place.unit * columns + column]
        let product = self.term(
          ValuePlace(signal, unit: column, step: place.step), trace, interventions,
          weight: .cell(parameter, row: place.unit, column: column), times: weight)
        return isInput && product.operand == 0 && product.value == 0 ? nil : product
      }
    case .diagonal(_, let signal):
      return [
        self.term(
          ValuePlace(signal, unit: place.unit, step: place.step), trace, interventions,
          weight: .cell(parameter, row: place.unit, column: nil),
          times: parameters[first + place.unit])
      ]
    case .bias:
      return [
        Contribution(
          weight: .cell(parameter, row: place.unit, column: nil),
          times: parameters[first + place.unit], origin: .parameter)
      ]
    }
  }
}

extension SequenceModel {
  /// Why a number of a run, a score or a probability is what it is.
  ///
  ///     score = Σ Wy[word, k] a<t>[k] + by[word],   probability = e^score / Σ e^scores
  ///
  /// - Parameter interventions: those of the trace.
  public func explanation(
    of question: Question, in trace: Trace<Double>, interventions: Interventions = .none
  ) -> Explanation {
    switch question {
    case .value(let place):
      return cell.explanation(of: place, in: trace, interventions: interventions)
    case .score(let word, let step):
      let terms = scoreTerms(of: word, after: step, trace, interventions)
      return Explanation(question, terms.reduce(0) { $0 + $1.value }, .sum, terms)
    case .probability(let word, let step):
      let others = vocabulary.words.indices.filter { $0 != word }
      let scores = readout.scores(trace[cell.graph.output, step])
      let terms = ([word] + others).map { candidate in
        Contribution(
          operand: scores[candidate], origin: .number(.score(word: candidate, step: step)))
      }
      return Explanation(question, prediction(after: step, in: trace)[word], .softmax, terms)
    }
  }

  private func scoreTerms(
    of word: Int, after step: Int, _ trace: Trace<Double>, _ interventions: Interventions
  ) -> [Contribution] {
    let row = word * readout.unitCount
    let weighted = (0..<readout.unitCount).map { unit in
      let place = ValuePlace(cell.graph.output, unit: unit, step: step)
      return Contribution(
        weight: .readout(word: word, unit: unit), times: readout.parameters[row + unit],
        operand: trace[place], origin: .number(.value(place)))
    }
    let bias = Contribution(
      weight: .readout(word: word, unit: nil),
      times: readout.parameters[readout.biasRange.lowerBound + word], origin: .parameter)
    return weighted + [bias]
  }
}
