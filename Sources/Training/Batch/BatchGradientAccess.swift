import CellEngine

extension BatchGradient {
  /// The cell's parameters in the order of `Cell.parameters`.
  public var cellParameters: [Scalar] {
    get { cellNumbers(from: memory.parameters) }
    set {
      let parameters = BatchParameters(plan)
      precondition(newValue.count == parameters.layout.total, "\(newValue.count) parameters")
      let start = memory.parameters
      numbers.withMutableNumbers { all in
        parameters.forEachOfCell { all[start + $1] = newValue[$0] }
      }
    }
  }

  /// The readout's parameters in the order of `Readout.parameters`.
  public var readoutParameters: [Scalar] {
    get { readoutNumbers(from: memory.parameters) }
    set {
      precondition(newValue.count == plan.outputs * (plan.units + 1), "\(newValue.count) numbers")
      let start = memory.parameters
      numbers.withMutableNumbers { all in
        BatchParameters(plan).forEachOfReadout { all[start + $1] = newValue[$0] }
      }
    }
  }

  /// ∂loss/∂parameter of the cell, in the order of `Cell.parameters`.
  public var cellSlopes: [Scalar] { cellNumbers(from: memory.gradient) }

  /// ∂loss/∂parameter of the readout, in the order of `Readout.parameters`.
  public var readoutSlopes: [Scalar] { readoutNumbers(from: memory.gradient) }

  private func cellNumbers(from start: Int) -> [Scalar] {
    let parameters = BatchParameters(plan)
    var result = Array(repeating: Scalar.zero, count: parameters.layout.total)
    numbers.withNumbers { all in
      parameters.forEachOfCell { result[$0] = all[start + $1] }
    }
    return result
  }

  private func readoutNumbers(from start: Int) -> [Scalar] {
    var result = Array(repeating: Scalar.zero, count: plan.outputs * (plan.units + 1))
    numbers.withNumbers { all in
      BatchParameters(plan).forEachOfReadout { result[$0] = all[start + $1] }
    }
    return result
  }
}
