public import CellEngine

/// How clearly one unit's memory c<t> tells singular from plural.
///
/// In a cell without a memory, a plain network, it is a<t> that remembers.
public struct UnitProbe: Hashable, Sendable {
  /// The unit, from 0.
  public let unit: Int
  /// The mean of c<t> on the word before the verb, for singular subjects.
  public let singularMean: Double
  /// The mean of c<t> on the word before the verb, for plural subjects.
  public let pluralMean: Double
  /// The distance of the two means over the pooled standard deviation (Cohen 1988).
  public let separation: Double
  /// The share of sentences that the best threshold on c<t> before the verb sorts right.
  public let thresholdAccuracy: Double
  /// The share of sentences that the sign of c<t> before the verb sorts right.
  public let signAccuracy: Double
  /// The share of sentences where the sign is right on every word from the noun up to the verb.
  public let heldSignAccuracy: Double
  /// The smallest |c<t>| of all sentences from the noun up to the verb.
  public let smallest: Double
  /// The mean of Γu on the noun; 0 if the cell has no such gate.
  public let updateOnNoun: Double
  /// The mean of Γu on the words between noun and verb; 0 if the cell has no such gate.
  public let updateInGap: Double
  /// The mean of Γf on the words between noun and verb; 0 if the cell has no such gate.
  public let forgetInGap: Double

  /// Probes every unit of a model, the one that tells most clearly first.
  public static func ranked(
    _ model: SequenceModel, on sentences: [AgreementSentence]
  ) -> [UnitProbe] {
    let runs = sentences.map { ProbedRun($0, model: model) }
    let units = model.cell.unitCount
    /// The memories on the word before the verb, for subjects of one number.
    func before(_ number: GrammaticalNumber) -> UnitMoments {
      var moments = UnitMoments(units: units)
      for run in runs where run.number == number {
        if let last = run.memories.last { moments.add(last) }
      }
      return moments
    }
    let (singular, plural) = (before(.singular), before(.plural))
    return (0..<units).map { UnitProbe(unit: $0, runs: runs, singular, plural) }
      .sorted { ($0.heldSignAccuracy, $0.separation) > ($1.heldSignAccuracy, $1.separation) }
  }

  private init(unit: Int, runs: [ProbedRun], _ singular: UnitMoments, _ plural: UnitMoments) {
    let (low, high) = (singular.moments[unit].mean, plural.moments[unit].mean)
    let sign = high > low ? 1.0 : -1.0
    /// c<t>, turned so that the sign is right where it is positive.
    func turned(_ run: ProbedRun) -> [Double] {
      run.memories.map { $0[unit] * (run.number == .plural ? sign : -sign) }
    }
    /// c<t> before the verb, turned so that plural is higher.
    func before(_ number: GrammaticalNumber) -> [Double] {
      runs.filter { $0.number == number }.map { sign * ($0.memories.last?[unit] ?? 0) }
    }
    func share(_ count: Int) -> Double { Double(count) / Double(max(1, runs.count)) }
    func mean(_ values: [Double]) -> Double {
      values.reduce(0, +) / Double(max(1, values.count))
    }
    let smallests = runs.map { run in run.memories.map { abs($0[unit]) }.min() ?? 0 }

    self.unit = unit
    (singularMean, pluralMean) = (low, high)
    separation = plural.separation(of: unit, from: singular).magnitude
    thresholdAccuracy = share(Self.sortedRight(low: before(.singular), high: before(.plural)))
    signAccuracy = share(runs.count { run in turned(run).last.map { $0 > 0 } ?? false })
    heldSignAccuracy = share(runs.count { run in turned(run).allSatisfy { $0 > 0 } })
    smallest = smallests.min() ?? 0
    updateOnNoun = mean(runs.flatMap { $0.updates.prefix(1).map { $0[unit] } })
    updateInGap = mean(runs.flatMap { $0.updates.dropFirst().map { $0[unit] } })
    forgetInGap = mean(runs.flatMap { $0.forgets.dropFirst().map { $0[unit] } })
  }

  /// The largest number of values that one threshold sorts right.
  private static func sortedRight(low: [Double], high: [Double]) -> Int {
    let all = low.map { (value: $0, isHigh: false) } + high.map { (value: $0, isHigh: true) }
    var right = high.count
    var best = right
    for item in all.sorted(by: { $0.value < $1.value }) {
      right += item.isHigh ? -1 : 1
      best = max(best, right)
    }
    return best
  }
}

/// What a sentence does to the cell from its noun up to its verb.
private struct ProbedRun {
  let number: GrammaticalNumber
  /// c<t> of all units, word after word; the noun first.
  let memories: [[Double]]
  /// Γu in the same way; empty if the cell has no such gate.
  let updates: [[Double]]
  /// Γf in the same way.
  let forgets: [[Double]]

  init(_ sentence: AgreementSentence, model: SequenceModel) {
    let trace = model.trace(model.vocabulary.tokens(of: sentence.beginning))
    func values(_ role: Role) -> [[Double]] {
      guard let signal = model.cell.graph.signal(role) else { return [] }
      return (AgreementSentence.nounPlace..<sentence.verbPlace).map { Array(trace[signal, $0]) }
    }
    number = sentence.number
    memories = values(model.cell.graph.signal(.memory) == nil ? .activation : .memory)
    updates = values(.update)
    forgets = values(.forget)
  }
}
