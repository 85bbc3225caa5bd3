import CellEngine
import Screen

/// What can be asked about words of the text and places in it.
public enum FindCommand: Hashable, Sendable {
  /// Opens a line for a word.
  case search
  /// The next and the previous match.
  case nextMatch, previousMatch
  /// Shows the marked places: a letter goes to one, a capital letter marks this one.
  case bookmarks
}

/// What there is to say about finding.
public enum FindNotice: Hashable, Sendable {
  /// A match, counted from 1, and whether the end of the text lies between.
  case match(String, Int, of: Int, wrap: Wrap?)
  /// The text does not have it.
  case notFound(String, nearest: String?)
  /// Nothing has been searched for.
  case nothingSearched
  /// A place was marked.
  case bookmarkSet(Character, word: String)
  /// A marked place was gone to.
  case bookmarkReached(Character, word: String)
  /// No place has that letter.
  case bookmarkUnknown(Character)
  /// There are no more words.
  case lastWord(of: Int)
  /// There are no more units.
  case lastUnit(Int)
  /// Which word or unit was not said, of how many.
  case wordNumberMissing(of: Int)
  case unitNumberMissing(of: Int)
  /// A model has other words than the sentence.
  case modelApart(String)

  /// Beyond which end of the text the search went on.
  public enum Wrap: Hashable, Sendable {
    /// From the end to the start, or the other way round.
    case pastEnd, pastStart
  }
}

extension Key {
  /// The letter, small or capital, that marks a place or goes there; nil for any other key.
  var letter: Character? {
    guard case .character(let character) = self, character.isASCII, character.isLetter else {
      return nil
    }
    return character
  }
}

extension Session {
  mutating func perform(find command: FindCommand) {
    switch command {
    case .search: popup = .prompt(Prompt(.search))
    case .nextMatch: goToMatch(count ?? 1)
    case .previousMatch: goToMatch(-(count ?? 1))
    case .bookmarks: popup = .bookmarks
    }
  }

  /// Looks for what was typed and goes to the next match; an empty line repeats the last search.
  mutating func searchFor(_ text: String) {
    if text.contains(where: { $0 != " " }) {
      guard let found = textSearch(for: text) else {
        notice = .find(.notFound(text, nearest: text.nearest(among: words)))
        return
      }
      search = found
    }
    goToMatch(1)
  }

  /// What a typed line looks for; nil if nothing in the text fits.
  ///
  /// Words that the text does not have itself stand for those that contain them.
  func textSearch(for typed: String) -> TextSearch? {
    [true, false].lazy
      .compactMap { TextSearch(typed, in: model.vocabulary, prefersWhole: $0) }
      .first { !$0.places(in: tokens).isEmpty }
  }

  /// Goes so many matches on; beyond the end it goes on at the start, and says so.
  private mutating func goToMatch(_ steps: Int) {
    guard let search else {
      notice = .find(.nothingSearched)
      return
    }
    let places = search.places(in: tokens)
    guard !places.isEmpty else {
      notice = .find(.notFound(search.query, nearest: nil))
      return
    }
    let passed = places.prefix { steps > 0 ? $0 <= time : $0 < time }.count
    let wanted = steps > 0 ? passed + steps - 1 : passed + steps
    let place = wanted.wrapped(in: places.count)
    let wrap: FindNotice.Wrap? =
      wanted < 0 ? .pastStart : wanted >= places.count ? .pastEnd : nil
    goTo(time: places[place])
    notice = .find(.match(search.query, place + 1, of: places.count, wrap: wrap))
  }

  /// Marks this place with a letter.
  mutating func setBookmark(_ capital: Character) {
    guard let letter = capital.lowercased().first else { return }
    bookmarks[letter] = place
    notice = .find(.bookmarkSet(letter, word: words[time]))
  }

  /// Goes to the place that has a letter.
  mutating func goToBookmark(_ letter: Character) {
    guard let bookmark = bookmarks[letter] else {
      notice = .find(.bookmarkUnknown(letter))
      return
    }
    time = min(bookmark.time, lastTime)
    microStep = min(bookmark.microStep, lastMicroStep)
    unit = min(bookmark.unit, run.cell.unitCount - 1)
    notice = .find(.bookmarkReached(letter, word: words[time]))
  }
}
