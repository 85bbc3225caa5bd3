import CellEngine
import Screen
import Testing

@testable import CellScene

/// What the mouse hits is what is drawn.
@Suite struct PointingTests {
  private static let sizes = [(60, 18), (80, 24), (120, 36), (200, 60)]

  /// What lies behind operations, and behind nothing else in a picture.
  private static let grounds: Set<Ground> = [.layer, .pointwise, .waiting, .current]

  @Test(arguments: CatalogueEntry.all.map(\.id), sizes)
  func `the boxes that are hit are the boxes that are drawn`(
    id: String, size: (columns: Int, rows: Int)
  ) throws {
    let entry = try #require(CatalogueEntry.named(id))
    var session = try Examples.session(entry.kind)
    session.press("5 G 4 Space")
    for keys in ["", "F5 Space", "Esc t"] {
      session.press(keys)
      try Self.compare(Scene(session, size: Size(columns: size.columns, rows: size.rows)))
    }
  }

  /// Each glyph on an operation's ground is hit as one, and nothing else is.
  private static func compare(_ scene: Scene) throws {
    let (canvas, graph) = (scene.canvas(), scene.session.run.cell.graph)
    let regions = scene.regions
    let boxes = regions.filter { region in
      if case .box(.signal(let signal), _) = region.target { !graph.isGiven(signal) } else { false }
    }
    let readouts = regions.filter { region in
      if case .box(.prediction, _) = region.target { true } else { false }
    }
    let picture = try #require(scene.pictureRoom)
    let (hit, readout) = (points(of: boxes), points(of: readouts))
    for y in picture.top..<picture.bottom {
      for x in picture.left..<picture.right where !readout.contains(Point(x, y)) {
        let isDrawn = grounds.contains(canvas[x, y].style.ground)
        guard isDrawn != hit.contains(Point(x, y)) else { continue }
        Issue.record("column \(x), row \(y) of\n\(canvas.lines.joined(separator: "\n"))")
        return
      }
    }
  }

  private static func points(of regions: [Region]) -> Set<Point> {
    Set(
      regions.flatMap { region in
        (region.area.top..<region.area.bottom).flatMap { y in
          (region.area.left..<region.area.right).map { Point($0, y) }
        }
      })
  }

  @Test(arguments: ["", "t", "T", "c", "6 G d"], sizes)
  func `a word is hit where it is written`(
    view: String, size: (columns: Int, rows: Int)
  ) throws {
    let session = try Shipped.family(keys: "3 G " + view)
    let scene = Scene(session, size: Size(columns: size.columns, rows: size.rows))
    let canvas = scene.canvas()
    var hit = 0
    for region in scene.regions {
      guard case .word(let time) = region.target else { continue }
      let text = (region.area.left..<region.area.right)
        .map { String(canvas[$0, region.area.top].character) }.joined()
      #expect(text.contains(session.words[time]), "\(text)")
      hit += 1
    }
    #expect(view == "t" ? hit == 0 : hit > 1)
  }

  @Test func `a click goes to a word, to a box, and there asks why`() throws {
    var session = try Shipped.family(keys: "y")
    _ = session.point(at: .word(4), with: .left)
    #expect(session.time == 4)
    let gate = try #require(session.run.cell.graph.signal(.update))
    _ = session.point(at: .box(.signal(gate), time: 4), with: .left)
    #expect(session.currentSignal == gate && session.popup == nil)
    _ = session.point(at: .box(.signal(gate), time: 4), with: .left)
    #expect(session.context == .why)
    _ = session.point(at: .word(0), with: .left)
    #expect(session.context == .why && session.time == 4)
  }

  @Test func `the right button holds a gate and nothing else`() throws {
    var session = try Shipped.family(keys: "3 G y")
    let graph = session.run.cell.graph
    let sum = try #require(graph.signal(.memory))
    _ = session.point(at: .box(.signal(sum), time: 2), with: .right)
    #expect(session.popup == nil)
    let gate = try #require(graph.signal(.forget))
    _ = session.point(at: .box(.signal(gate), time: 2), with: .right)
    #expect(session.popup == .hold(HoldPopup(gate: .forget)))
  }

  @Test(arguments: ["", "t", "T", "?", "v", "5 G $ w", LiveTrainingTests.open])
  func `the wheel does what the paging keys do`(keys: String) throws {
    let session = try Shipped.family(keys: keys)
    for (button, key) in [(MouseReport.Button.wheelDown, "PgDn"), (.wheelUp, "PgUp")] {
      var (turned, pressed) = (session, session)
      _ = turned.point(at: nil, with: button)
      pressed.press(key)
      #expect(turned.state == pressed.state)
    }
  }

  @Test func `the wheel over a typed line and a click on nothing do nothing`() throws {
    var session = try Shipped.family(keys: ": n")
    let typed = session.state
    _ = session.point(at: nil, with: .wheelDown)
    #expect(session.state == typed)
    session.press("Esc 3 Space")
    let before = session.state
    _ = session.point(at: nil, with: .left)
    _ = session.point(at: .word(6), with: .middle)
    #expect(session.state == before)
  }

  @Test func `a blank screen comes back with a click`() throws {
    var session = try Shipped.family(keys: "3 Space b")
    let step = session.microStep
    #expect(Scene(session, size: Size(columns: 80, rows: 24)).regions.isEmpty)
    _ = session.point(at: .word(6), with: .left)
    #expect(!session.isBlank && session.microStep == step && session.time == 0)
  }
}

extension Scene {
  /// Where the picture with its boxes stands.
  fileprivate var pictureRoom: Rectangle? {
    guard session.view == .chain else { return layout?.diagram }
    return chainLayout?.chain
  }
}
