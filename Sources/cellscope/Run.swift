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

  @OptionGroup var source: SourceOptions
  @OptionGroup var look: ScreenOptions

  mutating func run() throws {
    try Opening(model: source.model, text: source.text, look: look.chosen).run()
  }
}

/// What the program opens with.
///
/// It needs no parser of the command line, whose description of all commands takes longer to build
/// than the first picture: without arguments none is built.
struct Opening {
  var model: String?
  var text: String?
  var look = Look()

  func run() throws {
    let preferences = try PreferencesFile.read()
    let model = try ModelLibrary.model(model)
    var session = Session(
      model: model, tokens: try model.tokens(of: text),
      keyMap: .standard.giving(preferences.keys))
    session.theme = look.theme ?? preferences.theme ?? .dark
    session.speak(look.language ?? preferences.language ?? .english)
    guard StandardOutput.isTerminal, !look.isLinear else { return try tell(session) }
    do {
      try MainActor.assumeIsolated {
        var loop = try RunLoop(session, look, ambiguous: preferences.ambiguous)
        try loop.run()
      }
    } catch let error as TerminalError where error.leavesLines {
      StandardOutput.complain("cellscope: \(visible(error.description, limit: 400))")
      try tell(session)
    }
  }

  /// Goes on without a screen: line by line with a person, or as one story into a pipe.
  private func tell(_ session: Session) throws {
    var session = session
    session.drawsHan = !look.ascii && Surroundings.drawsHan
    session.speak(session.language)
    if let notice = session.notice {
      StandardOutput.complain("cellscope: " + session.language.text(.notice(notice)))
    }
    session.offer(ModelLibrary.family(of: session.model))
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

/// Keys in, screens out, until the user leaves or the terminal is gone.
@MainActor
struct RunLoop {
  private var session: Session
  private let terminal: Terminal
  /// Whether the session may look otherwise than what the terminal was given last.
  private var isChanged = true

  init(_ session: Session, _ look: Look, ambiguous: AmbiguousWidth?) throws {
    self.session = session
    let isPlain = look.ascii || ambiguous == .wide
    terminal = try Terminal(
      theme: session.theme, colors: look.color, asksWidth: !isPlain && ambiguous == nil)
    if isPlain { terminal.drawsUnicode = false }
    if look.ascii { terminal.drawsHan = false }
    self.session.drawsHan = terminal.drawsHan
    self.session.speak(session.language)
    if let (named, used) = terminal.substitution {
      self.session.say(.appearance(.terminal(named: visible(named, limit: 20), used: used)))
    }
  }

  mutating func run() throws {
    defer { terminal.close() }
    show()
    // Only a key asks for the other models: they are read while the first picture is looked at.
    session.offer(ModelLibrary.family(of: session.model))
    while true {
      if let event = terminal.nextEvent(timeout: pause) {
        guard handle(event), handleWaiting() else { return }
      } else {
        session.tick()
        isChanged = true
      }
      show()
    }
  }

  /// Handles all that waits: on a slow line a burst of keys costs one picture, not one each.
  ///
  /// - Returns: whether the program goes on.
  private mutating func handleWaiting() -> Bool {
    // Keys that come faster than they are handled must not keep the picture back for ever.
    for _ in 0..<1000 {
      guard let event = terminal.nextEvent(timeout: .zero) else { break }
      guard handle(event) else { return false }
    }
    return true
  }

  private mutating func handle(_ event: Event) -> Bool {
    switch event {
    case .key(let key): return handle(key)
    case .mouse(let report):
      let target = Scene(session, size: terminal.size).target(at: report.place)
      return follow(session.point(at: target, with: report.button))
    case .resized:
      isChanged = true
      return true
    case .suspendRequested:
      terminal.suspend()
      return true
    case .ended(.hangup): return false
    case .ended(.signal(let number)):
      terminal.close()
      Terminal.die(by: number)
    }
  }

  private mutating func handle(_ key: Key) -> Bool { follow(session.press(key)) }

  /// Does what the session cannot do itself.
  private mutating func follow(_ effect: Session.Effect) -> Bool {
    switch effect {
    case .show, .measure: isChanged = true
    case .export(let format):
      isChanged = true
      session.say(Export.save(session, size: terminal.size, as: format))
    case .redraw: terminal.redraw()
    case .suspend:
      isChanged = true
      terminal.suspend()
    case .quit: return false
    }
    return true
  }

  private mutating func show() {
    guard isChanged else { return }
    isChanged = false
    terminal.theme = session.theme
    terminal.reportsMouse = session.hasMouse
    terminal.show(Scene(session, size: terminal.size).canvas())
  }

  /// How long to wait for a key while playing; for ever otherwise.
  private var pause: Duration? {
    session.isPlaying ? .milliseconds(Int(1000 / session.ticksPerSecond)) : nil
  }
}
