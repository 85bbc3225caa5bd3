/// What a glyph stands for; a theme gives each ink its colour.
///
/// The screen is drawn in meanings, never in colours, so one picture serves every theme and every
/// terminal, and a golden screen can show the meaning as a letter.
public enum Ink: UInt8, CaseIterable, Sendable {
  /// Ordinary text.
  case plain
  /// Something that is there but not yet computed, or not in focus.
  case faint
  /// The forget gate.
  case forget
  /// The update (input) gate.
  case update
  /// The output gate.
  case output
  /// The relevance (reset) gate.
  case relevance
  /// The candidate memory.
  case candidate
  /// The memory cell and its line.
  case memory
  /// The activation (hidden state).
  case activation
  /// The input of the time step.
  case input
  /// The readout's prediction.
  case prediction
  /// A peephole connection.
  case peephole
  /// The outline of the cell's body.
  case frame
  /// A layer with weights (σ, tanh) or a point-wise operation, as a box.
  case box
  /// A positive number's bar.
  case positive
  /// A negative number's bar.
  case negative
  /// A key that can be pressed.
  case key
  /// Something that needs attention: a changed value, a warning.
  case alert

  /// The letter that stands for the ink in a golden screen.
  public var letter: Character {
    switch self {
    case .plain: "."
    case .faint: "-"
    case .forget: "f"
    case .update: "u"
    case .output: "o"
    case .relevance: "r"
    case .candidate: "c"
    case .memory: "m"
    case .activation: "a"
    case .input: "x"
    case .prediction: "y"
    case .peephole: "v"
    case .frame: "#"
    case .box: "b"
    case .positive: "p"
    case .negative: "n"
    case .key: "k"
    case .alert: "!"
    }
  }
}

/// What lies behind a glyph.
public enum Ground: UInt8, CaseIterable, Sendable {
  /// The terminal's own background.
  case plain
  /// The inside of the cell's body.
  case body
  /// The header and the footer.
  case bar
  /// The box of a layer with weights that has been computed.
  case layer
  /// A point-wise operation that has been computed.
  case pointwise
  /// A box that waits for its turn.
  case waiting
  /// What this micro-step is about.
  case current
  /// The word that the cell reads now.
  case word
  /// A pop-up.
  case popup
  /// The selected unit among others.
  case focus

  /// The letter that stands for the ground in a golden screen; the plain one is a blank.
  public var letter: Character {
    switch self {
    case .plain: " "
    case .body: "B"
    case .bar: "="
    case .layer: "L"
    case .pointwise: "P"
    case .waiting: "W"
    case .current: "C"
    case .word: "T"
    case .popup: "U"
    case .focus: "F"
    }
  }
}

/// How a glyph is drawn, apart from its meaning.
public struct Emphasis: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8

  /// Makes an emphasis from its bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Bold, or bright where the terminal has no bold.
  public static let strong = Emphasis(rawValue: 1)
  /// Underlined: what a change just altered.
  public static let underlined = Emphasis(rawValue: 2)
  /// Foreground and background exchanged.
  public static let reversed = Emphasis(rawValue: 4)
}

/// The meaning of a glyph: its ink, what lies behind it, and its emphasis.
public struct Style: Hashable, Sendable {
  /// What the glyph stands for.
  public var ink: Ink
  /// What lies behind it.
  public var ground: Ground
  /// How it stands out.
  public var emphasis: Emphasis

  /// Makes a style.
  public init(_ ink: Ink = .plain, on ground: Ground = .plain, _ emphasis: Emphasis = []) {
    self.ink = ink
    self.ground = ground
    self.emphasis = emphasis
  }

  /// The same style with more emphasis.
  public func with(_ more: Emphasis) -> Style { Style(ink, on: ground, emphasis.union(more)) }
  /// The same ink and emphasis on another ground.
  public func on(_ other: Ground) -> Style { Style(ink, on: other, emphasis) }
}
