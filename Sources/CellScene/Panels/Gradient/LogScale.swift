/// A logarithmic scale over some rows, the largest number on top.
struct LogScale {
  /// A line of the scale: a power of ten.
  struct Line {
    let row: Int
    let label: String
  }

  /// The powers of ten of the top and of the bottom row.
  private let top: Double
  private let bottom: Double
  private let rows: Int

  /// The power of ten of the smallest size that is told from nothing.
  private static let least = -12.0

  /// Makes a scale that holds positive numbers and 1; what is below 10⁻¹² stands on the lowest row.
  init(_ numbers: [Double], rows: Int) {
    let powers = numbers.filter { $0.isFinite && $0 > 0 }.map(Self.power)
    top = max(0, powers.max() ?? 0)
    // At least one power of ten, so that no small difference looks large.
    bottom = max(Self.least, min(-1, powers.min() ?? -1))
    self.rows = rows
  }

  /// The row of a number, from 0 on top.
  func row(of number: Double) -> Int { row(ofPower: Self.power(number)) }

  private func row(ofPower power: Double) -> Int {
    let row = ((top - power) / (top - bottom) * Double(rows - 1)).rounded()
    return min(max(0, Int(row)), rows - 1)
  }

  /// As many powers of ten as have rows of their own.
  var lines: [Line] {
    let (first, last) = (Int(top.rounded(.down)), Int(bottom.rounded(.up)))
    let most = max(1, rows / 2)
    let step = max(1, (first - last + most) / most)
    return stride(from: first, through: last, by: -step).map { power in
      Line(row: row(ofPower: Double(power)), label: Self.label(power))
    }
  }

  private static func label(_ power: Int) -> String {
    switch power {
    case 0: "1"
    case -1: ".1"
    case -2: ".01"
    case 1: "10"
    case 2: "100"
    default: power < 0 ? "1e−\(-power)" : "1e\(power)"
    }
  }

  /// The decimal logarithm of a positive number, digit by binary digit.
  private static func power(_ number: Double) -> Double {
    guard number > 0 else { return least }
    var (mantissa, power) = (number, 0.0)
    while mantissa >= 10, power < 400 {
      mantissa /= 10
      power += 1
    }
    while mantissa < 1, power > -400 {
      mantissa *= 10
      power -= 1
    }
    var bit = 0.5
    for _ in 0..<20 {
      mantissa *= mantissa
      if mantissa >= 10 {
        mantissa /= 10
        power += bit
      }
      bit /= 2
    }
    return power
  }
}
