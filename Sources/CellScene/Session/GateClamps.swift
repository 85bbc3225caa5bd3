public import CellEngine

/// Gates that are held at a value, for one word or from a word on.
///
/// Equal effects are equal values: to hold and to release again leaves nothing behind.
public struct GateClamps: Hashable, Sendable {
  /// What a gate does at a step.
  public enum Setting: Hashable, Sendable {
    /// It is computed from its sum.
    case computed
    /// It has this value, whatever its sum says.
    case held(Double)
  }

  /// Steps at which a gate is held at one value.
  public struct Span: Hashable, Sendable {
    /// The gate.
    public let gate: Role
    /// The value.
    public let value: Double
    /// The first step, from 0.
    public let first: Int
    /// The last step; nil if it is held to the end.
    public let last: Int?
  }

  /// For each gate the steps at which its setting becomes another one.
  private var changes: [Role: [Int: Setting]] = [:]

  /// Holds nothing.
  public init() {}

  /// Whether nothing is held.
  public var isEmpty: Bool { changes.isEmpty }

  /// What a gate does at a step.
  public func setting(of gate: Role, at step: Int) -> Setting {
    let before = changes[gate, default: [:]].filter { $0.key <= step }
    return before.max { $0.key < $1.key }?.value ?? .computed
  }

  /// Holds or releases a gate.
  public mutating func set(_ gate: Role, to setting: Setting, at steps: Clamp.Steps) {
    var line = changes[gate, default: [:]].filter { !steps.contains($0.key) }
    line[steps.first] = setting
    if let last = steps.last { line[last + 1] = self.setting(of: gate, at: last + 1) }
    replace(line, of: gate)
  }

  /// Moves what is held to other steps, as words come in or go.
  ///
  /// - Parameter moved: the new place of a step; nil for one that is gone.
  mutating func moveSteps(_ moved: (Int) -> Int?) {
    for (gate, old) in changes {
      var line: [Int: Setting] = [:]
      for (step, setting) in old.sorted(by: { $0.key < $1.key }) {
        // Where a step is gone, the one that follows it takes its place.
        line[moved(step) ?? step] = setting
      }
      replace(line, of: gate)
    }
  }

  /// Keeps the gates that are held from the first word to the last.
  mutating func forgetWords() { changes = changes.filter { $0.value.keys.elementsEqual([0]) } }

  private mutating func replace(_ line: [Int: Setting], of gate: Role) {
    var kept: [Int: Setting] = [:]
    var last = Setting.computed
    for (step, setting) in line.sorted(by: { $0.key < $1.key }) where setting != last {
      kept[step] = setting
      last = setting
    }
    changes[gate] = kept.isEmpty ? nil : kept
  }

  /// All spans, gate by gate in the order of the roles.
  public var spans: [Span] {
    Role.allCases.flatMap { gate in
      let line = changes[gate, default: [:]].sorted { $0.key < $1.key }
      return line.indices.compactMap { place -> Span? in
        guard case .held(let value) = line[place].value else { return nil }
        let next = place + 1 < line.count ? line[place + 1].key : nil
        return Span(gate: gate, value: value, first: line[place].key, last: next.map { $0 - 1 })
      }
    }
  }

  /// What a run does differently because of them.
  public var interventions: Interventions {
    Interventions(
      spans.map { span in
        let steps = Clamp.Steps(from: span.first, through: span.last)
        return Clamp(.role(span.gate), to: span.value, steps: steps)
      })
  }
}
