public import CellEngine

/// Which unit's memory tells the regions of a program's text, measured on text.
///
/// Each paragraph, up to an empty line, is read from c<0> = 0, as the program opens a text. For each
/// region the units that stand apart most clearly (`UnitContrast`) are chosen on one part of the text
/// and measured on another one.
public struct RegionUnits: Hashable, Sendable {
  /// What one unit does in a region and elsewhere.
  public struct Finding: Hashable, Sendable {
    /// The region.
    public let region: SourceRegion
    /// The share of the measured text that is in it.
    public let share: Double
    /// The unit with its means and its separation.
    public let score: UnitContrast.Score
    /// The chance that the unit is higher inside than elsewhere; 0 and 1 tell perfectly, ½ not.
    public let area: Double
  }

  /// Findings for each region that occurs, the unit that was chosen first first.
  public let findings: [Finding]

  /// Measures a model.
  ///
  /// - Parameters:
  ///   - tokens: the text.
  ///   - choice: the part on which units are chosen.
  ///   - measured: the part on which they are measured.
  ///   - count: how many units are chosen for each region.
  public init(
    of model: SequenceModel, in tokens: [Int], choosing choice: Range<Int>,
    measuring measured: Range<Int>, count: Int = 2
  ) {
    let graph = model.cell.graph
    guard let memory = graph.signal(.memory) ?? graph.signal(.activation) else {
      findings = []
      return
    }
    let words = tokens.lazy.map { model.vocabulary.words[$0] }
    let stretches = SourceRegion.stretches(in: words)
    let chosen = RegionReading(model, memory, tokens, choice)
    let reading = RegionReading(model, memory, tokens, measured)
    findings = SourceRegion.allCases.flatMap { region -> [Finding] in
      let marks = stretches[region] ?? []
      let contrast = reading.contrast(marks)
      guard contrast.marked.count > 0 else { return [] }
      return chosen.contrast(marks).ranked.prefix(count).map { best in
        Finding(
          region: region, share: Double(contrast.marked.count) / Double(max(1, measured.count)),
          score: contrast.score(best.unit), area: reading.area(of: best.unit, marks))
      }
    }
  }

  /// Measures a model on the last tenth of a text, with units chosen on the tenth before.
  public init(of model: SequenceModel, in tokens: [Int]) {
    let tenth = tokens.count / 10
    let end = tokens.count
    self.init(
      of: model, in: tokens, choosing: (end - 2 * tenth)..<(end - tenth),
      measuring: (end - tenth)..<end)
  }

  /// The unit of each region and what was measured, as names and values.
  public var settings: [String: String] {
    func rounded(_ value: Double) -> String { "\((value * 100).rounded() / 100)" }
    var settings: [String: String] = [:]
    for finding in findings {
      let (score, name) = (finding.score, "unit.\(finding.region.rawValue)")
      guard settings[name] == nil else { continue }
      settings[name] =
        "\(score.unit + 1), area \(rounded(finding.area)), separation \(rounded(score.separation)), "
        + "mean \(rounded(score.markedMean)) inside, \(rounded(score.otherMean)) elsewhere"
    }
    return settings
  }
}

/// A part of a text read paragraph by paragraph.
private struct RegionReading {
  private let model: SequenceModel
  private let memory: SignalID
  /// The traces of the memory alone: the place of the first step and the values, [T][H].
  private var steps: [(place: Int, values: [Double])] = []

  init(_ model: SequenceModel, _ memory: SignalID, _ tokens: [Int], _ part: Range<Int>) {
    (self.model, self.memory) = (model, memory)
    let lineEnd = model.vocabulary.index(of: CharacterWords.lineEnd)
    var first = part.lowerBound
    for place in part {
      let isEnd =
        place > first && tokens[place] == lineEnd && tokens[place - 1] == lineEnd
        || place == part.upperBound - 1
      guard isEnd else { continue }
      let trace = model.trace(Array(tokens[first...place]))
      for step in 0..<trace.stepCount { steps.append((first + step, Array(trace[memory, step]))) }
      first = place + 1
    }
  }

  func contrast(_ marks: [Range<Int>]) -> UnitContrast {
    var contrast = UnitContrast(memory, in: model.cell)
    for (step, isMarked) in zip(steps, flags(marks)) { contrast.add(step.values, isMarked) }
    return contrast
  }

  func area(of unit: Int, _ marks: [Range<Int>]) -> Double {
    UnitContrast.area(of: steps.map { $0.values[unit] }, flags(marks))
  }

  /// Whether each step is marked; the marks are in order and apart.
  private func flags(_ marks: [Range<Int>]) -> [Bool] {
    var rest = marks[...]
    return steps.map { step in
      while let first = rest.first, first.upperBound <= step.place { rest.removeFirst() }
      return rest.first?.contains(step.place) ?? false
    }
  }
}
