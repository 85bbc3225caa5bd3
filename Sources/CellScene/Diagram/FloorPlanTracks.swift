extension FloorPlan {
  /// A line across the picture that boxes stand on or wires run along.
  enum Row: Int, CaseIterable, Hashable, Sendable {
    /// The outline's upper edge, and the outside labels.
    case frameTop
    /// Above the memory line.
    case above
    /// The memory line.
    case memory
    /// Below the memory line, where wires enter from below.
    case arrival
    /// Where the gated candidate is made.
    case write
    /// The upper row of the gates' values.
    case bars
    /// The lower row of the gates' values.
    case labels
    /// Where the output gate lets the memory through.
    case show
    /// The peepholes' lane.
    case peephole
    /// The layers with weights.
    case layer
    /// The lane of [a<t-1>, x<t>] and of a<t>.
    case bus
    /// The outline's lower edge.
    case frameBottom
    /// The word and the prediction, outside.
    case outside
  }

  /// A line down the picture.
  enum Column: Int, CaseIterable, Hashable, Sendable {
    /// The outline's left edge.
    case frameLeft
    /// Where a state branches off before it joins the input.
    case branch
    /// Where a<t-1> and x<t> join.
    case bundle
    /// Where the gates of the last step join.
    case gates
    /// Where the peepholes leave the memory line.
    case peephole
    /// The forget gate.
    case forget
    /// The update gate.
    case update
    /// Where the gated candidate is made and added.
    case write
    /// The relevance gate.
    case relevance
    /// Where the relevance gate acts.
    case reset
    /// Where the candidate's parts are added.
    case sum
    /// The candidate.
    case candidate
    /// The output gate.
    case output
    /// Where the memory is shown.
    case show
    /// The wire to the prediction.
    case prediction
    /// The outline's right edge.
    case frameRight
  }
}
