import CellEngine

extension Notation {
  /// A state's symbol as a step (from 0) finds it; before step 0 it is where the sentence starts.
  ///
  /// Always with its time, also of a gate, which carries none in an equation of one step.
  func stateSymbol(_ role: Role, before step: Int) -> String {
    symbol(role, .step(step + 1), previous: true)
  }

  /// A state's symbol as a step (from 0) leaves it.
  func stateSymbol(_ role: Role, after step: Int) -> String { stateSymbol(role, before: step + 1) }
}
