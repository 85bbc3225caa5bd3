import CellEngine
import Screen
import Testing

@testable import CellScene

/// What the cells of the literature are called in Chinese.
@Suite struct CellNameTests {
  /// What stays as it is in every language.
  private static let terms: Set<Substring> = ["LSTM", "GRU", "PyTorch", "tanh", "relu"]

  @Test func `every cell has a Chinese name of its own`() {
    var names: Set<String> = []
    for entry in CatalogueEntry.all {
      let name = TraditionalChinese.name(entry)
      let words = name.matches(of: /[A-Za-z]+/).map(\.output)
      #expect(words.allSatisfy(Self.terms.contains), "\(name)")
      #expect(name.contains { String($0).columns == 2 }, "\(name)")
      #expect(names.insert(name).inserted && name.columns <= 30, "\(name)")
    }
  }

  @Test func `the list, the palette and the answer say it`() throws {
    var session = try Shipped.agreement.session()
    session.speak(.traditionalChinese)
    session.press("v Tab j j")
    let size = Size(columns: 80, rows: 24)
    let lines = Scene(session, size: size).canvas().lines
    #expect(lines.contains { $0.contains("窺視孔看舊記憶細胞的 LSTM") }, "\(lines)")
    #expect(!lines.contains { $0.contains("LSTM with") })
    session.press("Esc : v a r i a n t")
    #expect(session.palette("variant").allSatisfy { !$0.text.contains("gate") })
    session.press("Space n o Space f o r g e t Enter")
    let said = Language.traditionalChinese.text(.notice(try #require(session.notice)))
    #expect(said.hasPrefix("「沒有遺忘門閘」，2017；"), "\(said)")
  }

  @Test(arguments: ["variant no forget gate", "variant lstm_NFG", "變體 沒有遺忘門閘", "沒有遺忘門閘"])
  func `it is found by its Chinese name, its English one and the one in files`(line: String) throws
  {
    var session = try Shipped.agreement.session()
    session.speak(.traditionalChinese)
    #expect(session.palette(line).first?.text == "變體 沒有遺忘門閘，Greff et al. 2017")
  }
}
