/// A cell of the catalogue with its switches set.
public enum CellKind: Hashable, Sendable {
  /// The long short-term memory.
  case lstm(LSTM)

  /// The description that every reader works from.
  public var graph: CellGraph {
    switch self {
    case .lstm(let lstm): lstm.graph
    }
  }
}

/// One thing about a cell that can be switched.
public enum CellSwitch: Hashable, Sendable {
  /// The gate reads the memory through a peephole.
  case peephole(Role)
  /// The output gate's peephole reads c<t>, not c<t-1>.
  case outputReadsNewMemory
  /// The activation is Γo ∘ tanh c<t>, not Γo ∘ c<t>.
  case memoryPassesTanh
}

extension CellKind {
  /// The cell as the lecture writes it.
  public static let lecture = CellKind.lstm(LSTM())

  /// The gates that can have a peephole, in the order of evaluation.
  public var peepholeGates: [Role] {
    switch self {
    case .lstm: LSTM.gates
    }
  }

  /// The switches beside the peepholes.
  public var variants: [CellSwitch] {
    switch self {
    case .lstm: [.outputReadsNewMemory, .memoryPassesTanh]
    }
  }

  /// Whether a switch is on.
  public func isOn(_ option: CellSwitch) -> Bool {
    switch self {
    case .lstm(let lstm):
      switch option {
      case .peephole(let gate): lstm.peepholes.contains(gate)
      case .outputReadsNewMemory: lstm.outputReadsNewMemory
      case .memoryPassesTanh: lstm.memoryPassesTanh
      }
    }
  }

  /// The same cell with a switch set; a gate that can have no peephole stays without.
  public func setting(_ option: CellSwitch, to isOn: Bool) -> CellKind {
    switch self {
    case .lstm(var lstm):
      switch option {
      case .peephole(let gate):
        if isOn, LSTM.gates.contains(gate) {
          lstm.peepholes.insert(gate)
        } else {
          lstm.peepholes.remove(gate)
        }
      case .outputReadsNewMemory: lstm.outputReadsNewMemory = isOn
      case .memoryPassesTanh: lstm.memoryPassesTanh = isOn
      }
      return .lstm(lstm)
    }
  }

  /// The switches as names and values, as a model file carries them.
  public var settings: [String: String] {
    switch self {
    case .lstm(let lstm):
      [
        "cell.family": "lstm",
        "cell.peepholes": LSTM.gates.filter(lstm.peepholes.contains).map(\.rawValue)
          .joined(separator: " "),
        "cell.output_peephole": lstm.outputReadsNewMemory ? "memory" : "previous_memory",
        "cell.memory_activation": lstm.memoryPassesTanh ? "tanh" : "none",
      ]
    }
  }

  /// Reads the settings back.
  ///
  /// - Throws: `SettingError` that names what is missing or unknown.
  public init(settings: [String: String]) throws(SettingError) {
    func value(_ key: String, oneOf allowed: [String]) throws(SettingError) -> String {
      guard let found = settings[key] else { throw .missing(key) }
      guard allowed.contains(found) else { throw .unknown(key, found, allowed: allowed) }
      return found
    }
    _ = try value("cell.family", oneOf: ["lstm"])
    var lstm = LSTM()
    let names = LSTM.gates.map(\.rawValue)
    guard let peepholes = settings["cell.peepholes"] else { throw .missing("cell.peepholes") }
    for name in peepholes.split(separator: " ").map(String.init) {
      guard let gate = Role(rawValue: name), LSTM.gates.contains(gate) else {
        throw .unknown("cell.peepholes", name, allowed: names)
      }
      lstm.peepholes.insert(gate)
    }
    lstm.outputReadsNewMemory =
      try value("cell.output_peephole", oneOf: ["memory", "previous_memory"]) == "memory"
    lstm.memoryPassesTanh = try value("cell.memory_activation", oneOf: ["tanh", "none"]) == "tanh"
    self = .lstm(lstm)
  }
}

/// Why a model file's description of its cell is not understood.
public enum SettingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A setting is not there.
  case missing(String)
  /// A setting has a value that is not known.
  case unknown(String, String, allowed: [String])

  /// One sentence that names the setting.
  public var description: String {
    switch self {
    case .missing(let key):
      "the metadata has no \(key)"
    case .unknown(let key, let value, let allowed):
      "the metadata says \(key) = \"\(value)\", but only \(allowed.joined(separator: ", ")) is known"
    }
  }
}
