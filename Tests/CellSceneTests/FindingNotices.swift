import CellEngine
import Screen
import Testing

@testable import CellScene

/// What can be said about finding, the timeline and notations.
enum FindingNotices {
  private static let longWord = String(repeating: "w", count: 60)

  static var all: [Notice] { found + timeline + notation }

  private static var found: [Notice] {
    let said: [FindNotice] = [
      .nothingSearched, .bookmarkUnknown("a"), .lastWord(of: 5000), .lastUnit(128),
      .wordNumberMissing(of: 5000), .unitNumberMissing(of: 128),
      .modelApart("agreement-peephole"),
      .notFound(longWord, nearest: longWord), .notFound(longWord, nearest: nil),
      .bookmarkSet("a", word: longWord), .bookmarkReached("a", word: longWord),
    ]
    let matches: [FindNotice] = [nil, .pastEnd, .pastStart].map {
      .match(longWord, 4999, of: 5000, wrap: $0)
    }
    return (said + matches).map(Notice.find)
      + [.commandUnknown(longWord, nearest: nil), .commandUnknown("x", nearest: "next micro-step")]
  }

  private static var timeline: [Notice] {
    let said: [TimelineNotice] = [
      .stretchBegins(longWord), .stretchGone, .stretchTooShort(ofAll: true),
      .stretchTooShort(ofAll: false), .sorted(.number), .sorted(.carried),
      .sorted(.stretch), .looksAhead(true), .looksAhead(false),
      .stretchFound(unit: 128, inside: "−1.00", outside: "−.003"),
    ]
    return said.map(Notice.timeline)
  }

  private static var notation: [Notice] {
    Notation.Convention.allCases.flatMap { convention in
      [UpdateSense.takesNew, .keepsOld, nil].map { sense in
        let reading = sense.map {
          UpdateReading(
            symbol: Notation(convention, hasOneState: true).symbol(.update, .general), sense: $0,
            convention: convention)
        }
        return .notation(.set(convention, reading))
      }
    }
  }
}

/// The GRU's trap is named.
@Suite struct UpdateSenseTests {
  @Test(
    arguments: [
      (GRU(), .pytorch, "unlike PyTorch: zₜ = 1 takes the new, rₜ before the product"),
      (
        GRU(updateTakesNew: false), .pytorch,
        "rₜ acts before the product here; PyTorch’s own after it"
      ),
      (
        GRU(reset: .after), .pytorch,
        "zₜ = 1 takes the new value here; PyTorch’s own keeps the old"
      ),
      (
        GRU(reset: .never), .pytorch,
        "zₜ = 1 takes the new value here; PyTorch’s own keeps the old"
      ),
      (GRU(reset: .after, updateTakesNew: false), .pytorch, nil), (GRU(), .lecture, nil),
      (GRU(), .greff, nil),
      (
        GRU(reset: .after, updateTakesNew: false), .lecture,
        "unlike the lecture: Γu = 1 keeps the old, Γr after the product"
      ), (GRU(reset: .after), .olah, "rₜ acts after the product here; Olah’s own before it"),
    ] as [(GRU, Notation.Convention, String?)])
  func `the heading of the equations says all in which a cell and its symbols disagree`(
    cell: GRU, convention: Notation.Convention, text: String?
  ) throws {
    var session = try Examples.session(.gru(cell))
    session.convention = convention
    func heading(_ columns: Int) throws -> String {
      let lines = Scene(session, size: Size(columns: columns, rows: 24)).canvas().lines
      return try #require(lines.first { $0.contains(" equations ") })
    }
    let rest = try heading(80).replacing(" equations ", with: "").filter { $0 != "─" }
    #expect(rest == text.map { " \($0) " } ?? "")
    let short = session.notationGap.map { Language.english.shortText(.notationGap($0)) }
    let narrow = try heading(60)
    #expect(narrow.contains(short ?? "─"))
  }

  @Test func `without a heading it stands behind an equation, also while a gate is held`() throws {
    var session = try Examples.session(.gru(GRU()))
    session.convention = .pytorch
    session.press("u 1")
    for step in 0...session.lastMicroStep {
      session.microStep = step
      let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
      #expect(!lines.contains { $0.contains(" equations ") })
      #expect(lines.contains { $0.contains("zₜ = 1 takes the new") }, "\(step): \(lines)")
    }
  }

  @Test func `a flipped gate is said out loud`() {
    let flipped = Notice.notation(
      .set(
        .pytorch, UpdateReading(symbol: "zₜ", sense: .takesNew, convention: .pytorch)))
    #expect(
      Language.english.text(.notice(flipped))
        == "PyTorch: zₜ = 1 takes the new value here; PyTorch’s own keeps the old.")
    let same = Notice.notation(
      .set(.olah, UpdateReading(symbol: "zₜ", sense: .takesNew, convention: .olah)))
    #expect(
      Language.english.text(.notice(same))
        == "Symbols as in Olah now: zₜ = 1 takes the new value here."
    )
  }
}
