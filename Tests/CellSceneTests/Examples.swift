import CellEngine
import CellScene
import Screen
import Testing

/// Models and sessions for the tests; the weights are drawn from a fixed formula.
enum Examples {
  static let words = [
    "the", "which", "and", "was", "were", "cat", "cats", "dog", "dogs", "ate", "saw", "fish",
    "already", "full",
  ]
  static let sentence = "the cats which already ate fish were full"

  /// A model whose weights spread over −2…2 without any regularity that a bug could hide behind.
  static func model(_ kind: CellKind = .lecture, units: Int = 8) -> SequenceModel {
    var model = SequenceModel(
      name: "example", kind: kind, units: units, vocabulary: Vocabulary(words))
    for index in model.cell.parameters.indices {
      model.cell.parameters[index] = spread(index)
    }
    for index in model.readout.parameters.indices {
      model.readout.parameters[index] = 2 * spread(index + 7)
    }
    model.recipe["focus_unit"] = "3"
    return model
  }

  static func spread(_ index: Int) -> Double {
    let scrambled = (UInt64(index) &+ 1) &* 0x9e37_79b9_7f4a_7c15
    return Double((scrambled ^ (scrambled >> 29)) >> 11) / Double(1 << 53) * 4 - 2
  }

  static func session(_ kind: CellKind = .lecture, units: Int = 8) throws -> Session {
    let model = model(kind, units: units)
    return Session(model: model, tokens: try model.vocabulary.tokens(of: sentence))
  }

  /// The cells that every test of pictures goes through: the lecture's with all settings of its
  /// peepholes, and those of the catalogue; each graph once.
  static var kinds: [CellKind] {
    distinct(switched + CatalogueEntry.all.map(\.kind))
  }

  /// Every combination of switches that makes sense; each graph once.
  static var everyKind: [CellKind] {
    var kinds: Set<CellKind> = [.lecture, .gru(GRU()), .rnn(RNN())]
    for start in kinds {
      var family: Set<CellKind> = [start]
      let options = LSTM.gates.map(CellSwitch.peephole) + start.variants
      // A switch may need another one first, so go on until no combination is new.
      var found = 0
      while found < family.count {
        found = family.count
        for option in options {
          family.formUnion(family.map { $0.setting(option, to: !$0.isOn(option)) })
        }
      }
      kinds.formUnion(family)
    }
    return distinct(kinds.sorted { "\($0)" < "\($1)" })
  }

  private static func distinct(_ kinds: [CellKind]) -> [CellKind] {
    var graphs: Set<CellGraph> = []
    return kinds.filter { graphs.insert($0.graph).inserted }
  }

  private static var switched: [CellKind] {
    var kinds: [CellKind] = []
    for bits in 0..<8 {
      let peepholes = Set(
        LSTM.gates.enumerated().filter { bits >> $0.offset & 1 == 1 }.map(\.element))
      for readsNew in peepholes.contains(.output) ? [false, true] : [false] {
        for passesTanh in [true, false] {
          kinds.append(
            .lstm(
              LSTM(
                peepholes: peepholes, outputReadsNewMemory: readsNew, memoryPassesTanh: passesTanh))
          )
        }
      }
    }
    return kinds
  }
}

extension Session {
  /// Presses keys by their names, with spaces between them.
  ///
  /// - Returns: what the program has to do after the last key.
  @discardableResult
  mutating func press(_ keys: String) -> Effect {
    var effect = Effect.show
    for name in keys.split(separator: " ") {
      guard let key = Key(named: name) else {
        Issue.record("there is no key \(name)")
        continue
      }
      effect = handle(key)
    }
    return effect
  }
}
