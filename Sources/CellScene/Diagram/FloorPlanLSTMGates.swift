import CellEngine

extension FloorPlan {
  /// The LSTM with a relevance gate: beside the candidate, which reads Γr ∘ a<t-1> from its left
  /// and x<t> from below.
  static let relevance: FloorPlan = {
    var plan = lstm.adding([
      "previous_activation": [
        "relevance_times_previous_activation": Route(
          .right, [.along(.branch), .upOrDown(.show)], .top(offset: 0))
      ],
      "input": ["candidate": besideTheInputs],
      End.inputs: ["relevance": layerInput],
      "relevance": ["relevance_times_previous_activation": Route(.right, .left)],
      "relevance_times_previous_activation": ["candidate": Route(.right, .left)],
    ])
    plan.places["relevance"] = Place(column: .relevance, row: .layer)
    plan.places["relevance_times_previous_activation"] = Place(column: .reset, row: .layer)
    plan.plates["update"] = Plate(
      from: (.update, 1), to: (.relevance, 1), row: .bars, form: .bars)
    plan.plates["one_minus_forget"] = Plate(
      from: (.update, 1), to: (.relevance, 1), row: .bars, form: .bars)
    plan.plates["relevance"] = Plate(
      from: (.relevance, 2), to: (.candidate, 0), row: .bars, form: .bars)
    plan.plates["relevance_times_previous_activation"] = Plate(
      from: (.reset, 1), to: (.candidate, 0), row: .show, form: .number)
    plan.plates["output"] = Plate(from: (.output, -1), to: (.show, -1), row: .bars, form: .bars)
    plan.spacing = [
      (.branch, 1, 2), (.bundle, 1, 3), (.peephole, 1, 1), (.forget, 3, 2), (.update, 6, 6),
      (.write, 5, 4), (.relevance, 1, 4), (.reset, 5, 4), (.candidate, 5, 4), (.output, 8, 8),
      (.show, 5, 6), (.prediction, 2, 1), (.frameRight, 2, 2),
    ]
    plan.prediction = ((.candidate, 2), (.frameRight, 1))
    return plan
  }()

  /// Full gate recurrence: the gates of the last step join in a bar and reach the gates from above,
  /// on a lane of their own; what a gate leaves for the next step ends beside it.
  static let recurrence: FloorPlan = {
    var plan = lstm.adding(gateStates)
    plan.arrivals.merge(gateArrivals) { $1 }
    plan.ports = gatePorts(offset: 4)
    plan.bundles.append(
      Bundle(
        name: End.gates, members: gateMembers, column: .bundle, row: .show, isTall: true))
    plan = plan.adding([
      End.gates: ["forget": fromAbove, "update": fromAbove, "output": fromAbove]
    ])
    plan.places["activation"] = Place(column: .show, row: .labels)
    plan.plates["candidate"] = Plate(
      from: (.candidate, 1), to: (.output, -2), row: .write, form: .bars)
    plan.plates["output"] = Plate(from: (.output, -1), to: (.show, -3), row: .write, form: .bars)
    return plan
  }()

  /// Both: the lane of [a<t-1>, x<t>] passes the relevance gate, then the gates of the last step
  /// join it.
  static let relevanceAndRecurrence: FloorPlan = {
    var plan = lstm.adding(gateStates)
    plan.arrivals.merge(gateArrivals) { $1 }
    plan.ports = gatePorts(offset: 3)
    plan.bundles += [
      Bundle(name: End.gates, members: gateMembers, column: .branch, row: .labels, isTall: true),
      Bundle(name: End.all, members: [End.inputs, End.gates], column: .gates, row: .bus),
    ]
    plan = plan.adding([
      "previous_activation": [
        "relevance_times_previous_activation": Route(
          .right, [.along(.reset)], .bottom(offset: 0))
      ],
      "input": ["candidate": besideTheInputs],
      End.inputs: ["relevance": layerInput, End.all: Route(.right, .left)],
      End.gates: [End.all: Route(.right, [.along(.gates)], .top(offset: 0))],
      End.all: ["forget": layerInput, "update": layerInput, "output": layerInput],
      "relevance": ["relevance_times_previous_activation": Route(.left, .right)],
      "relevance_times_previous_activation": [
        "candidate": Route(.top(offset: 0), [.upOrDown(.show)], .top(offset: -2))
      ],
    ])
    plan.places["relevance"] = Place(column: .relevance, row: .layer)
    plan.places["relevance_times_previous_activation"] = Place(column: .reset, row: .layer)
    plan.plates["relevance"] = Plate(
      from: (.relevance, -4), to: (.gates, 1), row: .arrival, form: .bars)
    plan.plates["relevance_times_previous_activation"] = Plate(
      from: (.reset, 1), to: (.relevance, 3), row: .peephole, form: .number)
    plan.plates["output"] = Plate(from: (.output, -1), to: (.show, -1), row: .bars, form: .bars)
    plan.spacing = [
      (.branch, 1, 1), (.reset, 1, 1), (.bundle, 2, 1), (.relevance, 3, 2), (.gates, 3, 1),
      (.peephole, 1, 1), (.forget, 3, 2), (.update, 7, 6), (.write, 4, 4), (.candidate, 3, 3),
      (.output, 8, 8), (.show, 5, 6), (.prediction, 2, 1), (.frameRight, 2, 2),
    ]
    plan.prediction = ((.candidate, 2), (.frameRight, 1))
    return plan
  }()

  /// Along the row of the word to below the candidate, and up into it.
  static let besideTheInputs = Route(.right, [.along(.candidate)], .bottom(offset: 0))

  private static let fromAbove = Route(.right, .top(offset: 2))
  private static let gateMembers = ["previous_forget", "previous_update", "previous_output"]

  private static let gateArrivals: [Role: Arrival] = [
    .forget: Arrival(row: .bars, isInline: true),
    .update: Arrival(row: .labels, isInline: true),
    .output: Arrival(row: .show, isInline: true),
  ]

  private static func gatePorts(offset: Int) -> [Role: Place] {
    [
      .forget: Place(column: .forget, row: .layer, offset: offset),
      .update: Place(column: .update, row: .layer, offset: offset),
      .output: Place(column: .output, row: .layer, offset: offset),
    ]
  }

  /// Into the bar of the last step's gates, and to the next step.
  private static let gateStates: [String: [String: Route]] = [
    "previous_forget": [End.gates: Route(.right, .left)],
    "previous_update": [End.gates: Route(.right, .left)],
    "previous_output": [End.gates: Route(.right, .left)],
    "forget": [End.next(.forget): Route(.right, .left)],
    "update": [End.next(.update): Route(.right, .left)],
    "output": [End.next(.output): Route(.right, .left)],
  ]
}
