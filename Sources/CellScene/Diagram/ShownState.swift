import CellEngine

extension CellGraph {
  /// The state that a cell without an activation of its own shows as it is: a<t> = c<t>.
  var stateThatIsShown: State? {
    guard signal(.activation) == nil, previous(.activation) == nil else { return nil }
    return shownState
  }
}
