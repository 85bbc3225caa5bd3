extension Theme {
  /// Dark ink on white, for rooms with light and for projectors.
  public static let light = Theme(inks: lightInks, grounds: lightGrounds)

  /// Of 16 colours only seven keep 3 : 1 on white in the palettes of VGA and xterm; they are the signals'.
  ///
  /// Of 8 only black, red, blue and magenta are legible on white; signals that share one are told apart by their weight.
  private static let lightInks: [Ink: InkColors] = [
    .plain: InkColors(usual: Color(0x262626), sixteen: 0, eight: 0),
    .faint: InkColors(usual: Color(0x626262), sixteen: 8, eight: 0, emphasis: .dimmed),
    .forget: InkColors(usual: Color(0x870000), sixteen: 1, eight: 1),
    .update: InkColors(usual: Color(0x005F5F), sixteen: 12, eight: 4),
    .output: InkColors(usual: Color(0x5F00D7), sixteen: 4, eight: 5),
    .relevance: InkColors(usual: Color(0x303030), sixteen: 8, eight: 0),
    .candidate: InkColors(usual: Color(0x000000), sixteen: 0, eight: 0, emphasis: .strong),
    .memory: InkColors(usual: Color(0x875F00), sixteen: 9, eight: 1, emphasis: .strong),
    .activation: InkColors(usual: Color(0x870087), sixteen: 5, eight: 5, emphasis: .strong),
    .input: InkColors(usual: Color(0x005FD7), sixteen: 8, eight: 4, emphasis: .strong),
    .prediction: InkColors(usual: Color(0x5F5F5F), sixteen: 8, eight: 0, emphasis: .strong),
    .peephole: InkColors(usual: Color(0xAF005F), sixteen: 5, eight: 5),
    .frame: InkColors(usual: Color(0x005F00), sixteen: 8, eight: 0, emphasis: .dimmed),
    .box: InkColors(usual: Color(0x080808), sixteen: 0, eight: 0, emphasis: .strong),
    .positive: InkColors(usual: Color(0x5F5F00), sixteen: 9, eight: 1),
    .negative: InkColors(usual: Color(0x0000AF), sixteen: 4, eight: 4),
    .key: InkColors(usual: Color(0x5F0000), sixteen: 1, eight: 1),
    .alert: InkColors(usual: Color(0xAF0000), sixteen: 1, eight: 1, emphasis: .strong),
  ]

  private static let lightGrounds: [Ground: GroundColors] = [
    .plain: GroundColors(
      color: Color(0xFFFFFF), sixteen: (15, nil), eight: (7, nil), mono: []),
    .body: GroundColors(
      color: Color(0xEEEEEE), sixteen: (15, nil), eight: (7, nil), mono: []),
    .popup: GroundColors(
      color: Color(0xE4E4E4), sixteen: (15, nil), eight: (7, nil), mono: []),
    .focus: GroundColors(
      color: Color(0xAFFFFF), sixteen: (7, nil), eight: (7, nil), mono: []),
    .bar: GroundColors(
      color: Color(0xD7FFFF), sixteen: (0, 15), eight: (0, 7), mono: .reversed),
    .waiting: GroundColors(
      color: Color(0xDADADA), sixteen: (7, 0), eight: (7, 0), mono: []),
    .layer: GroundColors(
      color: Color(0xFFD75F), ink: black, sixteen: (11, 0), eight: (3, 0), mono: .reversed),
    .pointwise: GroundColors(
      color: Color(0xFF87AF), ink: black, sixteen: (13, 0), eight: (5, 0), mono: .reversed),
    .current: GroundColors(
      color: Color(0xFFFFAF), sixteen: (4, 15), eight: (4, 7), mono: .reversed),
    .word: GroundColors(
      color: Color(0x5FAFFF), ink: black, sixteen: (14, 0), eight: (6, 0), mono: .reversed),
  ]

  private static let black = Color(0x000000)
}
