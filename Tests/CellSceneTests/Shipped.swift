import CellEngine
import CellScene
import Foundation
import ModelFiles
import Testing

/// The models that come with the program, read from their files.
enum Shipped: String, CaseIterable, CustomTestStringConvertible {
  case agreement
  case peephole = "agreement-peephole"
  case gru = "agreement-gru"
  case rnn = "agreement-rnn"
  case hundred = "agreement-100"
  case source

  /// Those with few units, which the tests look at one by one.
  static let allCases: [Shipped] = [.agreement, .peephole, .gru, .rnn]

  /// Those that have peepholes to switch.
  static let lstms: [Shipped] = [.agreement, .peephole]
  /// Those that have none.
  static let others: [Shipped] = [.gru, .rnn]

  var testDescription: String { rawValue }

  /// Sentences that begin, end and turn in different ways.
  static let sentences = [
    "the cats which already ate fish were full",
    "the cat was full",
    "the dogs which saw the cat which ate the fish were full",
    "fish",
    "full full full full full full full full full full full full",
  ]

  func model() throws -> SequenceModel {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Assets/\(rawValue).safetensors").standardized.path
    return try SequenceModel(SafetensorsFile(path: file), path: file)
  }

  /// A session as the program opens it with the models of the other cells, after some keys.
  static func family(keys: String = "") throws -> Session {
    let models = try [Shipped.agreement, .gru, .rnn].map { try $0.model() }
    var session = Session(
      model: models[0], others: Array(models.dropFirst()),
      tokens: try models[0].vocabulary.tokens(of: sentences[0]))
    session.press(keys)
    return session
  }

  /// A session as the program opens it with all models that have its words, after some keys.
  static func everything(first: Shipped = .agreement, keys: String = "") throws -> Session {
    let turn = [first] + [.agreement, .gru, .rnn].filter { $0 != first }
    let models = try turn.map { try $0.model() }
    var session = Session(
      model: models[0], others: Array(models.dropFirst()),
      named: try [Shipped.peephole, .hundred].map { try $0.model() },
      tokens: try models[0].vocabulary.tokens(of: sentences[0]))
    session.press(keys)
    return session
  }

  /// A session as the program opens it, after some keys.
  func session(
    _ sentence: String? = nil, keys: String = ""
  ) throws -> Session {
    let model = try model()
    let sentence = sentence ?? model.recipe["example"] ?? Self.sentences[0]
    var session = Session(model: model, tokens: try model.vocabulary.tokens(of: sentence))
    session.press(keys)
    return session
  }
}
