/// The inputs of a sequence that may be too long to hold them as numbers.
public enum LongInput<Scalar: CellScalar>: Sendable {
  /// Numbers, [T, I], step after step.
  case numbers([Scalar], width: Int)
  /// A place for each step; the input is 1 there and 0 elsewhere.
  case tokens([Int32], width: Int)
  /// A function that writes the input of a step, [I]; it must write the same whenever it is asked.
  case computed(
    steps: Int, width: Int, @Sendable (_ step: Int, _ x: UnsafeMutableBufferPointer<Scalar>) -> Void
  )

  /// The number of time steps, T.
  public var stepCount: Int {
    switch self {
    case .numbers(let numbers, let width): numbers.count / max(1, width)
    case .tokens(let tokens, _): tokens.count
    case .computed(let steps, _, _): steps
    }
  }

  /// The numbers of one input, I.
  public var width: Int {
    switch self {
    case .numbers(_, let width), .tokens(_, let width), .computed(_, let width, _): width
    }
  }

  /// Writes the input of a step.
  @inline(__always)
  func write(_ step: Int, to x: UnsafeMutableBufferPointer<Scalar>) {
    switch self {
    case .numbers(let numbers, let width):
      let first = step * width
      numbers.withUnsafeBufferPointer {
        _ = x.update(fromContentsOf: $0[first..<(first + width)])
      }
    case .tokens(let tokens, _):
      x.update(repeating: 0)
      let token = Int(tokens[step])
      precondition(x.indices.contains(token), "token \(token) of \(x.count)")
      x[token] = 1
    case .computed(_, _, let function):
      function(step, x)
    }
  }
}
