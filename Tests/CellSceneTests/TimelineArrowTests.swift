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

  @Test(arguments: Language.allCases, [(60, 18), (80, 24), (100, 30), (120, 36), (200, 60)])
  func `arrows of the map are explained whatever else there is to say`(
    _ language: Language, size: (columns: Int, rows: Int)
  ) throws {
    var session = try Shipped.source.session(keys: "T 4 G $")
    session.speak(language)
    for keys in ["", "L", "W", "W 2 1 L", "$", "I", "8 [ I", "D", "9 k", "m", "4 0 L 1 9 j"] {
      session.press(keys)
      let scene = Scene(session, size: Size(columns: size.columns, rows: size.rows))
      let (lines, layout) = (scene.canvas().lines, scene.heatMapLayout)
      let hasArrows = Self.rows(layout.units, of: lines, size.columns).contains {
        $0.contains(Self.arrow)
      }
      let told = [layout.title, layout.narration].map { lines[$0.top].contains(Self.arrow) }
      #expect(told.count { $0 } == (hasArrows ? 1 : 0), "\(keys): \(lines)")
      let title = lines[layout.title.top]
      #expect(size.columns < 80 || title.contains(" 134 "), "\(title)")
    }
  }

  @Test(arguments: Language.allCases, ["", "W", "G", "W G $"])
  func `arrows below the map are explained above them if they are of another signal`(
    _ language: Language, keys: String
  ) throws {
    var session = try Shipped.agreement.session(keys: "f c 9 Enter 3 L T \(keys)")
    session.speak(language)
    var isBelow: Set<Bool> = []
    for _ in session.timelineSignals {
      session.press(">")
      let scene = Scene(session, size: Size(columns: 80, rows: 24))
      let (lines, layout) = (scene.canvas().lines, scene.heatMapLayout)
      let rows = Self.rows(layout.signals, of: lines, 80).dropFirst()
      let others = zip(session.timelineSignals, rows).filter { $0.0 != session.timelineSignal }
      let hasArrows = others.contains { $0.1.contains(Self.arrow) }
      let phrase = Phrase.fullBar(
        symbols: ["c"], value: Figure.label(session.run.memoryScale), beyond: "↑")
      let heading = lines[layout.signals.top]
      #expect(heading.contains(language.text(phrase)) == hasArrows, "\(lines)")
      isBelow.insert(hasArrows)
    }
    #expect(isBelow == [false, true])
  }

  @Test(arguments: Examples.kinds, [8, 64])
  func `arrows are explained in every cell and notation from 60 columns on`(
    _ kind: CellKind, units: Int
  ) throws {
    var session = try Examples.session(kind, units: units)
    let memory = try #require(session.run.cell.graph.states.first).next
    session.timeline.signal = session.run.names[memory]
    // The last number that can be edited here is the state with which the unit's memory starts.
    session.press("e k Enter 9 9 Enter T W j k")
    let isBeyond =
      session.run.trace[memory, 0, session.unit].magnitude > session.run.scale(of: memory)
    for convention in Notation.Convention.allCases {
      session.convention = convention
      for columns in [60, 80, 120] {
        for keys in ["W W", "j k"] {
          session.press(keys)
          let scene = Scene(session, size: Size(columns: columns, rows: 24))
          let (lines, layout) = (scene.canvas().lines, scene.heatMapLayout)
          let told = [layout.title, layout.narration].contains {
            lines[$0.top].contains(Self.arrow)
          }
          let rows = Self.rows(layout.units, of: lines, columns)
          #expect(rows.contains { $0.contains(Self.arrow) } == told)
          #expect(told || !isBeyond, "\(lines)")
        }
      }
    }
  }
}
