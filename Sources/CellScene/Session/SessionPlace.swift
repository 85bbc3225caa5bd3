/// A place in the text with what is looked at.
public struct SessionPlace: Hashable, Sendable {
  /// The time step, from 0.
  public let time: Int
  /// The micro-step, from 0.
  public let microStep: Int
  /// The unit, from 0.
  public let unit: Int

  /// The same place after its word has moved.
  func moved(by moves: [Int]) -> SessionPlace {
    SessionPlace(time: moves[time], microStep: microStep, unit: unit)
  }
}

extension Session {
  /// Where the session is.
  var place: SessionPlace {
    get { SessionPlace(time: time, microStep: microStep, unit: unit) }
    set { (time, microStep, unit) = (newValue.time, newValue.microStep, newValue.unit) }
  }
}
