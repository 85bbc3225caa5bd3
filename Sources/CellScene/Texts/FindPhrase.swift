public import CellEngine

/// What is said where words and places are looked for.
public enum FindPhrase: Hashable, Sendable {
  /// How many matches a line has.
  case matches(Int)
  /// The heading of the bookmarks.
  case bookmarks
  /// One of them.
  case bookmark(time: Int, word: String, unit: Int, Vocabulary.Piece)
  /// There are none.
  case noBookmarks
}
