import CKernels

/// The stacked matrices of a product, cut into panels whose sums fit the registers.
///
/// A panel holds the weights of 1, 2, 4 or 8 vectors of rows, [column][row], so that one step reads
/// them from beginning to end. Rows beyond a signal's units are 0.
struct PanelPlan {
  /// One panel and the product that it is a part of.
  struct Panel {
    let product: StagePlan.Product
    /// The first of its vectors in the product.
    let firstVector: Int
    var kernel: kernels_panel
  }

  /// Numbers in a vector.
  let lanes: Int
  private(set) var panels: [Panel] = []
  private(set) var segments: [kernels_segment] = []
  /// All weights, in numbers.
  private(set) var weightCount = 0

  /// Starts with no product.
  init(lanes: Int) { self.lanes = lanes }

  /// Cuts a product.
  mutating func add(_ product: StagePlan.Product, _ layout: RowLayout, _ constants: ConstantLayout)
  {
    guard let sum = product.sums.first else { return }
    let firstSegment = segments.count
    for operand in product.operands {
      let place = layout[operand]
      let base = place.isPrevious ? kernels_previous_row : kernels_row
      segments.append(
        kernels_segment(
          operand: kernels_place(base: Int32(base), offset: Int32(place.offset)),
          column_count: Int32(layout.count(operand))))
    }
    let columns = product.operands.map(layout.count).reduce(0, +)
    let width = layout.lineCount(sum) * layout.line
    let vectors = product.sums.count * width / lanes
    var first = 0
    while first < vectors {
      var count = kernels_panel_vectors
      while count > vectors - first { count /= 2 }
      let kernel = kernels_panel(
        sums: Int32(layout[sum].offset + first * lanes),
        biases: Int32((constants.biases[sum] ?? 0) + first * lanes),
        vector_count: Int32(count), first_segment: Int32(firstSegment),
        segment_count: Int32(product.operands.count), known_count: Int32(product.knownCount),
        weights: Int64(weightCount))
      panels.append(Panel(product: product, firstVector: first, kernel: kernel))
      weightCount += count * lanes * columns
      first += count
    }
  }

  /// The packed weights of a cell.
  func weights<Scalar: CellScalar>(of cell: Cell<Scalar>, _ layout: RowLayout)
    -> AlignedNumbers<Scalar>
  {
    var numbers = AlignedNumbers<Scalar>(count: weightCount)
    numbers.withMutableNumbers { numbers in
      cell.parameters.withUnsafeBufferPointer { parameters in
        for panel in panels { pack(panel, cell, parameters, layout, numbers) }
      }
    }
    return numbers
  }

  private func pack<Scalar: CellScalar>(
    _ panel: Panel, _ cell: Cell<Scalar>, _ parameters: UnsafeBufferPointer<Scalar>,
    _ layout: RowLayout, _ numbers: UnsafeMutableBufferPointer<Scalar>
  ) {
    let rows = Int(panel.kernel.vector_count) * lanes
    guard let sum = panel.product.sums.first else { return }
    let width = layout.lineCount(sum) * layout.line
    let stacked = panel.product.sums.map { matrices(of: $0, panel.product, cell) }
    for row in 0..<rows {
      let (place, unit) = (panel.firstVector * lanes + row).quotientAndRemainder(dividingBy: width)
      guard unit < cell.unitCount else { continue }
      var to = Int(panel.kernel.weights) + row
      for (start, columns) in stacked[place] {
        let from = start + unit * columns
        for column in 0..<columns {
          numbers[to] = parameters[from + column]
          to += rows
        }
      }
    }
  }

  /// Where the matrices of a sum stand in the parameters, in the order of the product's operands.
  private func matrices<Scalar: CellScalar>(
    of sum: SignalID, _ product: StagePlan.Product, _ cell: Cell<Scalar>
  ) -> [(start: Int, columns: Int)] {
    guard case .affine(var terms) = cell.graph[sum].operation else { return [] }
    return product.operands.compactMap { operand in
      let index = terms.firstIndex { term in
        if case .matrix(_, operand) = term { true } else { false }
      }
      guard let index else { return nil }
      let range = cell.parameterLayout[terms.remove(at: index).parameter.index]
      return (range.lowerBound, range.count / cell.unitCount)
    }
  }
}
