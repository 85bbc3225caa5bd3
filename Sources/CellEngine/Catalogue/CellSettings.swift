/// The switches of every family as names and values, as a model file carries them.
///
/// A setting that is not there has its default, so files of earlier versions open unchanged.
extension CellKind {
  private enum Key {
    static let family = "cell.family"
    static let peepholes = "cell.peepholes"
    static let outputPeephole = "cell.output_peephole"
    static let memoryActivation = "cell.memory_activation"
    static let candidateActivation = "cell.candidate_activation"
    static let missingGates = "cell.missing_gates"
    static let coupledGate = "cell.coupled_gate"
    static let relevanceGate = "cell.relevance_gate"
    static let gateRecurrence = "cell.gate_recurrence"
    static let reset = "cell.reset"
    static let update = "cell.update"
    static let activation = "cell.activation"
  }

  fileprivate static let none = "none"
  private static let functions = Activation.allCases.map(\.rawValue)

  /// The switches as names and values; the rarer ones stand there only if they are set.
  public var settings: [String: String] {
    var settings =
      switch self {
      case .lstm(let lstm): Self.settings(of: lstm)
      case .gru(let gru):
        [
          Key.reset: gru.reset.rawValue,
          Key.update: gru.updateTakesNew ? "takes_new" : "keeps_old",
        ]
      case .rnn(let rnn): [Key.activation: rnn.function.rawValue]
      }
    settings[Key.family] = family.rawValue
    return settings
  }

  /// Reads the settings back; keys that do not begin with `cell.` are not looked at.
  ///
  /// - Throws: `SettingError` that names what is missing, unknown or makes no sense.
  public init(settings: [String: String]) throws(SettingError) {
    let reader = SettingReader(settings)
    let families = CellFamily.allCases.map(\.rawValue)
    switch CellFamily(rawValue: try reader.value(Key.family, oneOf: families, missing: nil)) {
    case .gru:
      try reader.allow([Key.family, Key.reset, Key.update])
      self = .gru(
        GRU(
          reset: try reader.value(Key.reset, missing: .before),
          updateTakesNew: try reader.choice(
            Key.update, "takes_new", "keeps_old", missing: true)))
    case .rnn:
      try reader.allow([Key.family, Key.activation])
      self = .rnn(RNN(function: try reader.value(Key.activation, missing: .tanh)))
    case .lstm, nil:
      try self.init(longMemory: reader)
    }
  }

  private static func settings(of lstm: LSTM) -> [String: String] {
    func names(_ gates: Set<Role>) -> String {
      LSTM.gates.filter(gates.contains).map(\.rawValue).joined(separator: " ")
    }
    var settings = [
      Key.peepholes: names(lstm.peepholes),
      Key.outputPeephole: lstm.outputReadsNewMemory ? "memory" : "previous_memory",
      Key.memoryActivation: lstm.memorySquashing?.rawValue ?? none,
    ]
    if lstm.candidateSquashing != .tanh {
      settings[Key.candidateActivation] = lstm.candidateSquashing?.rawValue ?? none
    }
    if !lstm.missingGates.isEmpty { settings[Key.missingGates] = names(lstm.missingGates) }
    settings[Key.coupledGate] = lstm.coupledGate?.rawValue
    if lstm.hasRelevanceGate { settings[Key.relevanceGate] = "yes" }
    if lstm.gatesReadGates { settings[Key.gateRecurrence] = "yes" }
    return settings
  }

