import CellScene
import ModelFiles
import Screen

/// Lines of keys in, sentences out, until the user leaves or the lines end.
struct LinearLoop {
  private var session: Session
  private let telling: LinearTelling

  init(_ session: Session, _ telling: LinearTelling) {
    (self.session, self.telling) = (session, telling)
  }

  consuming func run() throws {
    try StandardOutput.write(telling.greeting(session) + "\n")
    var lines = LineReader(descriptor: 0)
    while let line = lines.next() {
      guard line != "screen" else {
        try StandardOutput.write(telling.screen(session) + "\n")
        continue
      }
      let before = session
      let (keys, unknown) = KeyLine.keys(in: line, for: session)
      if let unknown {
        try StandardOutput.write(telling.answer(session, toUnknown: visible(unknown)) + "\n")
        continue
      }
      guard press(keys) else { return }
      try StandardOutput.write(telling.answer(session, after: before) + "\n")
      // Help is read once; the next line is about the cell again.
      if case .help = session.popup { session.handle(.escape) }
    }
  }

  /// Presses keys, and Enter if they have typed what is done at the end of a line.
  ///
  /// - Returns: whether the program goes on.
  private mutating func press(_ keys: [Key]) -> Bool {
    let start = session
    for key in keys where !follow(session.press(key)) { return false }
    return !KeyLine.isDone(session, after: start) || follow(session.press(.enter))
  }

  /// Does what the session cannot do itself; there is no screen to draw.
  private mutating func follow(_ effect: Session.Effect) -> Bool {
    switch effect {
    case .quit: return false
    case .export(let format):
      session.say(Export.save(session, size: Size(columns: 80, rows: 24), as: format))
    case .show, .redraw, .suspend, .measure: break
    }
    return true
  }
}
