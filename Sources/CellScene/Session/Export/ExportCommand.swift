/// How a screen is written into a file.
public enum ExportFormat: String, CaseIterable, Sendable {
  /// The characters alone.
  case text = "txt"
  /// With colour sequences, for a terminal or a pager.
  case ansi
  /// A picture, for slides and pages.
  case svg
  /// Text, ink and ground of every row.
  case json
}

/// What can be asked about writing the screen into a file.
public enum ExportCommand: Hashable, Sendable {
  /// Opens or closes the pop-up.
  case open
  /// Writes the screen.
  case save(ExportFormat)
}

/// What there is to say about a file that was written.
public enum ExportNotice: Hashable, Sendable {
  /// The screen is in a file of this name.
  case saved(String)
  /// It is not, for a reason in one sentence.
  case failed(String)
  /// It is not, because all names up to this one are taken.
  case namesTaken(String)
}

/// What the pop-up says.
public enum ExportPhrase: Hashable, Sendable {
  /// The title.
  case title
  /// A format and what it is for.
  case format(ExportFormat)
}

extension Session {
  /// Does what a command about files says; the program writes them.
  mutating func perform(export command: ExportCommand) -> Effect {
    switch command {
    case .open: popup = popup == .export ? nil : .export
    case .save(let format):
      popup = nil
      return .export(format)
    }
    return .show
  }
}
