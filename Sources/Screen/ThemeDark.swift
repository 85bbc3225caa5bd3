extension Theme {
  /// Light ink on a very dark ground; boxes are yellow and pink with black text, as on the slides.
  public static let dark = Theme(inks: darkInks, grounds: darkGrounds)

  private static let darkInks: [Ink: InkColors] = [
    .plain: InkColors(usual: Color(0xC6C6C6), current: black, sixteen: 7, eight: 7),
    .faint: InkColors(
      usual: Color(0x8A8A8A), current: Color(0x626262), sixteen: 7, eight: 7, emphasis: .dimmed),
    .forget: InkColors(
      usual: Color(0xFF5F5F), current: Color(0xAF0000), sixteen: 9, eight: 1, emphasis: .strong),
    .update: InkColors(usual: Color(0x00AFAF), current: Color(0x005F5F), sixteen: 6, eight: 6),
    .output: InkColors(usual: Color(0x8787FF), current: Color(0x5F00AF), sixteen: 13, eight: 5),
    .relevance: InkColors(usual: Color(0xD7D787), current: Color(0x5F5F00), sixteen: 3, eight: 3),
    .candidate: InkColors(
      usual: Color(0xFFFFFF), current: Color(0x444444), sixteen: 15, eight: 7, emphasis: .strong),
    .memory: InkColors(
      usual: Color(0xFFAF00), current: Color(0x875F00), sixteen: 11, eight: 3, emphasis: .strong),
    .activation: InkColors(
      usual: Color(0xAF87D7), current: Color(0x870087), sixteen: 5, eight: 5, emphasis: .strong),
    .input: InkColors(
      usual: Color(0xAFD7FF), current: Color(0x005FAF), sixteen: 14, eight: 6, emphasis: .strong),
    .prediction: InkColors(
      usual: Color(0xFFD7AF), current: Color(0x5F5F5F), sixteen: 15, eight: 7, emphasis: .strong),
    .peephole: InkColors(usual: Color(0xFFAFD7), current: Color(0xAF005F), sixteen: 13, eight: 5),
    .frame: InkColors(usual: Color(0x5FAF87), current: Color(0x005F00), sixteen: 2, eight: 2),
    .box: InkColors(
      usual: Color(0xD0D0D0), current: black, sixteen: 15, eight: 7, emphasis: .strong),
    .positive: InkColors(usual: Color(0xFF8700), current: Color(0xAF5F00), sixteen: 11, eight: 3),
    .negative: InkColors(usual: Color(0x5FAFFF), current: Color(0x0000AF), sixteen: 12, eight: 6),
    .key: InkColors(
      usual: Color(0xFFD75F), current: black, sixteen: 11, eight: 3, emphasis: .strong),
    .alert: InkColors(
      usual: Color(0xFFFF5F), current: Color(0x870000), sixteen: 15, eight: 7, emphasis: .strong),
  ]

  private static let darkGrounds: [Ground: GroundColors] = [
    .plain: GroundColors(
      color: Color(0x0E1118), sixteen: (0, nil), eight: (0, nil), mono: []),
    .body: GroundColors(
      color: Color(0x1C1C1C), sixteen: (0, nil), eight: (0, nil), mono: []),
    .popup: GroundColors(
      color: Color(0x262626), sixteen: (0, nil), eight: (0, nil), mono: []),
    .focus: GroundColors(
      color: Color(0x00005F), sixteen: (4, nil), eight: (0, nil), mono: []),
    .bar: GroundColors(
      color: Color(0x303030), sixteen: (7, 0), eight: (7, 0), mono: .reversed),
    .waiting: GroundColors(
      color: Color(0x3A3A3A), sixteen: (8, 15), eight: (0, 7), mono: []),
    .layer: GroundColors(
      color: Color(0xFFD75F), ink: black, sixteen: (11, 0), eight: (3, 0), mono: .reversed),
    .pointwise: GroundColors(
      color: Color(0xFF87AF), ink: black, sixteen: (13, 0), eight: (5, 0), mono: .reversed),
    .current: GroundColors(
      color: Color(0xFFFFAF), sixteen: (15, 0), eight: (7, 0), mono: .reversed),
    .word: GroundColors(
      color: Color(0x5FAFFF), ink: black, sixteen: (14, 0), eight: (6, 0), mono: .reversed),
  ]

  private static let black = Color(0x000000)
}
