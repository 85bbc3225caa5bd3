import Foundation
import Screen

/// A kind of eye, to see a theme through it.
///
/// Source: Machado, Oliveira & Fernandes 2009, "A physiologically-based model for simulation of
/// color vision deficiency", severity 1.
enum Vision: CaseIterable {
  case usual, protanope, deuteranope, tritanope

  private var matrix: [[Double]] {
    switch self {
    case .usual: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanope:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranope:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritanope:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }

  /// How different two colours look to this eye: the distance in CIE L*a*b*; 2.3 is just visible.
  func difference(_ one: Color, _ two: Color) -> Double {
    zip(lab(one), lab(two)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }

  /// The ratio of two colours' luminances, 1…21 (WCAG 2.1; 4.5 is legible).
  static func contrast(_ one: Color, _ two: Color) -> Double {
    let luminances = [one, two].map { color in
      zip([0.2126, 0.7152, 0.0722], linear(color)).map(*).reduce(0, +)
    }
    return (max(luminances[0], luminances[1]) + 0.05) / (min(luminances[0], luminances[1]) + 0.05)
  }

  private static func linear(_ color: Color) -> [Double] {
    [color.red, color.green, color.blue].map {
      let value = Double($0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  private func lab(_ color: Color) -> [Double] {
    let linear = Self.linear(color)
    let seen = matrix.map { row in min(1, max(0, zip(row, linear).map(*).reduce(0, +))) }
    let (red, green, blue) = (seen[0], seen[1], seen[2])
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    let root = { (t: Double) in t > 0.008856 ? cbrt(t) : 7.787 * t + 16 / 116 }
    return [116 * root(y) - 16, 500 * (root(x) - root(y)), 200 * (root(y) - root(z))]
  }
}
