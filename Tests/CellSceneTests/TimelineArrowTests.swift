import CellEngine
import Screen
import Testing

@testable import CellScene

/// What is more than a full bar has an arrow, and it is said what that is.
@Suite struct TimelineArrowTests {
  private static let arrow = ValueBar.beyond

  /// The rows of a block without the last column, where arrows say that there are more rows.
  private static func rows(_ block: Rectangle, of lines: [String], _ columns: Int) -> [String] {
    lines[block.top..<block.bottom].map { String($0.prefix(columns - 1)) }
  }

  /// Whether a number of the signal that is known is more than a full bar, in sight or not.
  private static func isBeyondSomewhere(_ session: Session) -> Bool {
    let signal = session.timelineSignal
    return session.tokens.indices.contains { step in
      session.isOnTimeline(signal, at: step)
        && session.run.trace[signal, step].contains {
          $0.magnitude > session.run.scale(of: signal)
        }
    }
  }

  @Test(arguments: [(80, 18), (80, 24), (120, 24)])
  func `the sentence speaks of arrows exactly where some are in sight`(columns: Int, rows: Int)
    throws
  {
    var session = try Shipped.source.session(keys: "T 4 G $")
    var (inSight, elsewhere) = (0, 0)
    for keys in ["g $", "4 G $", "L $", "9 k", "W g", "2 1 L", "G", ">", "<", "8 [", "1 9 j"] {
      session.press(keys)
      guard session.notice == nil else { continue }
      let scene = Scene(session, size: Size(columns: columns, rows: rows))
      let (lines, layout) = (scene.canvas().lines, scene.heatMapLayout)
      let hasArrows = Self.rows(layout.units, of: lines, columns).contains {
        $0.contains(Self.arrow)
      }
      #expect(lines[layout.narration.top].contains("↑ more") == hasArrows, "\(keys): \(lines)")
      inSight += hasArrows ? 1 : 0
      elsewhere += !hasArrows && Self.isBeyondSomewhere(session) ? 1 : 0
    }
    #expect(inSight > 2 && elsewhere > 0, "\(inSight) in sight, \(elsewhere) elsewhere")
  }
}
