public import CellEngine

/// Singular or plural.
public enum GrammaticalNumber: String, CaseIterable, Hashable, Sendable {
  /// One: the cat was.
  case singular
  /// More than one: the cats were.
  case plural

  /// The verb that agrees with a subject of this number.
  public var verb: String {
    switch self {
    case .singular: "was"
    case .plural: "were"
    }
  }

  /// The other one.
  public var opposite: GrammaticalNumber {
    switch self {
    case .singular: .plural
    case .plural: .singular
    }
  }
}

/// The words of the task agreement.
public struct AgreementWords: Hashable, Sendable {
  /// A noun in both numbers.
  public struct Noun: Hashable, Sendable {
    /// Such as `cat`.
    public let singular: String
    /// Such as `cats`.
    public let plural: String

    /// The form for a number.
    public func form(_ number: GrammaticalNumber) -> String {
      switch number {
      case .singular: singular
      case .plural: plural
      }
    }
  }

  /// What may follow a verb inside a clause.
  public enum Complement: Hashable, Sendable {
    /// Nothing: `slept`.
    case nothing
    /// A noun without number: `ate fish`.
    case mass
    /// A noun without number after `the`: `ate the fish`.
    case theMass
    /// A noun with a number of its own, which tempts to the wrong verb: `saw the dogs`.
    case theNoun
  }

  /// A past-tense verb, which has the same form for both numbers.
  public struct Verb: Hashable, Sendable {
    /// Such as `ate`.
    public let word: String
    /// What may follow; one that stands n times is n times as likely.
    public let complements: [Complement]
  }

  /// Nouns that can be the subject or an object.
  public let nouns = [
    Noun(singular: "cat", plural: "cats"), Noun(singular: "dog", plural: "dogs"),
    Noun(singular: "bird", plural: "birds"), Noun(singular: "horse", plural: "horses"),
    Noun(singular: "girl", plural: "girls"), Noun(singular: "boy", plural: "boys"),
  ]
  /// Nouns without number, only objects.
  public let massNouns = ["fish", "bread", "milk"]
  /// What may stand before a verb inside a clause.
  public let adverbs = ["already", "often", "once", "never"]
  /// The verbs inside a clause.
  public let verbs = [
    Verb(
      word: "ate",
      complements: [
        .nothing, .nothing, .nothing, .nothing, .nothing, .mass, .mass, .mass, .theMass, .theNoun,
      ]),
    Verb(word: "saw", complements: [.mass, .theMass, .theNoun, .theNoun, .theNoun]),
    Verb(word: "liked", complements: [.mass, .theMass, .theNoun, .theNoun, .theNoun]),
    Verb(word: "chased", complements: [.theNoun]),
    Verb(word: "ran", complements: [.nothing]),
    Verb(word: "slept", complements: [.nothing]),
    Verb(word: "sang", complements: [.nothing]),
  ]
  /// The words that the task chooses between: the verb of each number.
  public let choices = GrammaticalNumber.allCases.map(\.verb)
  /// What the subject is in the end.
  public let adjectives = ["full", "happy", "tired", "hungry"]

  /// The words of the task.
  public init() {}

  /// All words, those without a kind first.
  public var vocabulary: Vocabulary {
    Vocabulary(
      ["the", "which", "and"] + choices + ["."]
        + nouns.flatMap { [$0.singular, $0.plural] } + massNouns + adverbs + verbs.map(\.word)
        + adjectives)
  }
}

extension Vocabulary {
  /// The places of words that are known to be in the vocabulary.
  func tokens(of words: ArraySlice<String>) -> [Int] {
    words.map { word in
      guard let token = index(of: word) else {
        preconditionFailure("the vocabulary has no \(word)")
      }
      return token
    }
  }
}
