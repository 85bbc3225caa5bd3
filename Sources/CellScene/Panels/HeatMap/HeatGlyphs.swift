/// A number as characters whose darkness is its size, with its sign before them.
enum HeatGlyphs {
  private static let ramp: [Character] = [" ", "░", "▒", "▓", "█"]

  /// The characters of a number.
  ///
  /// Sizes below a sixteenth of the scale are blank behind the sign, from three quarters on they
  /// are full; what is no number is `?`. Without sign a point says that the number is there.
  ///
  /// - Parameters:
  ///   - share: the number as a share of the scale, −1…1 or beyond.
  ///   - isSigned: whether the signal can be below zero.
  ///   - columns: how many characters; at least one.
  static func text(_ share: Double, isSigned: Bool, columns: Int) -> String {
    guard !share.isNaN else { return String(repeating: "?", count: columns) }
    let shade = ramp[level(share.magnitude)]
    let isBlank = shade == " "
    guard isSigned || isBlank else { return String(repeating: shade, count: columns) }
    let mark: Character = !isSigned || share == 0 ? "·" : share < 0 ? "−" : "+"
    return String(mark) + String(repeating: shade, count: columns - 1)
  }

  /// Whether a share is more than a full bar.
  static func isBeyond(_ share: Double) -> Bool { share.magnitude > 1 }

  /// The place in the ramp: a sixteenth, a quarter, a half and three quarters are its steps.
  static func level(_ share: Double) -> Int {
    [0.0625, 0.25, 0.5, 0.75].count { share >= $0 }
  }
}
