import CellEngine
import Screen
import Testing

@testable import CellScene

/// Symbols and words in Chinese sentences.
@Suite struct HanSpacingTests {
  private static let size = Size(columns: 80, rows: 24)

  @Test func `a blank stands between Han and a symbol, and none between Han`() throws {
    for kind in Examples.kinds {
      var session = try Examples.session(kind)
      session.speak(.traditionalChinese)
      for option in kind.variants {
        for isOn in [true, false] {
          let text = Language.traditionalChinese.text(
            .notice(
              .switched(
                .variant(
                  option, symbol: session.symbol(of: option),
                  choice: session.choice(option, isOn: isOn)), isVisible: true)))
          for (first, second) in zip(text, text.dropFirst()) where second != "，" {
            #expect(
              !(String(first).columns > 1 && "Γacfiozux".contains(second)), "\(text)")
          }
          #expect(text.matches(of: /\p{Han} \p{Han}/).isEmpty, "\(text)")
        }
      }
    }
  }

  @Test(arguments: [
    "7 G $ d 7 Space", "3 G $ w", "3 G w Tab", "4 G e j", "4 G e j j j", "6 G d i j",
  ])
  func `no word stands in English quotation marks`(keys: String) throws {
    var session = try Shipped.agreement.session()
    session.speak(.traditionalChinese)
    session.press(keys)
    for line in Scene(session, size: Self.size).canvas().lines {
      #expect(!line.contains { "“”".contains($0) }, "\(line)")
    }
  }
}
