import CKernels
import CellEngine

/// A product of blocks of matrices; see `kernels_batch_product_f32`.
struct MatrixProduct<Scalar: CellScalar> {
  /// The size of the result, and what is summed over.
  var rows: Int, columns: Int, depth: Int
  /// The left matrix and its two steps, one of which is 1.
  var left: UnsafePointer<Scalar>, leftRow: Int, leftColumn: Int
  /// The right matrix in panels.
  var right: UnsafePointer<Scalar>, rightPanel: Int, rightRow: Int
  /// Where the sums start: zeros, one row for all, or the result itself.
  var start: UnsafePointer<Scalar>?, startPanel: Int, startRow: Int
  /// The result in panels.
  var result: UnsafeMutablePointer<Scalar>, resultPanel: Int, resultRow: Int
  /// Whether one row is multiplied from the last panel to the first.
  var isBackwards = false
}

/// The kernels for one precision and one instruction set.
struct Kernels<Scalar: CellScalar>: Sendable {
  /// The instruction set's number.
  let set: Int32

  /// Whether the numbers are single precision; they are double otherwise.
  @inline(__always) private var isSingle: Bool { Scalar.self == Float.self }

  @inline(__always)
  private func single(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Float> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: Float.self)
  }
  @inline(__always)
  private func single(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Float> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Float.self)
  }
  @inline(__always)
  private func double(_ pointer: UnsafePointer<Scalar>) -> UnsafePointer<Double> {
    UnsafeRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }
  @inline(__always)
  private func double(_ pointer: UnsafeMutablePointer<Scalar>) -> UnsafeMutablePointer<Double> {
    UnsafeMutableRawPointer(pointer).assumingMemoryBound(to: Double.self)
  }

  /// C = S + A B.
  @inline(__always)
  func multiply(_ p: MatrixProduct<Scalar>) {
    if isSingle {
      var product = kernels_batch_product_f32(
        rows: p.rows, columns: p.columns, depth: p.depth, left: single(p.left),
        left_row: p.leftRow, left_column: p.leftColumn, right: single(p.right),
        right_panel: p.rightPanel, right_row: p.rightRow, start: p.start.map(single),
        start_panel: p.startPanel, start_row: p.startRow, result: single(p.result),
        result_panel: p.resultPanel, result_row: p.resultRow, backwards: p.isBackwards)
      kernels_batch_multiply_f32(set, &product)
    } else {
      var product = kernels_batch_product_f64(
        rows: p.rows, columns: p.columns, depth: p.depth, left: double(p.left),
        left_row: p.leftRow, left_column: p.leftColumn, right: double(p.right),
        right_panel: p.rightPanel, right_row: p.rightRow, start: p.start.map(double),
        start_panel: p.startPanel, start_row: p.startRow, result: double(p.result),
        result_panel: p.resultPanel, result_row: p.resultRow, backwards: p.isBackwards)
      kernels_batch_multiply_f64(set, &product)
    }
  }

  /// Runs element-wise instructions over rows; `bases` and `steps` are what their places refer to.
  @inline(__always)
  func run(
    _ program: ArraySlice<kernels_batch_instruction>, rows: Int,
    bases: UnsafeMutablePointer<UnsafeMutablePointer<Scalar>?>, steps: UnsafePointer<Int>
  ) {
    program.withUnsafeBufferPointer { instructions in
      let raw = UnsafeRawPointer(bases)
      if isSingle {
        kernels_batch_run_f32(
          set, instructions.count, instructions.baseAddress, rows,
          raw.assumingMemoryBound(to: UnsafeMutablePointer<Float>?.self), steps)
      } else {
        kernels_batch_run_f64(
          set, instructions.count, instructions.baseAddress, rows,
          raw.assumingMemoryBound(to: UnsafeMutablePointer<Double>?.self), steps)
      }
    }
  }

  /// Turns predictions into slopes of the squared error; gives the sum of squares.
  func squaredError(
    rows: Int, columns: Int, _ predictions: UnsafeMutablePointer<Scalar>, step: Int,
    targets: UnsafePointer<Scalar>, targetStep: Int, scale: Scalar
  ) -> Double {
    isSingle
      ? kernels_squared_error_f32(
        set, rows, columns, single(predictions), step, single(targets), targetStep, Float(scale))
      : kernels_squared_error_f64(
        set, rows, columns, double(predictions), step, double(targets), targetStep,
        Double(scale))
  }

  /// Turns scores into slopes of the cross entropy; gives its sum in nats.
  func crossEntropy(
    rows: Int, columns: Int, _ scores: UnsafeMutablePointer<Scalar>, step: Int,
    targets: UnsafePointer<Int32>, scale: Scalar
  ) -> Double {
    isSingle
      ? kernels_cross_entropy_f32(
        set, rows, columns, single(scores), step, targets, Float(scale))
      : kernels_cross_entropy_f64(
        set, rows, columns, double(scores), step, targets, Double(scale))
  }

  /// Writes start + row `places[r]` of a matrix in panels into each row.
  func gather(
    rows: Int, columns: Int, places: UnsafePointer<Int32>, matrix: UnsafePointer<Scalar>,
    panel: Int, start: UnsafePointer<Scalar>, startStep: Int,
    result: UnsafeMutablePointer<Scalar>, step: Int
  ) {
    if isSingle {
      kernels_gather_f32(
        set, rows, columns, places, single(matrix), panel, single(start), startStep,
        single(result), step)
    } else {
      kernels_gather_f64(
        set, rows, columns, places, double(matrix), panel, double(start), startStep,
        double(result), step)
    }
  }

  /// Adds each row to row `places[r]` of a matrix in panels.
  func scatter(
    rows: Int, columns: Int, places: UnsafePointer<Int32>, matrix: UnsafeMutablePointer<Scalar>,
    panel: Int, values: UnsafePointer<Scalar>, step: Int
  ) {
    if isSingle {
      kernels_scatter_f32(
        set, rows, columns, places, single(matrix), panel, single(values), step)
    } else {
      kernels_scatter_f64(
        set, rows, columns, places, double(matrix), panel, double(values), step)
    }
  }

  /// The sum of squares.
  func sumOfSquares(_ count: Int, _ numbers: UnsafePointer<Scalar>) -> Double {
    isSingle
      ? kernels_sum_of_squares_f32(set, count, single(numbers))
      : kernels_sum_of_squares_f64(set, count, double(numbers))
  }

  /// One update of Adam.
  func adam(
    _ count: Int, _ settings: kernels_adam, parameters: UnsafeMutablePointer<Scalar>,
    gradient: UnsafePointer<Scalar>, first: UnsafeMutablePointer<Scalar>,
    second: UnsafeMutablePointer<Scalar>
  ) {
    var settings = settings
    if isSingle {
      kernels_adam_f32(
        set, count, &settings, single(parameters), single(gradient), single(first),
        single(second))
    } else {
      kernels_adam_f64(
        set, count, &settings, double(parameters), double(gradient), double(first),
        double(second))
    }
  }

  /// Transposes a matrix in panels.
  func transpose(
    rows: Int, columns: Int, _ matrix: UnsafePointer<Scalar>, panel: Int,
    result: UnsafeMutablePointer<Scalar>, resultPanel: Int
  ) {
    if isSingle {
      kernels_transpose_f32(rows, columns, single(matrix), panel, single(result), resultPanel)
    } else {
      kernels_transpose_f64(rows, columns, double(matrix), panel, double(result), resultPanel)
    }
  }
}
