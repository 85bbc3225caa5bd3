import CellEngine
import Screen

extension Role {
  /// The ink that the role has in every panel.
  var ink: Ink {
    switch self {
    case .forget: .forget
    case .update: .update
    case .output: .output
    case .relevance: .relevance
    case .candidate: .candidate
    case .memory: .memory
    case .activation: .activation
    case .input: .input
    }
  }
}

extension Ink {
  /// The ink of a number and its bar: by the sign, or `unsigned` where numbers have none.
  ///
  /// What is not a number stands out.
  init(of value: Double, unsigned: Ink? = nil) {
    self = value.isNaN ? .alert : unsigned ?? (value < 0 ? .negative : .positive)
  }
}
