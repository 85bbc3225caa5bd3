import CellEngine
import CellScene
import Screen
import Testing

/// A golden file of its own: a session, a size and the keys that are pressed.
struct Pictures: CustomTestStringConvertible {
  let name: String
  let columns: Int
  let rows: Int
  let model: Shipped
  /// The keys before the first screen.
  let before: String
  /// The keys after each of which there is a screen.
  let keys: String

  var testDescription: String { name }

  init(
    _ name: String, _ columns: Int = 80, _ rows: Int = 24, _ model: Shipped = .agreement,
    before: String = "", keys: String = ""
  ) {
    (self.name, self.columns, self.rows, self.model) = (name, columns, rows, model)
    (self.before, self.keys) = (before, keys)
  }
}

/// The screens as they were looked at and found good.
@Suite struct GoldenTests {
  /// A whole time step at four sizes, peepholes off and on, first, middle and last word.
  static let timeSteps: [Pictures] = [(80, 24), (100, 30), (120, 36), (200, 60)].flatMap { size in
    [("off", ""), ("on", "p ")].flatMap { peepholes in
      [("first", "g"), ("middle", "5 G"), ("last", "G")].map { word in
        Pictures(
          "\(size.0)x\(size.1)-peepholes-\(peepholes.0)-\(word.0)", size.0, size.1,
          before: peepholes.1 + word.1, keys: String(repeating: "Space ", count: 10))
      }
    }
  }

  /// A whole time step of the GRU and of the plain network.
  static let otherCells: [Pictures] = [(60, 18), (80, 24), (120, 36)].flatMap { size in
    [(Shipped.gru, "gru", 9), (.rnn, "rnn", 2)].flatMap { model, name, steps in
      [("first", "g"), ("middle", "5 G"), ("last", "G")].map { word in
        Pictures(
          "\(name)-\(size.0)x\(size.1)-\(word.0)", size.0, size.1, model, before: word.1,
          keys: String(repeating: "Space ", count: steps))
      }
    }
  }

  /// The variants of the literature, with weights drawn from a formula.
  static let variants = [
    "lstm_V", "lstm_NIG", "lstm_NFG", "lstm_NOG", "lstm_NIAF", "lstm_NOAF", "lstm_CIFG", "lstm_NP",
    "lstm_FGR", "lstm_HS1997", "lstm_Gers2000", "lstm_CIFG_tf", "lstm_Ng_relevance_peephole",
    "gru_Cho2014", "gru_PyTorch", "gru_Ng_simple", "rnn_relu",
  ]

