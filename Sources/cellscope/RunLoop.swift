import CellScene
import ModelFiles
import Screen
import Terminal

/// Keys in, screens out, until the user leaves or the terminal is gone.
@MainActor
struct RunLoop {
  private var session: Session
  private let terminal: Terminal
  /// Whether the session may look otherwise than what the terminal was given last.
  private var isChanged = true
  private var metronome = Metronome()

  init(_ session: Session, _ look: Look, ambiguous: AmbiguousWidth?) throws {
    self.session = session
    terminal = try Terminal(theme: session.theme, look, ambiguous: ambiguous)
    self.session.drawsHan = terminal.repertoire.hasHan
    self.session.speak(session.language)
    if let (named, used) = terminal.substitution {
      self.session.say(.appearance(.terminal(named: visible(named, limit: 20), used: used)))
    }
  }

  mutating func run() {
    defer { terminal.close() }
    show()
    // The other models wait for the first event: nothing holds the first picture up.
    var hasFamily = false
    while true {
      if let event = terminal.nextEvent(timeout: pause()) {
        if !hasFamily { session.offerFamily() }
        hasFamily = true
        guard handle(event), handleWaiting() else { return }
      } else {
        metronome.tick(atTicksPerSecond: session.ticksPerSecond, now: .now)
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

  private mutating func handle(_ key: Key) -> Bool {
    // What stops the playing changes the picture even if it changes nothing else.
    isChanged = isChanged || session.isPlaying
    return follow(session.press(key))
  }

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
  private mutating func pause() -> Duration? {
    guard session.isPlaying else {
      metronome.stop()
      return nil
    }
    return metronome.wait(atTicksPerSecond: session.ticksPerSecond, now: .now)
  }
}

extension Terminal {
  /// Takes the terminal over as the command line and the preferences ask for it.
  convenience init(
    theme: ThemeChoice, _ look: Look, ambiguous: AmbiguousWidth?
  ) throws(TerminalError) {
    try self.init(theme: theme, colors: look.color, asksWidth: !look.ascii && ambiguous == nil)
    if ambiguous == .wide, repertoire == .unicode { repertoire = .asciiAndHan }
    if look.ascii { repertoire = .ascii }
  }
}
