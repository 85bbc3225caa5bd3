import CellEngine

extension FloorPlan {
  /// The plain network: one layer on one line.
  static let plain = FloorPlan(
    places: ["activation": Place(column: .candidate, row: .layer)],
    arrivals: [.activation: Arrival(row: .layer)],
    bundles: [
      Bundle(
        name: End.inputs, members: ["previous_activation", "input"], column: .bundle, row: .layer)
    ],
    routes: [
      "previous_activation": [End.inputs: Route(.right, .left)],
      "input": [End.inputs: Route(.top(offset: 0), .bottom(offset: 0))],
      End.inputs: ["activation": Route(.right, .left)],
      "activation": [
        End.next(.activation): Route(.right, .left),
        End.prediction: Route(.right, [.along(.prediction)], .top(offset: 0)),
      ],
    ],
    plates: [
      "activation": Plate(from: (.candidate, 5), to: (.prediction, 0), row: .bars, form: .bars)
    ],
    spacing: [
      (.bundle, 5, 4), (.candidate, 12, 4), (.prediction, 22, 6), (.frameRight, 6, 3),
    ],
    rows: [
      .frameTop, .above, .memory, .bars, .labels, .arrival, .layer, .write, .show, .peephole, .bus,
      .frameBottom, .outside,
    ],
    prediction: ((.bundle, 16), (.frameRight, 0)))
}
