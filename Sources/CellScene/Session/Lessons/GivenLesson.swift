/// A lesson while it is given.
struct GivenLesson: Sendable {
  /// Its place among all lessons, from 0.
  let number: Int
  /// The step that was taken last, from 0.
  let step: Int
  /// The keys that this step has pressed, as they are shown.
  let keys: String
  /// Whether nothing but the lesson has changed the session since then.
  var isUntouched = true
  /// The session that the lesson interrupts, as its only element.
  let interrupted: [Session]

  /// Which step of which lesson it is.
  var place: [Int] { [number, step] }
}
