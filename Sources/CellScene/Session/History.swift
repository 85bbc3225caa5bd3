/// The experiments before and after the present one, for undo and redo.
///
/// The oldest is forgotten when there are too many, so that a program that runs for weeks does not
/// grow.
struct History: Sendable {
  /// An experiment and the place where it was left.
  struct Entry: Sendable {
    let experiment: Experiment
    let place: SessionPlace
  }

  /// How many changes can be taken back.
  static let limit = 1000

  private(set) var past: [Entry] = []
  private(set) var future: [Entry] = []
  /// Where the last change left the session; nil until it is done.
  var arrival: SessionPlace?

  /// Remembers what was there before a new experiment; what was undone is gone.
  mutating func record(_ entry: Entry) {
    if past.count == Self.limit { past.removeFirst() }
    past.append(entry)
    (future, arrival) = ([], nil)
  }

  /// Goes one back from an entry; nil if there is nothing to undo.
  mutating func undo(from entry: Entry) -> Entry? {
    guard let last = past.popLast() else { return nil }
    future.append(entry)
    return last
  }

  /// Goes one on again; nil if there is nothing to redo.
  mutating func redo(from entry: Entry) -> Entry? {
    guard let next = future.popLast() else { return nil }
    past.append(entry)
    return next
  }
}
