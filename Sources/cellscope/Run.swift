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
    let preferences = try PreferencesFile.read()
    let model = try ModelLibrary.model(source.model)
    let family = ModelLibrary.family(of: model)
    var session = Session(
      model: model, others: family.cells, named: family.others,
      tokens: try model.tokens(of: source.text), keyMap: .standard.giving(preferences.keys))
    session.theme = look.theme ?? preferences.theme ?? .dark
    let telling = LinearTelling(language: preferences.language ?? .english)
    guard StandardOutput.isTerminal else {
      // `--accessible` asks for a conversation even through pipes.
      if look.accessible { return try LinearLoop(session, telling).run() }
      return try StandardOutput.write(Story(session).text)
    }
    guard !look.isLinear else { return try LinearLoop(session, telling).run() }
    do {
      try MainActor.assumeIsolated {
        var loop = try RunLoop(session, look)
        try loop.run()
      }
    } catch let error as TerminalError where error.leavesLines {
      StandardOutput.complain("cellscope: \(visible(error.description, limit: 400))")
      try LinearLoop(session, telling).run()
    }
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

  init(_ session: Session, _ look: ScreenOptions) throws {
    self.session = session
    terminal = try Terminal(theme: session.theme, colors: look.color)
    if look.ascii { terminal.drawsUnicode = false }
    if let (named, used) = terminal.substitution {
      self.session.say(.appearance(.terminal(named: visible(named, limit: 20), used: used)))
    }
  }

  mutating func run() throws {
    defer { terminal.close() }
    show()
    while true {
      if let event = terminal.nextEvent(timeout: pause) {
        guard handle(event), handleWaiting() else { return }
      } else {
        session.tick()
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
    case .resized: return true
    case .suspendRequested:
      terminal.suspend()
      return true
    case .ended(.hangup): return false
    case .ended(.signal(let number)):
      terminal.close()
      Terminal.die(by: number)
    }
  }

  private mutating func handle(_ key: Key) -> Bool {
    switch session.press(key) {
    case .show, .measure: break
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case .quit: return false
    }
    return true
  }

  private func show() {
    terminal.theme = session.theme
    terminal.show(Scene(session, size: terminal.size).canvas())
  }

  /// How long to wait for a key while playing; for ever otherwise.
  private var pause: Duration? {
    session.isPlaying ? .milliseconds(Int(1000 / session.ticksPerSecond)) : nil
  }
}
