/// A colour by its amounts of red, green and blue.
public struct Color: Hashable, Sendable {
  /// The amount of red, 0…255.
  public let red: UInt8
  /// The amount of green, 0…255.
  public let green: UInt8
  /// The amount of blue, 0…255.
  public let blue: UInt8

  /// Makes a colour from a number such as `0xFFAF00`.
  public init(_ hexadecimal: UInt32) {
    red = UInt8(truncatingIfNeeded: hexadecimal >> 16)
    green = UInt8(truncatingIfNeeded: hexadecimal >> 8)
    blue = UInt8(truncatingIfNeeded: hexadecimal)
  }

  /// The colour of a number 16…255 in the palette of 256: a cube of 6 × 6 × 6, then 24 greys.
  ///
  /// The numbers below 16 are the terminal's own; people restyle them.
  public init(paletteIndex index: Int) {
    precondition((16...255).contains(index), "palette index \(index); 16…255 have fixed colours")
    if index >= 232 {
      let grey = UInt32(8 + 10 * (index - 232))
      self.init(grey << 16 | grey << 8 | grey)
    } else {
      let levels: [UInt32] = [0, 95, 135, 175, 215, 255]
      let place = index - 16
      self.init(levels[place / 36] << 16 | levels[place / 6 % 6] << 8 | levels[place % 6])
    }
  }

  /// The number of the nearest colour among the palette's fixed ones, 16…255.
  public var paletteIndex: Int {
    var nearest = (index: 16, distance: Int.max)
    for index in 16...255 {
      let distance = distance(to: Color(paletteIndex: index))
      if distance < nearest.distance { nearest = (index, distance) }
    }
    return nearest.index
  }

  /// The squared distance, weighted by how much the eye sees of each part.
  private func distance(to other: Color) -> Int {
    let reds = Int(red) - Int(other.red)
    let greens = Int(green) - Int(other.green)
    let blues = Int(blue) - Int(other.blue)
    return 2 * reds * reds + 4 * greens * greens + 3 * blues * blues
  }
}

/// How many colours a terminal has.
public enum ColorDepth: Hashable, CaseIterable, Sendable {
  /// None: bold, underlined and reversed only.
  case mono
  /// The eight of the oldest colour terminals.
  case eight
  /// Those and a bright one of each.
  case sixteen
  /// The palette of 256.
  case palette

  /// The depth of a terminal that says it has so many colours.
  public init(colors: Int) {
    self =
      switch colors {
      case ..<8: .mono
      case ..<16: .eight
      case ..<256: .sixteen
      default: .palette
      }
  }
}
