/// One of the four ways out of a glyph.
public enum Direction: CaseIterable, Hashable, Sendable {
  /// Towards the row above, the column to the right, the row below, the column to the left.
  case up, right, down, left

  /// The way back.
  public var opposite: Direction {
    switch self {
    case .up: .down
    case .right: .left
    case .down: .up
    case .left: .right
    }
  }

  /// The neighbour of a point in this direction.
  public func neighbour(of point: Point) -> Point {
    switch self {
    case .up: Point(point.x, point.y - 1)
    case .right: Point(point.x + 1, point.y)
    case .down: Point(point.x, point.y + 1)
    case .left: Point(point.x - 1, point.y)
    }
  }
}

/// How strong a piece of wire is drawn.
public enum Weight: UInt8, Hashable, Comparable, Sendable {
  /// No wire.
  case none
  /// A thin line.
  case light
  /// A thick line.
  case heavy

  /// Whether the left weight is the thinner one.
  public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }
}

/// The wires that leave one glyph: a weight for each direction.
public struct Arms: Hashable, Sendable {
  private var weights: UInt8 = 0

  /// Makes arms, all without a wire unless given.
  public init(
    up: Weight = .none, right: Weight = .none, down: Weight = .none, left: Weight = .none
  ) {
    self[.up] = up
    self[.right] = right
    self[.down] = down
    self[.left] = left
  }

  /// The weight of the wire in a direction.
  public subscript(direction: Direction) -> Weight {
    get { Weight(rawValue: weights >> Self.shift(direction) & 3) ?? .none }
    set {
      let shift = Self.shift(direction)
      weights = weights & ~(3 << shift) | newValue.rawValue << shift
    }
  }

  /// The directions that have a wire.
  public var directions: [Direction] { Direction.allCases.filter { self[$0] != .none } }
  /// Whether all wires run up and down.
  public var isVertical: Bool { self[.left] == .none && self[.right] == .none }
  /// Whether all wires run left and right.
  public var isHorizontal: Bool { self[.up] == .none && self[.down] == .none }

  /// Both sets of wires, the thicker where they meet.
  public func union(_ other: Arms) -> Arms {
    var all = self
    for direction in Direction.allCases {
      all[direction] = max(self[direction], other[direction])
    }
    return all
  }

  private static func shift(_ direction: Direction) -> UInt8 {
    switch direction {
    case .up: 0
    case .right: 2
    case .down: 4
    case .left: 6
    }
  }
}

extension Arms {
  /// The box-drawing character with exactly these arms; a space without any.
  ///
  /// Corners are round where they are thin. Dotted lines are thin straight lines.
  public func character(dotted: Bool = false) -> Character {
    if dotted, self == Self.acrossLight { return "┄" }
    if dotted, self == Self.downLight { return "┊" }
    return Self.characters[Int(weights)]
  }

  /// Reads a box-drawing character back; nil for every other character.
  public init?(reading character: Character) {
    guard let scalar = character.unicodeScalars.first, Self.block.contains(scalar.value),
      let arms = Self.readings[Int(scalar.value - Self.block.lowerBound)]
    else { return nil }
    self = arms
  }

  private static let acrossLight = Arms(right: .light, left: .light)
  private static let downLight = Arms(up: .light, down: .light)
  /// The scalars of Unicode's block Box Drawing.
  private static let block: Range<UInt32> = 0x2500..<0x2580

  /// The character for each set of weights, by its bits.
  private static let characters: [Character] = {
    var characters = Array(repeating: Character(" "), count: 256)
    for (digits, character) in table {
      characters[Int(Arms(reading: digits).weights)] = character
    }
    return characters
  }()

  /// The arms of each character of the block, by its place in it.
  private static let readings: [Arms?] = {
    var readings = [Arms?](repeating: nil, count: block.count)
    let dotted: [(Character, Arms)] = [("┄", acrossLight), ("┊", downLight)]
    for (character, arms) in table.map({ ($0.character, Arms(reading: $0.arms)) }) + dotted {
      guard let scalar = character.unicodeScalars.first else { continue }
      readings[Int(scalar.value - block.lowerBound)] = arms
    }
    return readings
  }()

  /// Reads weights written as four digits: up, right, down, left; 0 none, 1 light, 2 heavy.
  private init(reading digits: String) {
    self.init()
    for (direction, digit) in zip(Direction.allCases, digits) {
      self[direction] = Weight(rawValue: UInt8(digit.wholeNumberValue ?? 0)) ?? .none
    }
  }

  /// Every combination of weights that Unicode's block Box Drawing has a character for.
  private static let table: [(arms: String, character: Character)] = [
    ("1000", "╵"), ("0100", "╶"), ("0010", "╷"), ("0001", "╴"),
    ("2000", "╹"), ("0200", "╺"), ("0020", "╻"), ("0002", "╸"),
    ("1010", "│"), ("2020", "┃"), ("1020", "╽"), ("2010", "╿"),
    ("0101", "─"), ("0202", "━"), ("0201", "╼"), ("0102", "╾"),
    ("0110", "╭"), ("0011", "╮"), ("1100", "╰"), ("1001", "╯"),
    ("0210", "┍"), ("0120", "┎"), ("0220", "┏"), ("0012", "┑"), ("0021", "┒"), ("0022", "┓"),
    ("1200", "┕"), ("2100", "┖"), ("2200", "┗"), ("1002", "┙"), ("2001", "┚"), ("2002", "┛"),
    ("1110", "├"), ("1210", "┝"), ("2110", "┞"), ("1120", "┟"), ("2120", "┠"), ("2210", "┡"),
    ("1220", "┢"), ("2220", "┣"),
    ("1011", "┤"), ("1012", "┥"), ("2011", "┦"), ("1021", "┧"), ("2021", "┨"), ("2012", "┩"),
    ("1022", "┪"), ("2022", "┫"),
    ("0111", "┬"), ("0112", "┭"), ("0211", "┮"), ("0212", "┯"), ("0121", "┰"), ("0122", "┱"),
    ("0221", "┲"), ("0222", "┳"),
    ("1101", "┴"), ("1102", "┵"), ("1201", "┶"), ("1202", "┷"), ("2101", "┸"), ("2102", "┹"),
    ("2201", "┺"), ("2202", "┻"),
    ("1111", "┼"), ("1112", "┽"), ("1211", "┾"), ("1212", "┿"), ("2111", "╀"), ("1121", "╁"),
    ("2121", "╂"), ("2112", "╃"), ("2211", "╄"), ("1122", "╅"), ("1221", "╆"), ("2212", "╇"),
    ("1222", "╈"), ("2122", "╉"), ("2221", "╊"), ("2222", "╋"),
  ]
}
