/// A text cut into streams that are read side by side, a window of steps at a time.
///
/// Each window goes on where the last one ended, so the states can be carried on. At the end the
/// streams start again.
struct TextStreams: Sendable {
  private let tokens: [Int32]
  /// The number of streams, B, and of steps in a window, T.
  private let streams: Int, window: Int
  private let length: Int
  private var position = 0

  /// The number of whole windows in a stream.
  var windowCount: Int { max(0, (length - 1) / window) }

  /// Cuts a text; it must have at least one window for each stream.
  init(_ tokens: ArraySlice<Int32>, streams: Int, window: Int) {
    self.tokens = Array(tokens)
    (self.streams, self.window) = (streams, window)
    length = tokens.count / streams
  }

  /// The next window in the order [T][B], its successors, and whether it goes on from the last.
  mutating func next() -> (inputs: [Int32], targets: [Int32], goesOn: Bool) {
    if position + window + 1 > length { position = 0 }
    let first = position
    position += window
    var inputs: [Int32] = []
    inputs.reserveCapacity(window * streams)
    var targets = inputs
    targets.reserveCapacity(window * streams)
    for step in first..<(first + window) {
      for stream in 0..<streams {
        inputs.append(tokens[stream * length + step])
        targets.append(tokens[stream * length + step + 1])
      }
    }
    return (inputs, targets, first > 0)
  }
}
