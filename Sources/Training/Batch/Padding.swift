import CKernels

/// The widths that the kernels work on: whole vectors, whatever the instruction set.
enum Padding {
  /// The columns of a panel of a matrix.
  static let panel = Int(kernels_batch_panel)

  /// The width of a block of numbers: the next multiple of 16.
  static func width(_ count: Int) -> Int {
    let unit = Int(kernels_batch_padding)
    return (count + unit - 1) / unit * unit
  }

  /// The distance of rows in memory: an odd multiple of 16.
  ///
  /// Rows of one column are then spread over the whole cache, not over a few of its sets.
  static func step(_ width: Int) -> Int {
    let unit = Int(kernels_batch_padding)
    let units = max(1, (width + unit - 1) / unit)
    return (units % 2 == 0 ? units + 1 : units) * unit
  }

  /// The numbers of a matrix in panels.
  static func matrix(rows: Int, columns: Int) -> Int {
    (columns + panel - 1) / panel * panel * rows
  }

  /// Where an element of a matrix in panels stands.
  static func place(row: Int, column: Int, rows: Int) -> Int {
    column / panel * panel * rows + row * panel + column % panel
  }
}
