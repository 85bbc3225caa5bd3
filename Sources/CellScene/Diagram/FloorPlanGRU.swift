import CellEngine

extension FloorPlan {
  /// The GRU: the LSTM's picture where the forget gate has become a 1−, with the relevance gate
  /// beside the candidate.
  ///
  /// The memory is what the cell shows: it comes down from its line to join x<t>.
  static let gru = FloorPlan(
    places: [
      "update": Place(column: .update, row: .layer),
      "relevance": Place(column: .relevance, row: .layer),
      "relevance_times_previous_memory": Place(column: .reset, row: .layer),
      "candidate": Place(column: .candidate, row: .layer),
      "one_minus_update": Place(column: .forget, row: .write),
      "one_minus_update_times_previous_memory": Place(column: .forget, row: .memory),
      "update_times_candidate": Place(column: .write, row: .write),
      "memory": Place(column: .write, row: .memory),
    ],
    arrivals: [.memory: Arrival(row: .memory)],
    bundles: [
      Bundle(name: End.inputs, members: ["previous_memory", "input"], column: .bundle, row: .bus)
    ],
    routes: gatedUnit,
    plates: [
      "one_minus_update": Plate(from: (.forget, -2), to: (.update, 0), row: .bars, form: .bars),
      "update": Plate(from: (.update, 1), to: (.relevance, -2), row: .bars, form: .bars),
      "relevance": Plate(from: (.relevance, -1), to: (.candidate, 0), row: .bars, form: .bars),
      "relevance_times_previous_memory": Plate(
        from: (.reset, 1), to: (.candidate, 0), row: .show, form: .number),
      "candidate": Plate(from: (.candidate, 1), to: (.prediction, 0), row: .bars, form: .bars),
      "one_minus_update_times_previous_memory": kept, "update_times_candidate": written,
    ],
    spacing: [
      (.bundle, 3, 2), (.forget, 5, 3), (.update, 8, 9), (.write, 4, 4), (.relevance, 5, 6),
      (.reset, 5, 4), (.candidate, 6, 4), (.prediction, 7, 9), (.frameRight, 2, 1),
    ],
    prediction: ((.candidate, 2), (.frameRight, 7)))

  private static let gatedUnit: [String: [String: Route]] = [
    "previous_memory": [
      "one_minus_update_times_previous_memory": Route(.right, .left),
      End.inputs: Route(.right, [.along(.bundle)], .top(offset: 0)),
      "relevance_times_previous_memory": Route(
        .right, [.along(.bundle), .upOrDown(.show)], .top(offset: 0)),
    ],
    "input": [
      End.inputs: Route(.top(offset: 0), .bottom(offset: 0)),
      "candidate": besideTheInputs,
    ],
    End.inputs: ["relevance": layerInput, "update": layerInput, "candidate": layerInput],
    "relevance": ["relevance_times_previous_memory": Route(.right, .left)],
    "relevance_times_previous_memory": ["candidate": Route(.right, .left)],
    "update": [
      "update_times_candidate": Route(.top(offset: 0), .left),
      "one_minus_update": Route(.top(offset: 0), [.upOrDown(.write)], .right),
    ],
    "one_minus_update": [
      "one_minus_update_times_previous_memory": Route(.top(offset: 0), .bottom(offset: 0))
    ],
    "candidate": ["update_times_candidate": Route(.top(offset: 0), .right)],
    "one_minus_update_times_previous_memory": ["memory": Route(.right, .left)],
    "update_times_candidate": ["memory": Route(.top(offset: 0), .bottom(offset: 0))],
    "memory": [
      End.next(.memory): Route(.right, .left),
      End.prediction: Route(.right, [.along(.prediction)], .top(offset: 0)),
    ],
  ]

