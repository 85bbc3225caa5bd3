extension Cell<Double> {
  /// Runs the cell over a long text in pieces, so that only one piece is kept at a time.
  ///
  /// The states are carried from piece to piece: the pieces are the whole run, bit for bit.
  /// - Parameters:
  ///   - inputs: x<1> … x<T>, each [I]; a lazy collection is read piece by piece.
  ///   - length: the steps of a piece; the last may be shorter.
  ///   - initial: states before the first step, each [H].
  ///   - read: gets each piece and the place of its first step in the text.
  public func tracePieces(
    of inputs: some Collection<[Double]>, length: Int = 256, initial: [Role: [Double]] = [:],
    read: (_ piece: Trace<Double>, _ first: Int) -> Void
  ) {
    precondition(length > 0, "pieces of \(length) steps")
    var states = initial
    var (first, rest) = (0, inputs[...])
    while !rest.isEmpty {
      let piece = trace(Array(rest.prefix(length)), initial: states)
      read(piece, first)
      for state in graph.states {
        states[state.role] = Array(piece[state.next, piece.stepCount - 1])
      }
      first += piece.stepCount
      rest = rest.dropFirst(length)
    }
  }
}
