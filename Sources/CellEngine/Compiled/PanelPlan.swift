import CKernels

/// The stacked matrices of a product, cut into panels whose sums fit the registers.
///
/// A panel holds the weights of 1, 2, 4 or 8 vectors of rows, [column][row], so that one step reads
/// them from beginning to end. Rows beyond a signal's units are 0.
struct PanelPlan {
  /// One panel and the product that it is a part of.
  struct Panel {
    let product: StagePlan.Product
    /// Numbers in all operands of the product, and in those that are the input.
    let columns: Int, knownColumns: Int
    let kernel: kernels_panel
  }

  /// Up to so many bytes for one vector of each sum, a panel of all sums of its units has half of the
  /// vectors: the one that was read last is still in the cache when the next step walks backwards.
  private static let narrowBytes = 1 << 16

  /// The bytes of weights for which the loop over their columns is written out.
  ///
  /// They come from the second cache, and the end of a short loop stalls them. Fewer come from the
  /// first, more from the third, and there a short loop is faster (measured on a Zen 5 from 12 KB to
  /// 8 MB).
  private static let longBytes = 1 << 16...1 << 19

  /// Numbers in a vector.
  let lanes: Int
  private(set) var panels: [Panel] = []
  private(set) var segments: [kernels_segment] = []
  /// The weights without those that stand twice, in numbers: what a step alone reads.
  private(set) var firstCount = 0
  /// The weights of states, which a run reads by themselves.
  private var stateCount = 0

  /// Starts with no product.
  init(lanes: Int) { self.lanes = lanes }

  /// Cuts a product.
  ///
  /// - Parameter isJoined: whether each panel holds all sums of its units.
  mutating func add(
    _ product: StagePlan.Product, _ layout: RowLayout, _ constants: ConstantLayout, isJoined: Bool
  ) {
    guard let sum = product.sums.first else { return }
    let firstSegment = segments.count
    segments += product.operands.map { Self.segment(reading: $0, layout) }
    let counts = product.operands.map(layout.count)
    let columns = counts.reduce(0, +)
    let knownColumns = counts.prefix(product.knownCount).reduce(0, +)
    let width = layout.lineCount(sum) * layout.line
    let stacked = isJoined ? product.sums.count : 1
    let vectors = product.sums.count / stacked * width / lanes
    let size = Int(kernels_block_bytes) / layout.line
    let isNarrow = stacked > 1 && stacked * columns * lanes * size <= Self.narrowBytes
    let isLong = { columns in
      Int32(Self.longBytes.contains(product.sums.count * width * size * columns) ? 1 : 0)
    }
    var first = 0
    while first < vectors {
      var neighbours = max(1, kernels_panel_vectors / stacked / (isNarrow ? 2 : 1))
      while neighbours > vectors - first { neighbours /= 2 }
      let kernel = kernels_panel(
        sums: Int32(layout[sum].offset + first * lanes),
        biases: Int32((constants.biases[sum] ?? 0) + first * lanes),
        neighbour_count: Int32(neighbours), distance: Int32(width),
        first_row: Int32(first * lanes), vector_count: Int32(stacked * neighbours),
        first_segment: Int32(firstSegment), segment_count: Int32(product.operands.count),
        known_count: Int32(product.knownCount), weights: Int64(firstCount),
        state_weights: Int64(stateCount), is_long: isLong(columns),
        state_is_long: isLong(columns - knownColumns))
      panels.append(
        Panel(
          product: product, columns: columns, knownColumns: knownColumns, kernel: kernel))
      firstCount += stacked * neighbours * lanes * columns
      stateCount += stacked * neighbours * lanes * (columns - knownColumns)
      first += neighbours
    }
  }

  private static func segment(reading operand: SignalID, _ layout: RowLayout) -> kernels_segment {
    let place = layout[operand]
    let base = place.isPrevious ? kernels_previous_row : kernels_row
    return kernels_segment(
      operand: kernels_place(base: Int32(base), offset: Int32(place.offset)),
      column_count: Int32(layout.count(operand)))
  }

  /// All weights, in numbers.
  var weightCount: Int { firstCount + stateCount }

  /// The panels as the kernels read them: the weights that stand twice follow all others.
  var kernels: [kernels_panel] {
    panels.map { panel in
      var kernel = panel.kernel
      kernel.state_weights += Int64(firstCount)
      return kernel
    }
  }

  /// Packs the weights of a cell into zeros.
  func pack<Scalar: CellScalar>(
    _ cell: Cell<Scalar>, _ layout: RowLayout, into numbers: UnsafeMutableBufferPointer<Scalar>
  ) {
    cell.parameters.withUnsafeBufferPointer { parameters in
      for panel in panels {
        pack(panel, cell, parameters, layout, numbers)
        repeatStateWeights(of: panel, numbers)
      }
    }
  }

  private func pack<Scalar: CellScalar>(
    _ panel: Panel, _ cell: Cell<Scalar>, _ parameters: UnsafeBufferPointer<Scalar>,
    _ layout: RowLayout, _ numbers: UnsafeMutableBufferPointer<Scalar>
  ) {
    let rows = Int(panel.kernel.vector_count) * lanes
    guard let sum = panel.product.sums.first else { return }
    let width = layout.lineCount(sum) * layout.line
    let stacked = panel.product.sums.map { matrices(of: $0, panel.product, cell) }
    let neighbours = Int(panel.kernel.neighbour_count) * lanes
    for row in 0..<rows {
      let (sums, beside) = row.quotientAndRemainder(dividingBy: neighbours)
      let (place, unit) = (Int(panel.kernel.first_row) + sums * width + beside)
        .quotientAndRemainder(dividingBy: width)
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

  private func repeatStateWeights<Scalar: CellScalar>(
    of panel: Panel, _ numbers: UnsafeMutableBufferPointer<Scalar>
  ) {
    let rows = Int(panel.kernel.vector_count) * lanes
    let from = Int(panel.kernel.weights) + panel.knownColumns * rows
    let to = firstCount + Int(panel.kernel.state_weights)
    for place in 0..<((panel.columns - panel.knownColumns) * rows) {
      numbers[to + place] = numbers[from + place]
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
