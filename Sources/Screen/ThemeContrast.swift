extension Theme {
  /// Bright ink on black, every pair of colours with a contrast of at least 7 : 1.
  public static let contrast = Theme(inks: contrastInks, grounds: contrastGrounds)

  private static let contrastInks: [Ink: InkColors] = [
    .plain: InkColors(usual: Color(0xFFFFFF), current: black, sixteen: 15, eight: 7),
    .faint: InkColors(usual: Color(0xC6C6C6), current: Color(0x4E4E4E), sixteen: 7, eight: 7),
    .forget: InkColors(
      usual: Color(0xFF8787), current: Color(0x870000), sixteen: 9, eight: 1, emphasis: .strong),
    .update: InkColors(usual: Color(0x5FD7AF), current: Color(0x005F5F), sixteen: 10, eight: 6),
    .output: InkColors(usual: Color(0xAFAFD7), current: Color(0x0000D7), sixteen: 7, eight: 5),
    .relevance: InkColors(usual: Color(0xFFFF87), current: Color(0x303030), sixteen: 11, eight: 3),
    .candidate: InkColors(
      usual: Color(0xD7FFD7), current: black, sixteen: 15, eight: 7, emphasis: .strong),
    .memory: InkColors(
      usual: Color(0xFFAF00), current: Color(0x5F0000), sixteen: 11, eight: 3, emphasis: .strong),
    .activation: InkColors(
      usual: Color(0xD787FF), current: Color(0x870087), sixteen: 13, eight: 5, emphasis: .strong),
    .input: InkColors(
      usual: Color(0xAFFFFF), current: Color(0x00005F), sixteen: 14, eight: 6, emphasis: .strong),
    .prediction: InkColors(
      usual: Color(0xFFD7AF), current: Color(0x444444), sixteen: 15, eight: 7, emphasis: .strong),
    .peephole: InkColors(usual: Color(0xFFAFD7), current: Color(0x87005F), sixteen: 13, eight: 5),
    .frame: InkColors(usual: Color(0x87FFAF), current: Color(0x005F00), sixteen: 10, eight: 2),
    .box: InkColors(
      usual: Color(0xE4E4E4), current: black, sixteen: 15, eight: 7, emphasis: .strong),
    .positive: InkColors(usual: Color(0xFF8700), current: Color(0x5F0000), sixteen: 11, eight: 3),
    .negative: InkColors(usual: Color(0x5FD7FF), current: Color(0x0000AF), sixteen: 14, eight: 6),
    .key: InkColors(
      usual: Color(0xFFD700), current: black, sixteen: 11, eight: 3, emphasis: .strong),
    .alert: InkColors(
      usual: Color(0xFFFF5F), current: Color(0x870000), sixteen: 15, eight: 7, emphasis: .strong),
  ]

  private static let contrastGrounds: [Ground: GroundColors] = [
    .plain: GroundColors(color: black, sixteen: (0, nil), eight: (0, nil), mono: []),
    .body: GroundColors(
      color: Color(0x121212), sixteen: (0, nil), eight: (0, nil), mono: []),
    .popup: GroundColors(
      color: Color(0x1C1C1C), sixteen: (0, nil), eight: (0, nil), mono: []),
    .focus: GroundColors(
      color: Color(0x00005F), sixteen: (4, nil), eight: (0, nil), mono: []),
    .bar: GroundColors(
      color: Color(0x262626), sixteen: (15, 0), eight: (7, 0), mono: .reversed),
    .waiting: GroundColors(
      color: Color(0x303030), sixteen: (0, 15), eight: (0, 7), mono: []),
    .layer: GroundColors(
      color: Color(0xFFD75F), ink: black, sixteen: (11, 0), eight: (3, 0), mono: .reversed),
    .pointwise: GroundColors(
      color: Color(0xFF87AF), ink: black, sixteen: (13, 0), eight: (5, 0), mono: .reversed),
    .current: GroundColors(
      color: Color(0xFFFFFF), sixteen: (15, 0), eight: (7, 0), mono: .reversed),
    .word: GroundColors(
      color: Color(0x5FAFFF), ink: black, sixteen: (14, 0), eight: (6, 0), mono: .reversed),
  ]

  private static let black = Color(0x000000)
}
