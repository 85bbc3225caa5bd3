import CellScene
import Foundation
import Screen
import Testing

/// The keys that show what the lecture says, one line for each claim.
///
/// `cellscope show --keys "$(cat claim-09-memory-line.keys)"` shows the last screen of one.
enum ClaimKeys {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Transcripts")

  /// The keys of a claim.
  static func keys(_ name: String) throws -> [String] {
    let file = folder.appending(path: name + ".keys")
    return try String(contentsOf: file, encoding: .utf8)
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

/// The screens of the claims about time, the memory line and the peepholes.
@Suite struct ClaimTests {
  static let claims: [(name: String, model: Shipped)] = [
    ("claim-08-chain", .agreement), ("claim-09-memory-line", .agreement),
    ("claim-11-peepholes", .hundred), ("what-source-units", .source),
  ]

  /// The golden files, each claim at two sizes.
  static let names = claims.flatMap { claim in
    ["80x24", "120x36"].map { claim.name + "-" + $0 }
  }

  @Test(arguments: claims.map(\.name), [(80, 24), (120, 36)])
  func `the claims are shown as they were looked at`(
    name: String, size: (columns: Int, rows: Int)
  ) throws {
    let model = try #require(Self.claims.first { $0.name == name }?.model)
    try Golden.check(
      "\(name)-\(size.columns)x\(size.rows)", model.session(),
      size: Size(columns: size.columns, rows: size.rows), keys: ClaimKeys.keys(name))
  }

  @Test func `a string is marked and the units that tell it are found`() throws {
    var session = try Shipped.source.session()
    for key in try ClaimKeys.keys("what-source-units").prefix(12) { session.press(key) }
    #expect(session.timelineUnits.prefix(2) == [92, 41])
    #expect(session.words[90...102].joined() == "\"the␣word␣is\"")
  }

  @Test func `the memory line's claim ends with c<3> as it was at the beginning`() throws {
    var session = try Shipped.agreement.session()
    for key in try ClaimKeys.keys("claim-09-memory-line").prefix(20) { session.press(key) }
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    #expect(lines.contains { $0.contains("c<3> +.90 = +.90 c<0>") })
    #expect(lines.contains { $0.contains("100% of c<0> is left") })
  }
}
