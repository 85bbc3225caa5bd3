import Screen

/// A number from −1 to 1 as a bar that starts at an axis: to the right if positive, else to the left.
///
/// So sign and size can be read without colour.
enum SignedBar {
  /// The bar with its axis, always of the same width.
  ///
  /// - Parameter half: the columns on each side of the axis.
  static func text(_ share: Double, half: Int) -> String {
    let blank = String(repeating: " ", count: half)
    guard share.isFinite, share != 0 else { return blank + "│" + blank }
    guard share < 0 else {
      let bar = ValueBar.across(share, columns: half)
      return blank + "│" + bar + String(repeating: " ", count: max(0, half - bar.columns))
    }
    // A bar that ends at its right side knows halves of a column only.
    let halves = max(1, Int((min(1, share.magnitude) * Double(half * 2)).rounded()))
    let bar = (halves % 2 == 0 ? "" : "▐") + String(repeating: "█", count: halves / 2)
    return String(repeating: " ", count: max(0, half - bar.columns)) + bar + "│" + blank
  }
}
