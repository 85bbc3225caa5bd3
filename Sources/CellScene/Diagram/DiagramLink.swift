import CellEngine
import Screen

/// The picture of one cell in a chain: narrow boxes, the states at its left and right edge.
extension Diagram {
  /// The box of a label, with room for brackets inside.
  ///
  /// Layers that are entered from above on both sides of their own wire are as wide as elsewhere.
  func narrowArea(labelled label: String, isLayer: Bool, at point: Point) -> Rectangle {
    if isLayer, label.columns == 1, plan.bundles.contains(where: \.isTall) {
      return Rectangle(x: point.x - 2, y: point.y, columns: 5, rows: 1)
    }
    let left = point.x - (label.columns > 1 ? 2 : 1)
    return Rectangle(x: left, y: point.y, columns: label.columns + 2, rows: 1)
  }

  /// The word stands below the left half of the outline; the row goes on where the word's wire does.
  var narrowWordArea: Rectangle {
    let frame = tracks.frame
    let half = frame.left + middle
    let end =
      isPredictionBeside ? min(half + 2, tracks[plan.prediction.from.column] - 1) : half
    return Rectangle(
      x: frame.left, y: tracks[.outside], columns: max(tracks[.bundle] + 1, end) - frame.left,
      rows: 1)
  }

  /// The prediction stands below the right half and a little beyond, so that a long word keeps its
  /// probability, or behind the word's wire up to the next word.
  var narrowPredictionArea: Rectangle {
    let frame = tracks.frame
    let half = frame.left + middle + 1
    let left = isPredictionBeside ? tracks[plan.prediction.from.column] + 1 : half
    let right = frame.right + (isPredictionBeside ? Chain.gap : 2)
    let start = min(tracks[.prediction], left)
    return Rectangle(
      x: start, y: tracks[.outside], columns: max(right, tracks[.prediction] + 1) - start, rows: 1)
  }

  /// Whether the prediction begins behind the word's wire.
  private var isPredictionBeside: Bool { plan.isPredictionBesideWord }

  /// The columns of the outline that the word may take.
  private var middle: Int { (tracks.frame.size.columns + 1) / 2 }
}
