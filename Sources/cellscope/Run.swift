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
    let model = try ModelLibrary.drawnModel(source.model)
    let session = Session(model: model, tokens: try model.tokens(of: source.text))
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
    switch session.handle(key) {
    case .show: break
    case .redraw: terminal.redraw()
    case .suspend: terminal.suspend()
    case .quit: return false
    }
    return true
  }

  private func show() {
    terminal.show(Scene(session, size: terminal.size).canvas())
  }

  /// How long to wait for a key while playing; for ever otherwise.
  private var pause: Duration? {
    session.isPlaying ? .milliseconds(Int(1000 / Session.speeds[session.speed])) : nil
  }
}
