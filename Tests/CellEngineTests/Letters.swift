import CellEngine

/// Where the fixtures' letters stand in a graph of ours.
struct Letters {
  /// Where ∂loss/∂(letter) is found.
  enum Slope {
    /// In the adjoint of the signal itself.
    case own
    /// In the adjoint of another signal, because the letter is only added to it.
    case of(String)
    /// The product of an adjoint and a value: the letter is a copy that the graph does not make.
    case product(adjoint: String, value: String)
    /// Back through the matrix of a sum: the letter is a copy that the graph does not make.
    case through(parameter: String, adjoint: String)
  }

  /// Signals to look for, the first that exists is meant.
  typealias Places = [(signal: String, slope: Slope)]

  let family: String
  let graph: CellGraph
  private let names: SignalNames

  init(family: String, graph: CellGraph) {
    self.family = family
    self.graph = graph
    names = SignalNames(graph)
  }

  /// The role that a letter stands for.
  private var roles: [Character: Role] {
    switch family {
    case "lstm":
      [
        "z": .candidate, "i": .update, "f": .forget, "o": .output, "r": .relevance,
        "y": .activation, "c": .memory,
      ]
    case "gru": ["z": .update, "r": .relevance, "n": .candidate, "y": .memory]
    default: ["a": .activation, "y": .activation]
    }
  }

  /// The name of the parameter that a letter of the fixtures stands for.
  func parameter(_ letter: String) -> String? {
    if family == "rnn" {
      return [
        "W": "activation.weight.input", "R": "activation.weight.activation",
        "b": "activation.bias",
      ][letter]
    }
    let parts = letter.split(separator: "_")
    guard parts.count == 2, let last = parts[1].last, let target = roles[last]?.rawValue else {
      return nil
    }
    switch parts[0] {
    case "W": return "\(target).weight.input"
    case "b": return "\(target).bias"
    case "p": return "\(target).peephole.memory"
    case "c": return "\(target).bias.memory"
    case "R" where parts[1].count == 2:
      return parts[1].first.flatMap { roles[$0] }.map { "\(target).weight.\($0.rawValue)" }
    case "R":
      let state = family == "gru" ? "memory" : "activation"
      let gated = "\(target).weight.relevance_times_previous_\(state)"
      let isGated = graph.parameters.contains { $0.name == gated }
      return isGated ? gated : "\(target).weight.\(state)"
    default: return nil
    }
  }

  /// The signal that a letter stands for, and where its slope is found.
  func signal(_ letter: String) -> (id: SignalID, slope: Slope)? {
    for place in places(letter) {
      if let id = names.signal(named: place.signal) { return (id, place.slope) }
    }
    return nil
  }

  /// The signal with a name.
  func named(_ name: String) -> SignalID? { names.signal(named: name) }

  private func places(_ letter: String) -> Places {
    if letter.hasSuffix("_bar"), let first = letter.first, let role = roles[first] {
      return [(role.rawValue + "_preactivation", .own), (role.rawValue, .own)]
    }
    if letter.count == 1, let first = letter.first, let role = roles[first] {
      return [(role.rawValue, .own)]
    }
    return family == "gru" ? gatedUnit(letter) : longMemory(letter)
  }

  private func longMemory(_ letter: String) -> Places {
    switch letter {
    case "iz": [("update_times_candidate", .own), ("candidate", .own)]
    case "fc": [("forget_times_previous_memory", .own), ("previous_memory", .of("memory"))]
    case "rh": [("relevance_times_previous_activation", .own)]
    case "hc":
      [
        ("tanh_memory", .own), ("bipolarSigmoid_memory", .own),
        graph.signal(.output) == nil
          ? ("activation", .own)
          : ("memory", .product(adjoint: "activation", value: "output")),
      ]
    default: []
    }
  }

  private func gatedUnit(_ letter: String) -> Places {
    switch letter {
    case "rh":
      [
        ("relevance_times_previous_memory", .own),
        (
          "previous_memory",
          .through(parameter: "candidate.weight.memory", adjoint: "candidate_preactivation")
        ),
      ]
    case "Rh": [("candidate_from_previous_memory", .own)]
    case "rRh": [("relevance_times_candidate_from_previous_memory", .own)]
    case "keep":
      [
        ("one_minus_update_times_previous_memory", .own),
        ("update_times_previous_memory", .own),
      ]
    case "write":
      [("one_minus_update_times_candidate", .own), ("update_times_candidate", .own)]
    default: []
    }
  }
}
