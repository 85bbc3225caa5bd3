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
    let memory = graph.memoryState.next
    let words = tokens.lazy.map { model.vocabulary.words[$0] }
    let stretches = SourceRegion.stretches(in: words)
    func reading(_ part: Range<Int>, following units: [[Int]]) -> [RegionReading] {
      var readings = zip(SourceRegion.allCases, units).map { region, units in
        RegionReading(
          part, stretches[region] ?? [], UnitContrast(memory, in: model.cell), following: units)
      }
      model.readParagraphs(of: tokens, in: part, memory) { place, values in
        for region in readings.indices { readings[region].add(values, at: place) }
      }
      return readings
    }
    let none = SourceRegion.allCases.map { _ in [Int]() }
    let chosen = reading(choice, following: none)
      .map { $0.contrast.ranked.prefix(count).map(\.unit) }
    findings = zip(SourceRegion.allCases, reading(measured, following: chosen))
      .flatMap { $1.findings($0) }
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

/// A part of a text as it is read: what all units do in one region, and every value of some of them.
private struct RegionReading {
  private let part: Range<Int>
  private let isMarked: [Bool]
  private(set) var contrast: UnitContrast
  private let units: [Int]
  /// The values of each followed unit, one a step.
  private var values: [[Double]]

  init(
    _ part: Range<Int>, _ marks: [Range<Int>], _ contrast: UnitContrast, following units: [Int]
  ) {
    var isMarked = Array(repeating: false, count: part.count)
    for mark in marks {
      for place in mark.clamped(to: part) { isMarked[place - part.lowerBound] = true }
    }
    (self.part, self.isMarked, self.contrast, self.units) = (part, isMarked, contrast, units)
    values = units.map { _ in [] }
  }

  /// Adds the step at a place of the text: a value of each unit.
  mutating func add(_ step: ArraySlice<Double>, at place: Int) {
    contrast.add(step, isMarked[place - part.lowerBound])
    for (index, unit) in units.enumerated() {
      values[index].append(step[step.startIndex + unit])
    }
  }

  /// What each followed unit does in the region, if the region occurs.
  func findings(_ region: SourceRegion) -> [RegionUnits.Finding] {
    guard contrast.marked.count > 0 else { return [] }
    return zip(units, values).map { unit, values in
      RegionUnits.Finding(
        region: region, share: Double(contrast.marked.count) / Double(max(1, part.count)),
        score: contrast.score(unit), area: UnitContrast.area(of: values, isMarked))
    }
  }
}

extension SequenceModel {
  /// Runs over a part of a text, each paragraph from c<0> = 0; a paragraph may be the whole text, so it
  /// is read in pieces.
  fileprivate func readParagraphs(
    of tokens: [Int], in part: Range<Int>,
    _ signal: SignalID, _ read: (_ place: Int, _ values: ArraySlice<Double>) -> Void
  ) {
    let lineEnd = vocabulary.index(of: CharacterWords.lineEnd)
    var first = part.lowerBound
    for place in part {
      let isEnd =
        place > first && tokens[place] == lineEnd && tokens[place - 1] == lineEnd
        || place == part.upperBound - 1
      guard isEnd else { continue }
      let start = first
      let inputs = tokens[start...place].lazy.map { reading.row(of: $0, in: vocabulary) }
      cell.tracePieces(of: inputs) { piece, offset in
        for step in 0..<piece.stepCount { read(start + offset + step, piece[signal, step]) }
      }
      first = place + 1
    }
  }
}
