public import CellEngine

/// What the panels of an edited sentence say.
public enum EditPhrase: Hashable, Sendable {
  /// The heading of what can be edited at a word.
  case title(word: String, unit: Int)
  /// In the footer behind the first entry's key: the last key, and what they do.
  case choices(last: String)
  /// An entry of the list about a word.
  case word(String, Vocabulary.Piece)
  case insertion(String, Vocabulary.Piece)
  case removal(String, Vocabulary.Piece)
  /// An entry of the list about a number, by its name.
  case number(Kind, name: String)
  /// What stands before the line in which a word is typed.
  case wordMark(Vocabulary.Piece)
  case insertionMark(Vocabulary.Piece)
  /// What stands before the line in which a sentence is typed.
  case sentenceMark(Vocabulary.Piece)
  /// What stands before the line in which a number is typed.
  case numberMark(name: String)
  /// The words that the line could become.
  case completions([String])
  /// The number that is there now, and how another place is named.
  case now(String, otherwise: String?)
  /// How the edited run stands to the original; words are counted from 1.
  case together
  case apart(since: Int, word: String, isEnd: Bool, State, Vocabulary.Piece)
  case again(since: Int, word: String, from: Int, fromWord: String, Vocabulary.Piece)
  /// A word that the original does not have.
  case newWord

  /// How the selected unit's state stands while other values differ, by its symbol.
  public enum State: Hashable, Sendable {
    /// It differs as well.
    case apart
    /// It has never differed.
    case same(String)
    /// It agrees again from a word on.
    case again(String, from: Int, word: String)
  }

  /// What an edited number is.
  public enum Kind: Hashable, Sendable {
    /// Part of the cell.
    case weight, peephole, bias
    /// A number of x<t>.
    case input
    /// A state before the first word.
    case initial
    /// A state that a word leaves.
    case state(Vocabulary.Piece)
  }
}