  private init(longMemory reader: SettingReader) throws(SettingError) {
    try reader.allow([
      Key.family, Key.peepholes, Key.outputPeephole, Key.memoryActivation,
      Key.candidateActivation, Key.missingGates, Key.coupledGate, Key.relevanceGate,
      Key.gateRecurrence,
    ])
    func squashing(_ key: String) throws(SettingError) -> Activation? {
      let name = try reader.value(key, oneOf: Self.functions + [Self.none], missing: "tanh")
      return Activation(rawValue: name)
    }
    var lstm = LSTM()
    lstm.peepholes = try reader.gates(Key.peepholes)
    lstm.missingGates = try reader.gates(Key.missingGates)
    lstm.outputReadsNewMemory = try reader.choice(
      Key.outputPeephole, "memory", "previous_memory", missing: false)
    lstm.memorySquashing = try squashing(Key.memoryActivation)
    lstm.candidateSquashing = try squashing(Key.candidateActivation)
    lstm.coupledGate = Role(
      rawValue: try reader.value(
        Key.coupledGate, oneOf: ["forget", "update", Self.none], missing: Self.none))
    lstm.hasRelevanceGate = try reader.choice(Key.relevanceGate, "yes", "no", missing: false)
    lstm.gatesReadGates = try reader.choice(Key.gateRecurrence, "yes", "no", missing: false)
    // What a peephole reads that is not there says nothing.
    if lstm.missingGates.contains(.output) { lstm.outputReadsNewMemory = false }
    if let mistake = lstm.mistake { throw .senseless(mistake) }
    self = .lstm(lstm)
  }
}

/// Looks up settings and names what is wrong with them.
private struct SettingReader {
  let settings: [String: String]

  init(_ settings: [String: String]) { self.settings = settings }

  /// Refuses settings of the cell that its family does not have.
  func allow(_ keys: [String]) throws(SettingError) {
    let strangers = settings.keys.filter { $0.hasPrefix("cell.") && !keys.contains($0) }
    if let stranger = strangers.min() { throw .notASetting(stranger, allowed: keys) }
  }

  /// One of several words; without a default, the setting must be there.
  func value(
    _ key: String, oneOf allowed: [String], missing: String?
  ) throws(SettingError) -> String {
    guard let found = settings[key] ?? missing else { throw .missing(key) }
    guard allowed.contains(found) else { throw .unknown(key, found, allowed: allowed) }
    return found
  }

  /// One of the cases of an enumeration.
  func value<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, missing: Choice
  ) throws(SettingError) -> Choice {
    let allowed = Choice.allCases.map(\.rawValue)
    let name = try value(key, oneOf: allowed, missing: missing.rawValue)
    return Choice(rawValue: name) ?? missing
  }

  /// One of two words, the first of which is true.
  func choice(
    _ key: String, _ first: String, _ second: String, missing: Bool
  ) throws(SettingError) -> Bool {
    try value(key, oneOf: [first, second], missing: missing ? first : second) == first
  }

  /// Gates with spaces between them; or none, said or left out.
  func gates(_ key: String) throws(SettingError) -> Set<Role> {
    var gates: Set<Role> = []
    guard let names = settings[key], names != CellKind.none else { return gates }
    for name in names.split(separator: " ").map(String.init) {
      guard let gate = Role(rawValue: name), LSTM.gates.contains(gate) else {
        throw .unknown(key, name, allowed: LSTM.gates.map(\.rawValue))
      }
      gates.insert(gate)
    }
    return gates
  }
}

/// Why a model file's description of its cell is not understood.
public enum SettingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A setting is not there.
  case missing(String)
  /// A setting has a value that is not known.
  case unknown(String, String, allowed: [String])
  /// The family does not have such a setting.
  case notASetting(String, allowed: [String])
  /// The settings make no sense together.
  case senseless(SwitchError)

  /// One sentence that names the setting.
  public var description: String {
    switch self {
    case .missing(let key):
      "the metadata has no \(key)"
    case .unknown(let key, let value, let allowed):
      "the metadata says \(key) = \"\(value)\", but only \(allowed.joined(separator: ", ")) are known"
    case .notASetting(let key, let allowed):
      "the metadata says \(key), but this cell has only \(allowed.joined(separator: ", "))"
    case .senseless(let error):
      "the metadata describes no cell: "
        + error.reason.prefix(1).lowercased() + error.reason.dropFirst()
    }
  }
}
