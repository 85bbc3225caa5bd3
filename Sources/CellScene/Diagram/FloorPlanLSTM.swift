import CellEngine

extension FloorPlan {
  /// The LSTM family: memory line on top, gates in a row, inputs below.
  ///
  /// After the figure in Olah, “Understanding LSTM Networks”, 2015. A coupled gate is a 1− beside
  /// the gate that it is coupled to, on the way to its ⊗.
  static let lstm = FloorPlan(
    places: [
      "forget": Place(column: .forget, row: .layer),
      "update": Place(column: .update, row: .layer),
      "candidate": Place(column: .candidate, row: .layer),
      "output": Place(column: .output, row: .layer),
      "one_minus_update": Place(column: .forget, row: .write),
      "one_minus_forget": Place(column: .update, row: .write),
      "forget_times_previous_memory": Place(column: .forget, row: .memory),
      "update_times_candidate": Place(column: .write, row: .write),
      "memory": Place(column: .write, row: .memory),
      "function_of_memory": Place(column: .show, row: .write),
      "activation": Place(column: .show, row: .show),
    ],
    arrivals: [.memory: Arrival(row: .memory), .activation: Arrival(row: .bus)],
    bundles: [
      Bundle(
        name: End.inputs, members: ["previous_activation", "input"], column: .bundle, row: .bus)
    ],
    routes: memoryLine.merging(layers) { $0.merging($1) { $1 } },
    plates: [
      "forget": Plate(from: (.forget, 1), to: (.update, 0), row: .bars, form: .bars),
      "one_minus_update": Plate(from: (.forget, -2), to: (.update, 0), row: .bars, form: .bars),
      "update": Plate(from: (.update, 1), to: (.candidate, 0), row: .bars, form: .bars),
      "one_minus_forget": Plate(from: (.update, 1), to: (.candidate, 0), row: .bars, form: .bars),
      "candidate": Plate(from: (.candidate, 1), to: (.output, -2), row: .bars, form: .bars),
      "output": Plate(from: (.output, 0), to: (.show, -1), row: .bars, form: .bars),
      "forget_times_previous_memory": Plate(
        from: (.forget, -1), to: (.write, -1), row: .above, form: .formula),
      "update_times_candidate": Plate(
        from: (.write, 2), to: (.output, -2), row: .arrival, form: .formula),
      "function_of_memory": Plate(
        from: (.show, 1), to: (.frameRight, 0), row: .bars, form: .number),
    ],
    spacing: [
      (.bundle, 2, 2), (.peephole, 2, 1), (.forget, 4, 3), (.update, 8, 9), (.write, 4, 4),
      (.candidate, 4, 5), (.output, 9, 10), (.show, 7, 8), (.prediction, 2, 1),
      (.frameRight, 3, 3),
    ])

  /// From the old memory to the new one, and what is shown of it.
  private static let memoryLine: [String: [String: Route]] = [
    "previous_memory": [
      "forget_times_previous_memory": Route(.right, .left),
      "memory": Route(.right, .left),
      "forget": peephole, "update": peephole, "output": peephole,
    ],
    "forget_times_previous_memory": ["memory": Route(.right, .left)],
    "update_times_candidate": ["memory": Route(.top(offset: 0), .bottom(offset: 0))],
    "memory": [
      "output": Route(.right, .top(offset: -2)),
      "function_of_memory": Route(.right, [.along(.show)], .top(offset: 0)),
      "activation": Route(.right, [.along(.show)], .top(offset: 0)),
      End.next(.memory): Route(.right, .left),
      End.next(.activation): Route(.right, [.along(.show), .upOrDown(.bus)], .left),
      End.prediction: Route(
        .right, [.along(.show), .upOrDown(.bus), .along(.prediction)], .top(offset: 0)),
    ],
    "function_of_memory": shown.merging(
      ["activation": Route(.bottom(offset: 0), .top(offset: 0))]) { $1 },
    "activation": shown,
  ]

  /// From the inputs through the layers to where they act.
  private static let layers: [String: [String: Route]] = [
    "previous_activation": [End.inputs: Route(.right, .left)],
    "input": [End.inputs: Route(.top(offset: 0), .bottom(offset: 0))],
    End.inputs: [
      "forget": layerInput, "update": layerInput, "candidate": layerInput, "output": layerInput,
    ],
    "forget": [
      "forget_times_previous_memory": Route(.top(offset: 0), .bottom(offset: 0)),
      "one_minus_forget": Route(.top(offset: 0), [.upOrDown(.write)], .left),
    ],
    "one_minus_forget": ["update_times_candidate": Route(.right, .left)],
    "update": [
      "update_times_candidate": Route(.top(offset: 0), .left),
      "one_minus_update": Route(.top(offset: 0), [.upOrDown(.write)], .right),
    ],
    "one_minus_update": [
      "forget_times_previous_memory": Route(.top(offset: 0), .bottom(offset: 0))
    ],
    "candidate": [
      "update_times_candidate": Route(.top(offset: 0), .right),
      "memory": Route(
        .top(offset: 0), [.upOrDown(.write), .along(.write)], .bottom(offset: 0)),
    ],
    "output": ["activation": Route(.top(offset: 0), .left)],
  ]

  /// From what is shown down to the next step and to the prediction.
  private static let shown = [
    End.next(.activation): Route(.bottom(offset: 0), [.upOrDown(.bus)], .left),
    End.prediction: Route(
      .bottom(offset: 0), [.upOrDown(.bus), .along(.prediction)], .top(offset: 0)),
  ]

  private static let peephole = Route(
    .right, [.along(.peephole), .upOrDown(.peephole)], .top(offset: -2))
  /// From the lane below into a layer.
  static let layerInput = Route(.right, .bottom(offset: 0))
}
