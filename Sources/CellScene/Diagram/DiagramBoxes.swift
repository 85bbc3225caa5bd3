import CellEngine
import Screen

extension Diagram {
  /// Places the boxes of all signals, bundles and ends.
  mutating func placeBoxes() {
    for signal in graph.signals {
      if graph.isGiven(signal) {
        boxes.append(Box(subject: .signal(signal), area: givenArea(signal)))
      } else if graph.isDrawn(signal), let place = plan.places[keys[signal]] {
        boxes.append(Box(subject: .signal(signal), area: area(of: signal, at: place)))
      }
    }
    for bundle in cell.bundles {
      boxes.append(Box(subject: .bundle(bundle.name), area: area(of: bundle)))
    }
    for state in graph.states {
      boxes.append(Box(subject: .next(state.previous), area: exitArea(state)))
    }
    boxes.append(Box(subject: .prediction, area: predictionArea))
  }

  private func exitArea(_ state: CellGraph.State) -> Rectangle {
    if let port = plan.ports[state.role] {
      return Rectangle(
        x: tracks[port.column] + port.offset, y: tracks[port.row], columns: 1, rows: 1)
    }
    return Rectangle(x: tracks.area.right - 1, y: tracks[row(of: state)], columns: 1, rows: 1)
  }

  /// The row on which a state arrives.
  func row(of state: CellGraph.State) -> FloorPlan.Row {
    plan.arrivals[state.role]?.row ?? .memory
  }

  /// Whether a state's symbol stands on its wire.
  func isInline(_ state: CellGraph.State) -> Bool {
    plan.arrivals[state.role]?.isInline ?? false
  }

  /// The input's word stands below; states arrive at the left edge.
  private func givenArea(_ signal: SignalID) -> Rectangle {
    guard let state = graph.state(heldBy: signal) else {
      if tracks.isNarrow { return narrowWordArea }
      let left = tracks[.bundle] - 2
      return Rectangle(
        x: left, y: tracks[.outside],
        columns: tracks[plan.wordEnd.column] + plan.wordEnd.offset - left, rows: 1)
    }
    return Rectangle(
      x: tracks.area.left, y: tracks[row(of: state)],
      columns: isInline(state) ? stateColumns : 1, rows: 1)
  }

  private var predictionArea: Rectangle {
    if tracks.isNarrow { return narrowPredictionArea }
    let (from, to) = plan.prediction
    let left = tracks[from.column] + from.offset
    let right = min(tracks.area.right, tracks[to.column] + to.offset)
    return Rectangle(x: left, y: tracks[.outside], columns: right - left, rows: 1)
  }

  /// One point, or a bar from the first to the last row where a member arrives.
  private func area(of bundle: FloorPlan.Bundle) -> Rectangle {
    let exit = tracks[bundle.row]
    var rows = [exit]
    if bundle.isTall {
      rows += graph.states.filter { bundle.members.contains(keys[$0.previous]) }
        .map { tracks[row(of: $0)] }
    }
    let (top, bottom) = (rows.min() ?? exit, rows.max() ?? exit)
    return Rectangle(x: tracks[bundle.column], y: top, columns: 1, rows: bottom - top + 1)
  }

  /// Layers and functions are written out in boxes, point-wise operations as one sign.
  private func area(of signal: SignalID, at place: FloorPlan.Place) -> Rectangle {
    let (x, y) = (tracks[place.column] + place.offset, tracks[place.row])
    let isLayer = !graph.terms(of: signal).isEmpty
    let label = notation.boxLabel(graph[signal].operation)
    if tracks.isNarrow { return narrowArea(labelled: label, isLayer: isLayer, at: Point(x, y)) }
    switch graph[signal].operation {
    case .activation, .affine:
      let width = label.columns > 1 ? label.columns + 2 : 5
      let height = isLayer ? tracks.layerHeight : 1
      return Rectangle(x: x - 2, y: y - height / 2, columns: width, rows: height)
    case .input, .state, .product, .sum, .complement:
      return Rectangle(x: x - 1, y: y, columns: label.columns + 2, rows: 1)
    }
  }
}