  @Test(arguments: variants)
  func `a time step of a cell of the literature is the one that was looked at`(
    id: String
  ) throws {
    var session = try Examples.session(try #require(CatalogueEntry.named(id)).kind)
    session.press("5 G")
    try Golden.check(
      "cell-" + id, session, size: Size(columns: 80, rows: 24),
      keys: Array(repeating: "Space", count: session.lastMicroStep))
  }

  /// What the other keys do.
  static let others = [
    Pictures("trained-peepholes", 80, 24, .peephole, before: "5 G $", keys: "p p F U O p"),
    Pictures("trained-peepholes-large", 120, 36, .peephole, before: "5 G $", keys: "p p O v 1 Esc"),
    Pictures("gates-alone", before: "5 G $", keys: "F F U U O O F U O"),
    Pictures("variants", before: "5 G $", keys: "v 1 2 2 Esc O v 1 2 v"),
    Pictures("variants-60x18", 60, 18, before: "p 5 G $", keys: "v 1 2 Esc"),
    Pictures("help", keys: "? j k Esc F1 q"),
    Pictures("help-60x18", 60, 18, keys: "? j Space Down PgDn k ?"),
    Pictures("chain", before: "3 G t", keys: "Space Space Space Space Space Space Space L p j"),
    Pictures("chain-60x18", 60, 18, before: "3 G 6 Space t", keys: "Space L p f 1 G $"),
    Pictures("chain-120x36", 120, 36, before: "3 G t", keys: "6 Space L p f 1 $ 2 L"),
    Pictures("chain-200x60", 200, 60, before: "5 G 6 Space t", keys: "p L"),
    Pictures("chain-gru", 80, 24, .gru, before: "3 G t", keys: "Space Space Space Space $ u 1"),
    Pictures("chain-gru-120x36", 120, 36, .gru, before: "3 G 4 Space t", keys: "$"),
    Pictures("chain-rnn", 80, 24, .rnn, before: "3 G t", keys: "Space Space L f"),
    Pictures("hold", before: "2 G f", keys: "Tab v . 2 5 Enter u 0 o v 2 Enter Esc f x z r $"),
    Pictures("hold-120x36", 120, 36, before: "2 G $ f 1", keys: "u 0 E L"),
    Pictures("unit-by-unit", before: "V", keys: "p 4 G Space Space j $ O v 1 Esc V"),
    Pictures("unit-by-unit-60x18", 60, 18, .hundred, before: "4 G $ V", keys: "j"),
    Pictures("unit-by-unit-120x36", 120, 36, .hundred, before: "4 G $ V", keys: "9 9 k 4 j p"),
    Pictures("quiz", before: "3 G P", keys: "Space + Space - Space j Space 3 Space Space Space P"),
    Pictures("quiz-60x18", 60, 18, before: "A 3 G 5 Space P", keys: "Space + L Space t Space"),
    Pictures("help-200x60", 200, 60, keys: "?"),
    Pictures("numbers", before: "5 G", keys: "E Space Space Space Space Space Space E"),
    Pictures("numbers-200x60", 200, 60, before: "5 G 6 Space", keys: "E E"),
    Pictures("count", keys: "1 2 Space 1 0 X"),
    Pictures("notices", keys: "h X M H C-c C-c Space G L $ Space a + - a F6"),
    Pictures("units", before: "5 G $", keys: "j j j J k K"),
    Pictures("60x18", 60, 18, before: "p 5 G", keys: "Space Space Space Space Space Space E $"),
    Pictures("67x20", 67, 20, before: "p 5 G 6 Space"),
    Pictures("149x40", 149, 40, before: "p 5 G 6 Space"),
    Pictures("150x40", 150, 40, before: "p 5 G 6 Space"),
    Pictures("59x18", 59, 18, keys: "Space"),
    Pictures("20x5", 20, 5, keys: "?"),
    Pictures("1x1", 1, 1, keys: "Space"),
  ]

  /// Finding, the timeline and the notations.
  static let finding = [
    Pictures("variants-cells", before: "5 G $", keys: "v Tab j Enter k Space Tab v z"),
    Pictures("help-timeline", before: "T", keys: "? Space Space"),
    Pictures("notation", before: "p 5 G 4 Space", keys: "v N N N N Esc E"),
    Pictures("notation-olah", before: "p 5 G v N Esc", keys: steps),
    Pictures("notation-pytorch", 120, 36, before: "p 5 G v N N Esc", keys: steps),
    Pictures("notation-greff-60x18", 60, 18, before: "p 5 G v N N N Esc", keys: steps),
    Pictures("palette", keys: ": n o t Down Enter : w p Up Enter : 5 Enter : q q q Enter"),
    Pictures("palette-60x18", 60, 18, keys: ": g a t Down Down Backspace Esc"),
    Pictures("palette-120x36", 120, 36, keys: ": v a r Down Enter"),
    Pictures("search", before: "p 3 G", keys: "/ w h Enter n N / c a x Enter / t h e Enter"),
    Pictures("bookmarks", before: "3 G 4 Space", keys: "B A 6 G j B S B a B x : b o o Enter"),
    Pictures("timeline", keys: "T Space Space L L 5 G $ > < < k D G D 3 G I L I j D I Enter T"),
    Pictures("timeline-ahead", before: "T", keys: "W 2 G I L L I j > / f i s h Enter W"),
    Pictures("timeline-120x36", 120, 36, before: "T 5 G $ v N N Esc", keys: "j > W D p Esc"),
    Pictures("training", before: ": t r a i n Enter", keys: trained),
    Pictures("training-120x36", 120, 36, before: ": t r a i n Enter", keys: "9 9 Space h +"),
    Pictures("training-60x18", 60, 18, before: ": t r a i n Enter", keys: "4 5 Space h"),
    Pictures("training-gru", 80, 24, .gru, before: ": t r a i n Enter", keys: "9 9 Space"),
    Pictures("timeline-60x18", 60, 18, before: "T 5 G $", keys: "W I G I Enter"),
  ]
  private static let trained =
    "Space 9 9 Space 9 9 Space 9 9 Space 9 9 Space 9 9 Space h h l g G j L a r Esc"
  private static let steps = String(repeating: "Space ", count: 10) + "E"

  @Test(arguments: timeSteps + otherCells + others + finding)
  func `the screens are those that were looked at`(_ pictures: Pictures) throws {
    try Golden.check(
      pictures.name, pictures.model.session(keys: pictures.before),
      size: Size(columns: pictures.columns, rows: pictures.rows),
      keys: pictures.keys.split(separator: " ").map(String.init))
  }

  @Test func `no golden file is left over`() throws {
    let pictures =
      Self.timeSteps + Self.otherCells + Self.others + Self.finding + TranscriptTests.pictures
    #expect(
      try Golden.names()
        == Set(
          pictures.map(\.name) + Self.variants.map { "cell-" + $0 } + ClaimTests.names
            + ReasonGoldenTests.names + PeopleGoldenTests.names + LectureTests.names
            + LessonTests.names + OwnModelTests.pictures))
  }

  @Test func `a changed glyph is shown by its screen, row and column`() throws {
    let text = "=== start\n01│abc\n02│x\n=== Space\n01│abd\n"
    let read = ReadTranscript(text)
    let other = ReadTranscript(text.replacing("abd", with: "abe"))
    #expect(
      read.difference(to: other)
        == "Screen 1, after “Space”:\n  expected 01│abd\n  actual   01│abe\n" + "                ^")
    #expect(read.difference(to: read) == nil)
    #expect(read.difference(to: ReadTranscript("=== start\n01│abc\n02│x\n"))?.isEmpty == false)
  }
}
