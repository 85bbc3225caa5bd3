import CellEngine
import Foundation
import Screen
import Testing

@testable import CellScene

/// What the lecture claims, as keys that show it: `cellscope show --keys "$(cat FILE)"`.
@Suite struct TranscriptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  /// The keys of a transcript.
  private static func keys(_ name: String) throws -> String {
    let text = try String(contentsOf: folder.appending(path: name + ".keys"), encoding: .utf8)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The transcripts, and the sizes at which each is looked at.
  static let transcripts = [
    "claim-04-two-gates", "claim-12-no-winner", "what-if-word", "what-if-number",
  ]
  private static let sizes = [(80, 24), (120, 36)]

  /// The screens after each key of each transcript.
  static let replayed = transcripts.flatMap { name in
    sizes.map { Pictures("\(name)-\($0.0)x\($0.1)", $0.0, $0.1, keys: name) }
  }

  /// The screens of the comparison and of the edits in small rooms and large ones.
  static let others = [
    Pictures("compare-60x18", 60, 18, before: "5 G $ c", keys: "M M M"),
    Pictures("compare-200x60", 200, 60, before: "5 G $ c", keys: "M"),
    Pictures("compare-80x60", 80, 60, before: "5 G $ c", keys: "M"),
    Pictures("edit-60x18", 60, 18, before: "5 G $", keys: "e 1 d Esc e 7 1 . Enter"),
    Pictures(
      "edit-errors", before: "5 G $",
      keys: "e 1 x Enter Esc e 7 x Enter Esc e 5 a 9 Space 1 Enter"),
    Pictures(
      "edit-recurrence", before: ": f u l l Space g a t e Enter 3 G $",
      keys: "e j j j j j j j Enter Esc e k Enter . 5 Enter"),
    Pictures(
      "edit-60x18-states", 60, 18, before: "3 G $", keys: "e j j j j j j j j j j Enter 1 Enter"),
    Pictures("edit-200x60", 200, 60, before: "2 G $ e 2 d o g Enter", keys: "Space $ L $"),
  ]

  static var pictures: [Pictures] { replayed + others }

  @Test(arguments: replayed)
  func `the transcript shows what was looked at`(_ pictures: Pictures) throws {
    let keys = try Self.keys(pictures.keys).split(separator: " ").map(String.init)
    try Golden.check(
      pictures.name, Shipped.family(),
      size: Size(columns: pictures.columns, rows: pictures.rows), keys: keys)
  }

  @Test(arguments: others)
  func `the screens are those that were looked at`(_ pictures: Pictures) throws {
    try Golden.check(
      pictures.name, Shipped.family(keys: pictures.before),
      size: Size(columns: pictures.columns, rows: pictures.rows),
      keys: pictures.keys.split(separator: " ").map(String.init))
  }

  @Test func `every transcript is replayed`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    let names = files.filter { $0.hasSuffix(".keys") }.map { String($0.dropLast(5)) }
    #expect(
      Set(names)
        == Set(
          Self.transcripts + ClaimTests.claims.map(\.name) + ReasonGoldenTests.claims
            + LectureTests.claims))
  }

  @Test func `the gates are two: the LSTM keeps and takes in, coupled it cannot do both`() throws {
    let session = try Shipped.family(keys: "2 G $ c M M M")
    let other = try #require(session.other)
    func gates(_ side: Session) throws -> [Double] {
      try [
        #require(side.run.cell.graph.signal(.forget)),
        #require(side.run.cell.graph.signal(.update)),
      ]
      .map { side.run.trace[$0, side.time, side.unit] }
    }
    let (separate, coupled) = (try gates(session), try gates(other))
    #expect(separate[0] + separate[1] > 1.5)
    #expect(abs(coupled[0] + coupled[1] - 1) < 1e-12)
  }

  @Test func `no cell wins everywhere: each is better at something`() throws {
    var session = try Shipped.family(keys: "c")
    let gru = try #require(session.other)
    #expect(gru.run.cell.inventory.parameterCount < session.run.cell.inventory.parameterCount)
    #expect(try #require(gru.measuredAccuracy) < (try #require(session.measuredAccuracy)))
    session.press("M")
    let rnn = try #require(session.other)
    #expect(rnn.run.cell.inventory.parameterCount < gru.run.cell.inventory.parameterCount)
    #expect(try #require(rnn.measuredAccuracy) < (try #require(gru.measuredAccuracy)))
  }
}
