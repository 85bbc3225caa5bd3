import CKernels

/// Where the biases and peepholes of a cell stand in its program's constants.
struct ConstantLayout: Sendable {
  /// Where the biases of each sum begin; those of one product stand next to each other.
  private(set) var biases: [SignalID: Int] = [:]
  /// Where each peephole begins.
  private(set) var diagonals: [ParameterID: Int] = [:]
  /// Numbers in all.
  private(set) var count = 0

  /// Lays out the constants of a graph, each padded to whole lines of the row.
  init(_ graph: CellGraph, _ plan: StagePlan, width: Int) {
    let stacked = plan.stages.flatMap { $0.products.flatMap(\.sums) }
    let others = graph.signals.filter { signal in
      guard case .affine = graph[signal].operation else { return false }
      return !stacked.contains(signal)
    }
    for sum in stacked + others {
      biases[sum] = count
      count += width
    }
    for sum in stacked + others {
      guard case .affine(let terms) = graph[sum].operation else { continue }
      for case .diagonal(let parameter, _) in terms {
        diagonals[parameter] = count
        count += width
      }
    }
  }

  /// The kernels' name for a place in the constants.
  func place(_ offset: Int) -> kernels_place {
    kernels_place(base: Int32(kernels_constants), offset: Int32(offset))
  }

  /// The constants of a cell; what the cell does not have is 0.
  func constants<Scalar: CellScalar>(of cell: Cell<Scalar>) -> AlignedNumbers<Scalar> {
    var numbers = AlignedNumbers<Scalar>(count: count)
    numbers.withMutableNumbers { numbers in
      for signal in cell.graph.signals {
        guard case .affine(let terms) = cell.graph[signal].operation else { continue }
        for term in terms {
          let start: Int?
          switch term {
          case .bias: start = biases[signal]
          case .diagonal(let parameter, _): start = diagonals[parameter]
          case .matrix: start = nil
          }
          guard let start else { continue }
          for (unit, weight) in cell[term.parameter].enumerated() {
            numbers[start + unit] += weight
          }
        }
      }
    }
    return numbers
  }
}
