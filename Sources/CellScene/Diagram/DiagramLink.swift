import CellEngine
import Screen

/// The picture of one cell in a chain: narrow boxes, the states at its left and right edge.
extension Diagram {
  /// Draws a graph with its columns already placed.
  ///
  /// - Parameters:
  ///   - plan: one that covers the graph.
  ///   - tracks: narrow ones.
  init(_ graph: CellGraph, _ plan: FloorPlan, _ tracks: Tracks, _ notation: Notation) {
    self.graph = graph
    self.plan = plan
    self.tracks = tracks
    self.notation = notation
    wires = WireGrid(area: tracks.area)
    keys = PlanKeys(graph)
    placeBoxes()
    drawWires()
  }

  /// The box of a label: one sign has room for brackets inside, a word has them outside.
  func narrowArea(labelled label: String, at point: Point) -> Rectangle {
    let width = label.columns > 1 ? label.columns : 3
    return Rectangle(x: point.x - 1, y: point.y, columns: width, rows: 1)
  }

  /// The word stands below the left half of the outline.
  var narrowWordArea: Rectangle {
    let frame = tracks.frame
    return Rectangle(
      x: frame.left, y: tracks[.outside], columns: max(tracks[.bundle] - frame.left + 1, middle),
      rows: 1)
  }

  /// The prediction stands below the right half.
  var narrowPredictionArea: Rectangle {
    let frame = tracks.frame
    let left = min(tracks[.prediction], frame.left + middle + 1)
    return Rectangle(
      x: left, y: tracks[.outside], columns: max(frame.right, tracks[.prediction] + 1) - left,
      rows: 1)
  }

  /// The columns of the outline that the word may take.
  private var middle: Int { (tracks.frame.size.columns + 1) / 2 }
}
