/// An equation with one unit's numbers put in, stage by stage, to its result.
///
///     .04 × .20 + .97 × .90 = +.88          σ(2.31 + .14 + 1.00) = σ(3.45) = .97
///
/// What is shown re-adds to what is shown: as many decimals are given as that needs.
public struct WorkedEquation: Hashable, Sendable {
  /// The stages from the numbers put in to the result, which stands last and alone.
  public let stages: [[EquationToken]]
  /// How many decimals the numbers have that are put in.
  public let givenDecimals: Int

  /// All stages joined by equals signs.
  public var text: String {
    stages.map { $0.map(\.text).joined() }.joined(separator: " = ")
  }
}

extension Cell<Double> {
  /// The equation of a signal with the numbers of one unit at one step put in.
  ///
  /// - Parameters:
  ///   - signal: any computed signal; unnamed signals inside its equation are written out.
  ///   - unit: from 0.
  ///   - interventions: those of the trace; of a clamped signal the result is what the equation
  ///     gives and not what was put in its place.
  public func worked(
    _ signal: SignalID, unit: Int, in trace: Trace<Double>, at step: Int, _ notation: Notation,
    interventions: Interventions = .none
  ) -> WorkedEquation {
    let place = ValuePlace(signal, unit: unit, step: step)
    let formula = figures(defining: signal, unit: unit, trace, step)
    let result = interventions.contains(place, in: graph) ? formula.value : trace[place]
    let stages = formula.stages
    let chains = WorkedChain.Decimals.choices.map { decimals in
      WorkedChain(stages: stages, result: result, decimals: decimals, notation: notation)
    }
    let chain = chains.first(where: \.holds) ?? chains[chains.count - 1]
    return chain.worked(sign: sign(of: signal))
  }

  /// Whether a signal's values are written with their sign: those that can be below zero.
  public func sign(of signal: SignalID) -> Figure.Sign {
    switch graph[signal].operation {
    case .activation(let function, _): function.range.lowerBound < 0 ? .always : .negative
    case .complement: .negative
    case .input, .state, .affine, .product, .sum:
      graph[signal].role?.isGate == true ? .negative : .always
    }
  }

  private func figures(defining signal: SignalID, unit: Int, _ trace: Trace<Double>, _ step: Int)
    -> WorkedFormula
  {
    func use(_ operand: SignalID) -> WorkedFormula {
      if graph[operand].role == nil {
        return figures(defining: operand, unit: unit, trace, step)
      }
      return .number(trace[operand, step, unit], graph[operand].role, isFound: false)
    }
    switch graph[signal].operation {
    case .input, .state:
      return .number(trace[signal, step, unit], graph[signal].role, isFound: false)
    case .affine(let terms):
      return .sum(
        terms.map { term in
          let share = contribution(of: term, unit: unit, in: trace, at: step)
          return .number(share, term.operand.flatMap { graph[$0].role }, isFound: false)
        })
    case .activation(let function, let operand): return .activation(function, use(operand))
    case .product(let left, let right): return .product(use(left), use(right))
    case .sum(let left, let right): return .sum([use(left), use(right)])
    case .complement(let operand): return .complement(use(operand))
    }
  }
}