  /// The GRU that resets after the matrix product: the candidate's two layers are apart, and the
  /// relevance gate acts on the one that reads the memory.
  static let lateReset: FloorPlan = {
    let seen = "candidate_from_previous_memory"
    let product = "relevance_times_candidate_from_previous_memory"
    var plan = gru.adding([
      "previous_memory": [
        seen: Route(.right, [.along(.bundle), .upOrDown(.peephole)], .top(offset: -2))
      ],
      "input": ["candidate_from_input": Route(.right, [.along(.sum)], .bottom(offset: 0))],
      "relevance": [product: Route(.top(offset: 0), .left)],
      seen: [product: Route(.top(offset: 0), .bottom(offset: 0))],
      product: ["candidate_preactivation": Route(.right, .left)],
      "candidate_from_input": [
        "candidate_preactivation": Route(.top(offset: 0), .bottom(offset: 0))
      ],
      "candidate_preactivation": ["candidate": Route(.right, .left)],
    ])
    plan.places[seen] = Place(column: .reset, row: .layer)
    plan.places["candidate_from_input"] = Place(column: .sum, row: .layer)
    plan.places[product] = Place(column: .reset, row: .show)
    plan.places["candidate_preactivation"] = Place(column: .sum, row: .show)
    plan.places["candidate"] = Place(column: .candidate, row: .show)
    plan.plates["update"] = Plate(
      from: (.update, 1), to: (.relevance, 0), row: .bars, form: .bars)
    plan.plates["relevance"] = Plate(
      from: (.relevance, 1), to: (.reset, 1), row: .bars, form: .bars)
    plan.plates[seen] = Plate(from: (.reset, 1), to: (.sum, 0), row: .peephole, form: .number)
    plan.plates["candidate_from_input"] = Plate(
      from: (.sum, 1), to: (.prediction, 0), row: .peephole, form: .number)
    plan.plates[product] = Plate(from: (.reset, 1), to: (.sum, 0), row: .labels, form: .number)
    plan.plates["candidate_preactivation"] = Plate(
      from: (.sum, -1), to: (.candidate, 0), row: .bars, form: .number)
    plan.plates["candidate"] = Plate(
      from: (.candidate, 1), to: (.prediction, 0), row: .write, form: .bars)
    plan.spacing = [
      (.bundle, 3, 2), (.forget, 4, 3), (.update, 7, 7), (.write, 5, 4), (.relevance, 2, 5),
      (.reset, 6, 5), (.sum, 6, 4), (.candidate, 5, 2), (.prediction, 6, 8), (.frameRight, 1, 1),
    ]
    plan.prediction = ((.sum, 2), (.frameRight, 7))
    return plan
  }()

  /// The same plan where Γu = 1 keeps: the gate stands below the memory line, and the 1− on the
  /// way of the candidate.
  var keeping: FloorPlan {
    let (keep, write) = ("update_times_previous_memory", "one_minus_update_times_candidate")
    var plan = self
    plan.places["update"] = Place(column: .forget, row: .layer)
    plan.places["one_minus_update"] = Place(column: .update, row: .write)
    plan.places[keep] = Place(column: .forget, row: .memory)
    plan.places[write] = Place(column: .write, row: .write)
    plan.plates["one_minus_update"] = Plate(
      from: (.update, 1), to: (.relevance, 0), row: .bars, form: .bars)
    plan.plates["update"] = Plate(from: (.forget, 1), to: (.update, 0), row: .bars, form: .bars)
    plan.plates[keep] = Self.kept
    plan.plates[write] = Self.written
    return plan.adding([
      "previous_memory": [keep: Route(.right, .left)],
      "update": [
        keep: Route(.top(offset: 0), .bottom(offset: 0)),
        "one_minus_update": Route(.top(offset: 0), [.upOrDown(.write)], .left),
      ],
      "one_minus_update": [write: Route(.right, .left)],
      "candidate": [write: Route(.top(offset: 0), .right)],
      keep: ["memory": Route(.right, .left)],
      write: ["memory": Route(.top(offset: 0), .bottom(offset: 0))],
    ])
  }

  private static let kept = Plate(
    from: (.forget, -1), to: (.write, -1), row: .above, form: .formula)
  private static let written = Plate(
    from: (.write, 2), to: (.prediction, 0), row: .arrival, form: .formula)
}
