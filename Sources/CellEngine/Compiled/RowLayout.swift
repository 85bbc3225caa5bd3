/// Where each signal stands in the row of a time step.
///
/// Every signal begins at a line of 64 bytes and is padded to whole lines. What arrives from the
/// last step is not copied: it stands in the row before.
struct RowLayout: Sendable {
  /// A signal's place: in its own row or in the one before.
  struct Place: Hashable, Sendable {
    var isPrevious: Bool
    var offset: Int
  }

  /// Numbers in a row.
  private(set) var stride = 0
  /// Where the input begins.
  private(set) var input = 0
  /// Where the state's value for the next step stands, for each state.
  private(set) var carried: [Int] = []
  /// States whose value is copied to a place of its own at the end of the step.
  private(set) var copies: [Int] = []

  /// The graph that is laid out.
  let graph: CellGraph
  /// Numbers in a line of 64 bytes.
  let line: Int
  private var places: [Place?]
  private let counts: (inputs: Int, units: Int)

  /// Lays out a row; sums of one product stand next to each other, and so do their activations.
  ///
  /// - Parameter line: numbers in 64 bytes.
  init(_ graph: CellGraph, _ plan: StagePlan, inputs: Int, units: Int, line: Int) {
    self.graph = graph
    counts = (inputs, units)
    self.line = line
    places = graph.nodes.map { _ in nil }
    input = stride
    put(graph.input)
    for stage in plan.stages {
      for product in stage.products {
        for sum in product.sums { put(sum) }
        for sum in product.sums { plan.firstActivation(of: sum).map { put($0) } }
      }
      for signal in stage.elementwise { put(signal) }
    }
    placeStates()
  }

  /// Where a signal stands.
  subscript(signal: SignalID) -> Place {
    places[signal.index] ?? Place(isPrevious: false, offset: 0)
  }

  /// Lines that a signal takes.
  func lineCount(_ signal: SignalID) -> Int { (count(signal) + line - 1) / line }

  /// Numbers of a signal.
  func count(_ signal: SignalID) -> Int {
    graph[signal].width == .inputs ? counts.inputs : counts.units
  }

  private mutating func put(_ signal: SignalID) {
    guard places[signal.index] == nil else { return }
    places[signal.index] = Place(isPrevious: false, offset: stride)
    stride += lineCount(signal) * line
  }

  /// A state is read where the last step left it, unless that is also another state's place: both
  /// may begin with different numbers.
  private mutating func placeStates() {
    for (index, state) in graph.states.enumerated() {
      let next = places[state.next.index]
      if let next, !carried.contains(next.offset) {
        carried.append(next.offset)
      } else {
        copies.append(index)
        carried.append(stride)
        stride += lineCount(state.previous) * line
      }
    }
    for (index, state) in graph.states.enumerated() {
      places[state.previous.index] = Place(isPrevious: true, offset: carried[index])
    }
  }
}
