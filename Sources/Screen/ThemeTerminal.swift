extension Theme {
  /// The terminal's own colours on its own background, for people who have chosen them well.
  ///
  /// No blue, which is hard to read on black in many terminals and on dark blue in others.
  /// Only numbers below 8 and bold, which most terminals make 8 more; what is reversed without
  /// colours is reversed here too.
  public static let terminal = Theme(
    inks: dark.inks.merging(ownInks.mapValues(inTerminalsColors)) { $1 },
    grounds: dark.grounds.merging(ownGrounds) { $1 })

  private static func inTerminalsColors(_ number: Int?, _ emphasis: Emphasis) -> InkColors {
    InkColors(usual: Color(0x808080), sixteen: number, eight: number, emphasis: emphasis)
  }

  private static let ownInks: [Ink: (Int?, Emphasis)] = [
    .plain: (nil, []), .faint: (nil, .dimmed), .forget: (1, .strong), .update: (6, []),
    .output: (5, []), .relevance: (2, []), .candidate: (nil, .strong), .memory: (3, .strong),
    .activation: (5, .strong), .input: (6, .strong), .prediction: (nil, .strong),
    .peephole: (5, []), .frame: (2, []), .box: (nil, .strong), .positive: (3, []),
    .negative: (6, []), .key: (3, .strong), .alert: (1, .strong),
  ]

  private static let ownGrounds: [Ground: GroundColors] = {
    let own: [Ground: (ground: Int?, ink: Int?)] = [
      .plain: (nil, nil), .body: (nil, nil), .popup: (nil, nil), .focus: (nil, nil),
      .bar: (nil, nil), .waiting: (nil, nil), .layer: (3, 0), .pointwise: (5, 0),
      .current: (nil, nil), .word: (6, 0),
    ]
    return own.reduce(into: [:]) { grounds, entry in
      let mark = dark.grounds[entry.key]?.mono ?? []
      grounds[entry.key] = GroundColors(
        color: Color(0x808080), sixteen: entry.value, eight: entry.value, mono: mark)
    }
  }()
}
