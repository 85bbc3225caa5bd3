extension CellGraph {
  /// The parameter of another cell that does the same: that of the same name, else the matrix that
  /// leads from the same state to the same target and has no other use here.
  ///
  ///     W a<t-1> of a cell without relevance gate, W (Γr ∘ a<t-1>) of one with it, Γr ∘ (W a<t-1>)
  public func counterpart(of id: ParameterID, in other: CellGraph) -> ParameterID? {
    let wanted = self[id]
    func first(_ isWanted: (ParameterID) -> Bool) -> ParameterID? {
      other.parameters.indices.map(ParameterID.init).first(where: isWanted)
    }
    if let same = first({ other[$0].name == wanted.name }) { return same }
    guard wanted.kind == .weight, let state = stateRead(by: id) else { return nil }
    let used = Set(parameters.map(\.name))
    return first { candidate in
      other[candidate].kind == .weight && other[candidate].target == wanted.target
        && !used.contains(other[candidate].name) && other.stateRead(by: candidate) == state
    }
  }

  /// The state that a matrix is multiplied by, alone or as one of two factors.
  private func stateRead(by id: ParameterID) -> Role? {
    for signal in signals {
      guard case .affine(let terms) = self[signal].operation else { continue }
      for case .matrix(id, let operand) in terms {
        if let state = state(heldBy: operand) { return state.role }
        guard case .product(let left, let right) = self[operand].operation else { return nil }
        return (state(heldBy: right) ?? state(heldBy: left))?.role
      }
    }
    return nil
  }
}
