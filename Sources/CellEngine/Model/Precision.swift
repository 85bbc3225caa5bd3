extension Cell {
  /// The same cell in another precision; each weight is rounded once.
  public init<Other>(_ cell: Cell<Other>) {
    self.init(cell.graph, inputs: cell.inputCount, units: cell.unitCount)
    parameters = cell.parameters.map { Scalar($0) }
  }
}

extension Trace {
  /// The same values in another precision.
  public init<Other>(_ trace: Trace<Other>) {
    self.init(layout: trace.layout, steps: trace.stepCount)
    values = trace.values.map { Scalar($0) }
  }
}

extension Gradient {
  /// The same slopes in another precision.
  public init<Other>(_ gradient: Gradient<Other>) {
    self.init(
      parameters: gradient.parameters.map { Scalar($0) }, adjoints: Trace(gradient.adjoints))
  }
}

extension CellStack {
  /// The same stack in another precision; each weight is rounded once.
  public init<Other>(_ stack: CellStack<Other>) {
    self.init(stack.layers.map { $0.map { Cell($0) } })
  }
}
