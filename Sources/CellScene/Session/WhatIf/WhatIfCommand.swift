/// What keys ask for to see what would be if.
public enum WhatIfCommand: Hashable, Sendable {
  /// Opens or closes the list of what can be edited here.
  case edit
  /// Edits what stands at a number of the list, counted from 1.
  case choose(Int)
  /// The next and the previous entry of the list.
  case next, previous
  /// Edits the chosen entry.
  case chooseLine
  /// Asks for another sentence.
  case sentence
  /// Completes the word that is being typed.
  case complete
}

/// What there is to say about an edit that was not made.
public enum EditNotice: Hashable, Sendable {
  /// A word that the model does not know, and the known ones most like it.
  case wordUnknown(String, nearest: [String])
  /// What was typed is no number.
  case notANumber(String)
  /// What was typed is beyond all numbers.
  case tooLarge(String)
  /// What was typed names no input or unit that the number could be for.
  case sourceUnknown(String)
  /// The number is the one that is there already.
  case unchanged
  /// No sentence can be typed where numbers are read.
  case numbersOnly
}

/// What was edited, to say it.
public enum EditChange: Hashable, Sendable {
  /// A word stands in place of another.
  case word(String, was: String)
  /// A word was put in.
  case inserted(String)
  /// A word was taken out.
  case removed(String)
  /// Another sentence is read.
  case sentence
  /// A number was put in; it was another one.
  case number(String, now: String, was: String)
}
