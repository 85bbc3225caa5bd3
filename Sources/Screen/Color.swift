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
      let level = { (step: Int) in UInt32(step == 0 ? 0 : 55 + 40 * step) }
      let place = index - 16
      self.init(level(place / 36) << 16 | level(place / 6 % 6) << 8 | level(place % 6))
    }
  }

  /// The number of the nearest colour among the palette's fixed ones, 16…255.
  public var paletteIndex: Int {
    // In the cube each part has its own nearest level.
    let inCube =
      16 + 36 * Self.nearestLevel(red) + 6 * Self.nearestLevel(green)
      + Self.nearestLevel(blue)
    var nearest = (index: inCube, distance: distance(to: Color(paletteIndex: inCube)))
    for index in 232...255 {
      let distance = distance(to: Color(paletteIndex: index))
      if distance < nearest.distance { nearest = (index, distance) }
    }
    return nearest.index
  }

  /// The place of the nearest of the cube's levels 0, 95, 135, 175, 215, 255.
  private static func nearestLevel(_ part: UInt8) -> Int {
    // Half way between two levels belongs to the lower one.
    part < 48 ? 0 : part <= 115 ? 1 : (Int(part) - 36) / 40
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
