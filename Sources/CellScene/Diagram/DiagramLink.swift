import CellEngine
import Screen

/// The picture of one cell in a chain: narrow boxes, the states at its left and right edge.
extension Diagram {
  /// The box of a label: one sign has room for brackets inside, a word has them outside.
  ///
  /// Layers that are entered from above on both sides of their own wire are as wide as elsewhere.
  func narrowArea(labelled label: String, isLayer: Bool, at point: Point) -> Rectangle {
    if isLayer, label.columns == 1, plan.bundles.contains(where: \.isTall) {
      return Rectangle(x: point.x - 2, y: point.y, columns: 5, rows: 1)
    }
    let width = label.columns > 1 ? label.columns : 3
    return Rectangle(x: point.x - 1, y: point.y, columns: width, rows: 1)
  }

  /// The word stands below the left half of the outline; the row goes on where the word's wire does.
  var narrowWordArea: Rectangle {
    let frame = tracks.frame
    let end = isPredictionBeside ? tracks[plan.prediction.from.column] - 1 : frame.left + middle
    return Rectangle(
      x: frame.left, y: tracks[.outside],
      columns: max(tracks[.bundle] + 1, min(frame.left + middle, end)) - frame.left, rows: 1)
  }

  /// The prediction stands below the right half, or behind the word's wire.
  var narrowPredictionArea: Rectangle {
    let frame = tracks.frame
    let (from, _) = plan.prediction
    let half = frame.left + middle + 1
    let left = isPredictionBeside ? tracks[from.column] + from.offset : half
    let right = frame.right + (isPredictionBeside ? Chain.gap - 1 : 0)
    let start = min(tracks[.prediction], left)
    return Rectangle(
      x: start, y: tracks[.outside], columns: max(right, tracks[.prediction] + 1) - start, rows: 1)
  }

  /// Whether the word's row is also a wire's, so that the prediction begins behind it.
  private var isPredictionBeside: Bool { plan.prediction.from.column != .bundle }

  /// The columns of the outline that the word may take.
  private var middle: Int { (tracks.frame.size.columns + 1) / 2 }
}
