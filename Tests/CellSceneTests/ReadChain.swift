import CellEngine
import CellScene
import Screen

@testable import CellScene

/// The wires of several cells side by side, read off the drawn characters.
struct ReadChain {
  /// The end of a wire in one of the cells.
  struct End: Hashable {
    let time: Int
    let subject: Diagram.Subject
  }

  /// A wire from one end to another.
  struct Wire: Hashable {
    let source: End
    let sink: End
  }

  /// The wires that were found.
  let found: Set<Wire>
  /// The wires that the graph asks for in each cell, and the states from each cell to the next.
  let expected: Set<Wire>
  /// Where wires end without reaching a box.
  let looseEnds: Set<Point>

  /// Reads a canvas.
  init(_ canvas: Canvas, _ chain: Chain) {
    var boxes: [Diagram.Box] = []
    var times: [Int] = []
    let shown = Set(chain.links.map(\.time))
    for link in chain.links {
      let edge = link.diagram.tracks.area.right
      for box in link.diagram.boxes {
        // Where the next cell begins, the wire must go on by itself.
        if case .next = box.subject, box.area.right == edge, shown.contains(link.time + 1) {
          continue
        }
        boxes.append(box)
        times.append(link.time)
      }
    }
    let reader = WireReader(canvas, boxes: boxes)
    looseEnds = reader.looseEnds
    let wires = reader.links.map { link in
      Wire(
        source: End(time: times[link.source], subject: boxes[link.source].subject),
        sink: End(time: times[link.sink], subject: boxes[link.sink].subject))
    }
    found = Self.withoutBundles(Set(wires))
    expected = Self.expected(chain, shown)
  }

  private static func expected(_ chain: Chain, _ shown: Set<Int>) -> Set<Wire> {
    var expected: Set<Wire> = []
    for link in chain.links {
      let graph = link.diagram.graph
      let edge = link.diagram.tracks.area.right
      for wire in graph.schematic {
        var sink = End(time: link.time, subject: wire.sink)
        if let box = link.diagram.box(wire.sink), box.area.right == edge,
          case .next = wire.sink, shown.contains(link.time + 1),
          let state = graph.states.first(where: { Diagram.Subject.next($0.previous) == wire.sink })
        {
          sink = End(time: link.time + 1, subject: .signal(state.previous))
        }
        expected.insert(Wire(source: End(time: link.time, subject: wire.source), sink: sink))
      }
    }
    return expected
  }

  /// The wires with every bundle replaced by the signals that join in it.
  private static func withoutBundles(_ wires: Set<Wire>) -> Set<Wire> {
    func signals(_ end: End, _ depth: Int) -> [End] {
      guard case .bundle = end.subject, depth > 0 else { return [end] }
      return wires.filter { $0.sink == end }.flatMap { signals($0.source, depth - 1) }
    }
    var result: Set<Wire> = []
    for wire in wires {
      if case .bundle = wire.sink.subject { continue }
      for source in signals(wire.source, 4) { result.insert(Wire(source: source, sink: wire.sink)) }
    }
    return result
  }
}
