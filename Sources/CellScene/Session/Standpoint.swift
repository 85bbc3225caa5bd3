import CellEngine

/// A micro-step by what it computes, so that it is found again in another cell.
enum StageName: Hashable {
  case arrival
  case computation(String)
  case prediction
}

/// The micro-step that somebody looked at when a change of the cell took it away.
///
/// A cell that has it again shows it again.
struct Standpoint: Sendable {
  /// The micro-steps of the time step up to that one.
  let stages: [StageName]
  /// The place that was shown in its stead.
  let time: Int
  let microStep: Int

  /// Whether somebody still is at that place.
  func isAt(_ time: Int, _ microStep: Int) -> Bool {
    (time, microStep) == (self.time, self.microStep)
  }
}

extension Run {
  /// The micro-steps up to one, by what they compute.
  func stages(through microStep: Int) -> [StageName] {
    microSteps[...microStep].map { stage in
      switch stage {
      case .arrival: .arrival
      case .computation(let signal): .computation(names[signal])
      case .prediction: .prediction
      }
    }
  }

  /// The micro-step that computes the same as the last of some stages, or as the last one before it
  /// that is left.
  func microStep(of stages: [StageName]) -> Int {
    let here = self.stages(through: microSteps.count - 1)
    return stages.reversed().lazy.compactMap { here.firstIndex(of: $0) }.first ?? 0
  }
}
