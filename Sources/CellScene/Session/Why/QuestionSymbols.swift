import CellEngine

extension Session {
  /// What people write for a number: `c<5>₈`, `(Γf∘c<4>)₈`, ŷ<6> of a word.
  func symbol(of question: Question) -> String {
    switch question {
    case .value(let place):
      let graph = run.cell.graph
      guard graph[place.signal].role != nil else { return formulaSymbol(of: place) }
      guard graph[place.signal].width == .units else {
        return symbol(ofInput: place.unit, .step(place.step + 1))
      }
      return symbol(ofAllUnits: place.signal, at: place.step) + notation.index(place.unit)
    case .score(let row, let step) where !model.predicts:
      return outputSymbol(.step(step + 1)) + outputIndex(row)
    case .score(let word, _):
      return language.text(.why(.score)) + language.quoted(model.vocabulary.words[word])
    case .probability(let word, let step):
      return notation.prediction(.step(step + 1)) + language.quoted(model.vocabulary.words[word])
    }
  }

  /// The formula of a number without a symbol, with its unit behind: `tanh(c<4>)₈`.
  private func formulaSymbol(of place: ValuePlace) -> String {
    let formula = symbol(ofAllUnits: place.signal, at: place.step)
    var isCall = false
    if case .activation = run.cell.graph[place.signal].operation { isCall = formula.hasSuffix(")") }
    return (isCall ? formula : "(" + formula + ")") + notation.index(place.unit)
  }

  /// A symbol with its time, also of gates, which carry none in an equation of one step; that of
  /// a signal without a role is its formula.
  func symbol(ofAllUnits signal: SignalID, at step: Int) -> String {
    let node = run.cell.graph[signal]
    guard let role = node.role else {
      return run.cell.graph.expression(of: signal, notation, at: .step(step + 1))
        .map(\.text).joined().replacingSpaces
    }
    if case .state = node.operation {
      return notation.stateSymbol(role, before: step)
    }
    return notation.stateSymbol(role, after: step)
  }

  /// What people write for a term: the number that it reads, or its bias.
  func symbol(of term: Contribution) -> String {
    switch term.origin {
    case .number(let question): return symbol(of: question)
    case .initialState(let role, let unit):
      return notation.stateSymbol(role, before: 0) + notation.index(unit)
    case .input(let step, let column): return symbol(ofInput: column, .step(step + 1))
    case .parameter:
      switch term.weight {
      case .cell(let parameter, let row, _):
        let bias = run.cell.graph[parameter]
        return notation.bias(bias.target, isSecond: !bias.source.isEmpty) + notation.index(row)
      case .readout, nil: return notation.readoutBias
      }
    }
  }

  /// The role whose ink a term has.
  func role(of term: Contribution) -> Role? {
    switch term.origin {
    case .number(.value(let place)): run.cell.graph.colourRole(of: place.signal)
    case .number, .parameter: nil
    case .initialState(let role, _): role
    case .input: .input
    }
  }

  /// The formula of a number, in symbols, for its own step.
  func formula(of question: Question) -> [EquationToken] {
    switch question {
    case .value(let place):
      let graph = run.cell.graph
      let time = TimeLabel.step(place.step + 1)
      if let equation = graph.equations(notation, at: time).first(where: {
        $0.signal == place.signal
      }) {
        return equation.right
      }
      return graph[place.signal].role == nil
        ? graph.expression(of: place.signal, notation, at: time) : []
    case .score(_, let step):
      let activation = notation.symbol(.activation, .step(step + 1))
      return [
        EquationToken(notation.readoutWeight + " "), EquationToken(activation, role: .activation),
        EquationToken(" + " + notation.readoutBias),
      ]
    case .probability:
      let (score, largest) = (language.text(.why(.score)), language.text(.why(.largest)))
      return [EquationToken(notation.softmax(score, largest: largest))]
    }
  }
}
