import ArgumentParser
import CellEngine
import CellScene
import ModelFiles
import Screen
import Terminal

/// Steps through a sentence on the screen, or tells its story where there is no screen.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through a sentence (this is what happens without a command).")

  @OptionGroup var drawn: DrawnOptions
  @OptionGroup var look: ScreenOptions

  mutating func run() throws {
    try Opening(source: drawn.source, look: look.chosen).run()
  }
}

/// What the program opens with.
///
/// It needs no parser of the command line, whose description of all commands takes longer to build
/// than the first picture: without arguments none is built.
struct Opening {
  var source = Source()
  var look = Look()

  func run() throws {
    let preferences = try PreferencesFile.read()
    var session = Session(try source.opened(), keyMap: .standard.giving(preferences.keys))
    session.theme = look.theme ?? preferences.theme ?? .dark
    session.speak(look.language(or: preferences))
    guard StandardOutput.isTerminal, !look.isLinear else { return try tell(session) }
    do {
      try MainActor.assumeIsolated {
        var loop = try RunLoop(session, look, ambiguous: preferences.ambiguous)
        loop.run()
      }
    } catch let error as TerminalError where error.leavesLines {
      StandardOutput.complain("cellscope: \(visible(error.description, limit: 400))")
      try tell(session)
    }
  }

  /// Goes on without a screen: line by line with a person, or as one story into a pipe.
  private func tell(_ session: Session) throws {
    var session = session
    // A file takes what the locale has, whatever the terminal can show.
    let term = StandardOutput.isTerminal ? Environment.value("TERM") : nil
    session.isDrawn = false
    session.drawsHan = !look.ascii && Repertoire.expected(of: term).hasHan
    session.speak(session.language)
    if let notice = session.notice {
      StandardOutput.complain(
        "cellscope: " + session.language.text(.notice(notice, session.keyMap, session.model.piece)))
    }
    session.offerFamily()
    // `--accessible` asks for a conversation even through pipes.
    guard StandardOutput.isTerminal || look.accessible else {
      return try StandardOutput.write(Story(session).text)
    }
    try LinearLoop(session, LinearTelling()).run()
  }
}

extension TerminalError {
  /// Whether the terminal can still show lines of text.
  fileprivate var leavesLines: Bool {
    switch self {
    case .cannotMoveCursor, .noTerminalDescriptions: true
    case .outputIsNoTerminal, .inputIsNoTerminal, .refused: false
    }
  }
}
