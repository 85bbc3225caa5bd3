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
