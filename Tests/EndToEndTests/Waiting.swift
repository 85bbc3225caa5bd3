import Foundation

/// What a test waited for in vain.
struct Impatience: Error, CustomStringConvertible {
  let description: String
}

/// Ten seconds, and at least twenty looks: a busy machine may use up the time in a few of them.
struct Patience {
  private let end = ContinuousClock.now + .seconds(10)
  private var looks = 0

  /// Whether there is time for one more look.
  var isLeft: Bool {
    mutating get {
      looks += 1
      return looks <= 20 || ContinuousClock.now < end
    }
  }
}

/// Asks again and again until there is an answer: no test sleeps for a fixed time.
///
/// - Parameters:
///   - what: what is waited for, for the message.
///   - limit: how long it may take.
///   - evidence: what to show when it takes longer.
func eventually<Value>(
  _ what: String, within limit: Duration = .seconds(10), evidence: @autoclosure () -> String = "",
  _ answer: () throws -> Value?
) async throws -> Value {
  let end = ContinuousClock.now + limit
  while true {
    if let value = try answer() { return value }
    if ContinuousClock.now > end {
      throw Impatience(description: "not within \(limit): \(what)\n\(evidence())")
    }
    try await Task.sleep(for: .milliseconds(5))
  }
}

/// The same for a condition.
func eventually(
  _ what: String, within limit: Duration = .seconds(10), evidence: @autoclosure () -> String = "",
  _ condition: () throws -> Bool
) async throws {
  try await eventually(what, within: limit, evidence: evidence()) {
    try condition() ? () : nil
  }
}
