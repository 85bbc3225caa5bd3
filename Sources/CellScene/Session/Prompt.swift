import CellEngine
import Screen

/// A line that the user types.
public struct Prompt: Hashable, Sendable {
  /// What the line is for.
  public enum Purpose: Hashable, Sendable {
    /// A command by its name, or the number of a word.
    case command
    /// A word of the text.
    case search
    /// A number for the memory line.
    case chain(ChainPrompt)
    /// A word or a number to put in.
    case edit(EditTarget)
  }

  /// What the line is for.
  public let purpose: Purpose
  /// What has been typed so far.
  public internal(set) var text = ""
  /// The place of the chosen command among those that the line finds.
  public internal(set) var choice = 0

  /// The most characters that can be typed.
  static let limit = 200

  /// Opens an empty line.
  public init(_ purpose: Purpose, text: String = "", choice: Int = 0) {
    self.purpose = purpose
    self.text = text
    self.choice = choice
  }

  /// The character that a key types into a line; nil for a key that types none.
  static func character(of key: Key) -> Character? {
    switch key {
    case .space: return " "
    case .character(let character) where character.columns > 0: return character
    case .character, .left, .right, .up, .down, .pageUp, .pageDown, .home, .end, .tab, .backTab,
      .enter, .escape, .backspace, .insert, .delete, .function, .control:
      return nil
    }
  }
}

extension Session {
  /// Types a character into the open line.
  mutating func type(_ character: Character, into prompt: Prompt) {
    var prompt = prompt
    if prompt.text.count < Prompt.limit { prompt.text.append(character) }
    prompt.choice = 0
    popup = .prompt(prompt)
  }

  /// Takes the last character of the open line back; on an empty line it closes.
  mutating func eraseInPrompt() {
    guard case .prompt(var prompt) = popup else { return }
    prompt.choice = 0
    popup = prompt.text.popLast() == nil ? nil : .prompt(prompt)
  }

  /// Says why a typed line cannot be taken; it stays open to be mended, where it can be seen.
  mutating func refuse(_ text: String, _ purpose: Prompt.Purpose, _ why: Notice) {
    notice = why
    if isDrawn { popup = .prompt(Prompt(purpose, text: text)) }
  }

  /// Does what the open line says.
  mutating func acceptPrompt() -> Effect {
    guard case .prompt(let prompt) = popup else { return .show }
    popup = nil
    switch prompt.purpose {
    case .command: return performLine(prompt)
    case .chain(let purpose):
      accept(purpose, prompt.text)
      return .show
    case .edit(let target):
      accept(prompt.text, for: target)
      return .show
    case .search:
      searchFor(prompt.text)
      return .show
    }
  }
}
