import CellScene
import Screen
import Testing

/// The screens of the questions and of the gradient, as they were looked at and found good.
@Suite struct ReasonGoldenTests {
  /// A way down from the memory, and from a prediction to a word.
  private static let down = "w w w j w w Down Tab w Esc Esc S-Tab k j Esc Esc"
  private static let predicted = "w w w w j w Esc Esc Tab Esc q"
  /// Back through two words, the losses of other words, the check, and the chart.
  private static let back =
    String(repeating: "Space ", count: 12) + "h i j j k Esc > < m i q H L 0 $"
  private static let reach = "d H H H > m G d"

  static let pictures = [
    Pictures("why", before: "5 G 6 Space", keys: down),
    Pictures("why-60x18", 60, 18, before: "5 G 6 Space", keys: down),
    Pictures("why-120x36", 120, 36, before: "5 G 6 Space", keys: down),
    Pictures("why-200x60", 200, 60, before: "5 G 6 Space", keys: "w w w j w"),
    Pictures("why-prediction", before: "5 G $", keys: predicted),
    Pictures("why-first-step", before: "g", keys: "w w Tab w w Esc Tab Tab Tab j q"),
    Pictures("gradient", before: "6 G", keys: "d " + back),
    Pictures("gradient-60x18", 60, 18, before: "6 G", keys: "d " + back),
    Pictures("gradient-120x36", 120, 36, before: "6 G", keys: "d " + back),
    Pictures("gradient-peepholes", 80, 24, before: "p 6 G d", keys: back),
    Pictures("reach", before: "6 G d", keys: reach),
    Pictures("reach-60x18", 60, 18, before: "6 G d", keys: reach),
    Pictures("reach-120x36", 120, 36, before: "6 G d", keys: reach),
  ]

  /// The gradient through the other cells.
  static let others = [Shipped.gru, .rnn].map { model in
    Pictures(
      "gradient-" + model.rawValue, 80, 24, model, before: "6 G d",
      keys: String(repeating: "Space ", count: 10))
  }

  static let claims = ["claim-05-element-wise", "claim-13-vanishing-gradients"]

  /// The names of all golden files.
  static let names =
    (pictures + others).map(\.name) + claims.flatMap { [$0 + "-80x24", $0 + "-120x36"] }

  @Test(arguments: pictures)
  func `questions and gradients are shown as they were looked at`(_ pictures: Pictures) throws {
    try Golden.check(
      pictures.name, try Shipped.family(keys: pictures.before),
      size: Size(columns: pictures.columns, rows: pictures.rows),
      keys: pictures.keys.split(separator: " ").map(String.init))
  }

  @Test(arguments: others)
  func `the gradient flows through every cell as it was looked at`(_ pictures: Pictures) throws {
    try Golden.check(
      pictures.name, try pictures.model.session(keys: pictures.before),
      size: Size(columns: pictures.columns, rows: pictures.rows),
      keys: pictures.keys.split(separator: " ").map(String.init))
  }

  @Test(arguments: claims, [(80, 24), (120, 36)])
  func `both claims are shown as they were looked at`(
    name: String, size: (columns: Int, rows: Int)
  ) throws {
    try Golden.check(
      "\(name)-\(size.columns)x\(size.rows)", try Shipped.family(),
      size: Size(columns: size.columns, rows: size.rows), keys: ClaimKeys.keys(name))
  }
}
