import CellEngine
import Screen
import Testing

@testable import CellScene

/// Layout versus schematic for cells side by side.
@Suite struct ChainTests {
  /// The chain's boxes in one list, without the ends that lead on into the next cell.
  static func boxes(_ chain: Chain) -> (boxes: [Diagram.Box], times: [Int]) {
    var boxes: [Diagram.Box] = []
    var times: [Int] = []
    for link in chain.links {
      for box in link.diagram.boxes {
        if case .next = box.subject, leadsOn(box, link), !chain.isLast(link) { continue }
        boxes.append(box)
        times.append(link.time)
      }
    }
    return (boxes, times)
  }

  /// Whether a state leaves at the right edge, where the next cell begins.
  private static func leadsOn(_ box: Diagram.Box, _ link: Chain.Link) -> Bool {
    box.area.right == link.diagram.tracks.area.right
  }
}
