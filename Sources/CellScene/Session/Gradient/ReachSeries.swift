import CellEngine

/// What is left of a gradient at every time, for one state of one cell.
struct ReachSeries: Hashable {
  /// Which path is followed.
  enum Path: Hashable {
    /// The whole derivative with respect to a state or the activation.
    case whole(symbol: String, bare: String)
    /// Along the memory line alone, the product of what is kept.
    case direct(kept: String)

    /// The derivative with respect to a signal, in some symbols.
    static func whole(of role: Role, _ notation: Notation) -> Path {
      .whole(symbol: notation.symbol(role, .general), bare: notation.bareSymbol(role))
    }
  }

  /// The cell.
  let cell: String
  /// The path.
  let path: Path
  /// Whether it is the whole derivative of the state that remembers: the one to speak of.
  let isMain: Bool
  /// |∂loss/∂state<t>| over that at the loss, for t = 0 … T; nil behind the loss, and everywhere if
  /// nothing flows back at all.
  let shares: [Double?]
}

/// The series of a session, and what they depend on.
struct Reach {
  /// All that the series depend on.
  struct Question: Hashable {
    let experiment: Experiment
    let loss: Loss
    let convention: Notation.Convention
    let modelCount: Int
  }

  let question: Question
  let series: [ReachSeries]
}

extension Session {
  /// What is left of the loss's gradient in each family of cells among the models.
  ///
  /// They come in the models' order whichever is shown, so that each keeps its mark. The shown one
  /// has its switches and edits; the others read the same words as they were trained.
  var reachSeries: [ReachSeries] {
    if let reach, reach.question == reachQuestion { return reach.series }
    return computedReachSeries
  }

  /// Keeps the series while the gradient is shown: a picture need not run all cells again.
  mutating func keepReach() {
    guard view.context == .gradient else {
      reach = nil
      return
    }
    let question = reachQuestion
    guard reach?.question != question else { return }
    reach = Reach(question: question, series: computedReachSeries)
  }

  private var reachQuestion: Reach.Question {
    Reach.Question(
      experiment: experiment, loss: loss, convention: convention, modelCount: models.count)
  }

  private var computedReachSeries: [ReachSeries] {
    var families: Set<CellFamily> = [run.kind.family]
    return models.enumerated().flatMap { place, other in
      if place == experiment.model { return series(of: run, model) }
      guard families.insert(other.kind.family).inserted else { return [] }
      return series(
        of: Run(other, Experiment(model: place, kind: other.kind, tokens: tokens)), other)
    }
  }

  private func series(of run: Run, _ model: SequenceModel) -> [ReachSeries] {
    let cell = run.cell
    // Each cell has letters of its own: the memory of a GRU is PyTorch's h.
    let notation = Notation(convention, for: cell.graph)
    let reach = cell.reach(
      of: loss.objective(of: model, cell.graph), in: run.trace, interventions: run.interventions)
    func shares(_ norms: [Double], of whole: Double) -> [Double?] {
      norms.enumerated().map { time, norm in
        time <= reach.time && whole > 0 ? norm / whole : nil
      }
    }
    var found: [ReachSeries] = []
    let main = reach.memory ?? reach.activation
    found.append(
      ReachSeries(
        cell: cell.graph.name,
        path: .whole(of: main.role, notation), isMain: true,
        shares: shares(main.norms, of: main.norms[reach.time])))
    if let direct = main.directNorms, let factors = cell.graph.keptFactors(of: main.role) {
      found.append(
        ReachSeries(
          cell: cell.graph.name, path: .direct(kept: kept(factors, in: cell.graph, notation)),
          isMain: false, shares: shares(direct, of: main.norms[reach.time])))
    }
    if reach.memory != nil, reach.activation.role != .memory {
      var left = shares(reach.activation.norms, of: reach.activation.norms[reach.time])
      if cell.graph.previous(reach.activation.role) == nil, !left.isEmpty { left[0] = nil }
      found.append(
        ReachSeries(
          cell: cell.graph.name,
          path: .whole(of: reach.activation.role, notation), isMain: false, shares: left))
    }
    return found
  }

  /// What multiplies the old memory on its line, in symbols: Γf, or (1−Γu).
  private func kept(_ factors: [SignalID], in graph: CellGraph, _ notation: Notation) -> String {
    guard !factors.isEmpty else { return "1" }
    return factors.map { factor in
      let text = graph.expression(of: factor, notation, at: .general).map(\.text).joined()
        .replacingSpaces
      return graph[factor].role == nil ? "(\(text))" : text
    }.joined(separator: notation.elementwise)
  }
}
