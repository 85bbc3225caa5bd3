import ArgumentParser
import CellEngine
import CellScene
import Screen
import Terminal

/// Steps through a sentence on the screen, or tells its story where there is no screen.
struct Run: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Step through a sentence (this is what happens without a command).")

  @OptionGroup var source: SourceOptions

  mutating func run() throws {
    let model = try ModelLibrary.model(source.model)
    let session = Session(
      model: model, others: ModelLibrary.family(of: model),
      tokens: try model.tokens(of: source.text))
    guard StandardOutput.isTerminal else {
      return try StandardOutput.write(Story(session).text)
    }
    try MainActor.assumeIsolated {
      var loop = try RunLoop(session)
      try loop.run()
    }
  }
}

/// Keys in, screens out, until the user leaves or the terminal is gone.
@MainActor
struct RunLoop {
  private var session: Session
  private let terminal: Terminal

  init(_ session: Session) throws {
    self.session = session
    terminal = try Terminal()
  }

  mutating func run() throws {
    defer { terminal.close() }
    show()
    while true {
      guard let event = terminal.nextEvent(timeout: pause) else {
        session.tick()
        show()
        continue
      }
      switch event {
      case .key(let key):
        guard handle(key) else { return }
      case .resized: show()
      case .suspendRequested:
        terminal.suspend()
        show()
      case .ended(.hangup): return
      case .ended(.signal(let number)):
        terminal.close()
        Terminal.die(by: number)
      }
    }
  }

  /// Handles a key and all that wait behind it, then draws once.
  ///
  /// - Returns: whether the program goes on.
  private mutating func handle(_ key: Key) -> Bool {
    switch session.press(key) {
    case .show, .measure: break
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case .quit: return false
    }
    show()
    return true
  }

  private func show() {
    terminal.show(Scene(session, size: terminal.size).canvas())
  }

  /// How long to wait for a key while playing; for ever otherwise.
  private var pause: Duration? {
    session.isPlaying ? .milliseconds(Int(1000 / session.ticksPerSecond)) : nil
  }
}
