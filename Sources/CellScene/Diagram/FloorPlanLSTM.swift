extension FloorPlan {
  /// The LSTM family: memory line on top, gates in a row, inputs below.
  ///
  /// After the figure in Olah, “Understanding LSTM Networks”, 2015.
  static let lstm = FloorPlan(
    places: [
      "forget": Place(column: .forget, row: .layer),
      "update": Place(column: .update, row: .layer),
      "candidate": Place(column: .candidate, row: .layer),
      "output": Place(column: .output, row: .layer),
      "forget_times_previous_memory": Place(column: .forget, row: .memory),
      "update_times_candidate": Place(column: .write, row: .write),
      "memory": Place(column: .write, row: .memory),
      "tanh_memory": Place(column: .show, row: .write),
      "activation": Place(column: .show, row: .show),
    ],
    routes: [
      "previous_memory": [
        "forget_times_previous_memory": Route(.right, .left),
        "forget": peephole, "update": peephole, "output": peephole,
      ],
      "previous_activation": [End.bundle: Route(.right, .left)],
      "input": [End.bundle: Route(.top(offset: 0), .bottom(offset: 0))],
      End.bundle: [
        "forget": layerInput, "update": layerInput, "candidate": layerInput, "output": layerInput,
      ],
      "forget": [
        "forget_times_previous_memory": Route(.top(offset: 0), .bottom(offset: 0))
      ],
      "forget_times_previous_memory": ["memory": Route(.right, .left)],
      "update": ["update_times_candidate": Route(.top(offset: 0), .left)],
      "candidate": ["update_times_candidate": Route(.top(offset: 0), .right)],
      "update_times_candidate": ["memory": Route(.top(offset: 0), .bottom(offset: 0))],
      "memory": [
        "output": Route(.right, .top(offset: -2)),
        "tanh_memory": Route(.right, [.along(.show)], .top(offset: 0)),
        "activation": Route(.right, [.along(.show)], .top(offset: 0)),
        End.nextStep: Route(.right, .left),
      ],
      "tanh_memory": ["activation": Route(.bottom(offset: 0), .top(offset: 0))],
      "output": ["activation": Route(.top(offset: 0), .left)],
      "activation": [
        End.nextStep: Route(.bottom(offset: 0), [.upOrDown(.bus)], .left),
        End.prediction: Route(
          .bottom(offset: 0), [.upOrDown(.bus), .along(.prediction)], .top(offset: 0)),
      ],
    ],
    plates: [
      "forget": Plate(from: (.forget, 1), to: (.update, 0), row: .bars, form: .bars),
      "update": Plate(from: (.update, 1), to: (.candidate, 0), row: .bars, form: .bars),
      "candidate": Plate(from: (.candidate, 1), to: (.output, -2), row: .bars, form: .bars),
      "output": Plate(from: (.output, 0), to: (.show, -1), row: .bars, form: .bars),
      "forget_times_previous_memory": Plate(
        from: (.forget, -1), to: (.write, -1), row: .above, form: .formula),
      "update_times_candidate": Plate(
        from: (.write, 2), to: (.output, -2), row: .arrival, form: .formula),
      "tanh_memory": Plate(from: (.show, 1), to: (.frameRight, 0), row: .bars, form: .number),
    ],
    spacing: [
      (.bundle, 2, 2), (.peephole, 2, 1), (.forget, 4, 3), (.update, 8, 9), (.write, 4, 4),
      (.candidate, 4, 5), (.output, 9, 10), (.show, 7, 8), (.prediction, 2, 1),
      (.frameRight, 3, 3),
    ])

  private static let peephole = Route(
    .right, [.along(.peephole), .upOrDown(.peephole)], .top(offset: -2))
  private static let layerInput = Route(.right, .bottom(offset: 0))
}

extension FloorPlan.Route {
  fileprivate init(_ exit: FloorPlan.Side, _ entry: FloorPlan.Side) { self.init(exit, [], entry) }
}
