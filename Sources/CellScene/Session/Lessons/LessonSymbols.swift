import CellEngine

/// The symbols that the sentences of a lesson speak of, in the notation of the screen.
public struct LessonSymbols: Hashable, Sendable {
  private let convention: Notation.Convention

  init(_ convention: Notation.Convention) { self.convention = convention }

  private var notation: Notation { Notation(convention) }

  var forget: String { notation.bareSymbol(.forget) }
  var update: String { notation.bareSymbol(.update) }
  var output: String { notation.bareSymbol(.output) }
  var relevance: String { notation.bareSymbol(.relevance) }
  var candidate: String { notation.symbol(.candidate, .general) }
  var memory: String { notation.symbol(.memory, .general) }
  var lastMemory: String { notation.symbol(.memory, .general, previous: true) }
  var activation: String { notation.symbol(.activation, .general) }
  var lastActivation: String { notation.symbol(.activation, .general, previous: true) }
  var input: String { notation.symbol(.input, .general) }
  var tanhOfMemory: String { notation.applied(.tanh, to: memory) }

  /// The memory after so many words.
  func memory(_ step: Int) -> String {
    notation.symbol(.memory, .step(step + 1), previous: true)
  }
}
