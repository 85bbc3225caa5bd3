import CellEngine
import Screen
import Testing

@testable import CellScene

/// What a switch answers, on both its sides and in both languages.
@Suite struct SwitchAnswerTests {
  private static let kinds: [CellKind] = [.lecture, .gru(GRU()), .rnn(RNN())]

  /// What is answered to some keys.
  private func answer(
    _ keys: String, _ kind: CellKind = .lecture, in language: Language
  ) throws -> String {
    var session = try Examples.session(kind)
    session.press(keys)
    return language.text(.notice(try #require(session.notice)))
  }

  @Test(arguments: [
    ("v 3", "現在 c~<t> 不再經過函數"), ("v 3 3", "現在 c~<t> 經過 tanh"), ("v 4", "現在用上了 Γr"),
    ("v 4 4", "現在不再用 Γr"), ("v 5", "現在 Γf = 1 − Γu"), ("v 5 5", "現在 Γf 是獨立的門閘"),
    ("v 7", "現在省略了 Γf"), ("v 8", "現在省略了 Γu"), ("v 9", "現在省略了 Γo"),
    ("v 7 7", "現在 Γf 是獨立的門閘"),
  ])
  func `a switch answers in Chinese that people speak`(keys: String, text: String) throws {
    let answer = try answer(keys, in: .traditionalChinese)
    #expect(answer.hasPrefix(text + "；"), "\(answer)")
  }

  @Test(arguments: [
    ("v 3", "c~<t> passes no function now"), ("v 7", "Γf is left out now"),
    ("v j j j j j j j j j Enter", "The gates read the last step’s gates too now"),
    ("v j j j j j j j j j Enter Enter", "The gates read no other gates now"),
  ])
  func `a switch answers in a whole sentence`(keys: String, text: String) throws {
    let answer = try answer(keys, in: .english)
    #expect(answer.hasPrefix(text + ";"), "\(answer)")
  }

  @Test(arguments: kinds, Language.allCases)
  func `every answer fits, begins as a sentence does and refers to nothing unsaid`(
    _ kind: CellKind, language: Language
  ) throws {
    let session = try Examples.session(kind)
    for option in kind.variants {
      for isOn in [true, false] {
        let change = Change.variant(
          option, symbol: session.symbol(of: option), choice: session.choice(option, isOn: isOn))
        let notices: [Notice] = [
          .untrained(change, weights: ["Wc", "Wr"]), .switched(change, isVisible: true),
        ]
        for notice in notices {
          let short = language.shortText(.notice(notice, .standard))
          #expect(short.columns <= 57, "\(short)")
          let text = language.text(.notice(notice, .standard))
          #expect(!text.hasPrefix("gates") && !text.contains("after it now"), "\(text)")
          #expect(!text.contains("是省略") && !text.contains("是開") && !text.contains("經過沒有"))
        }
      }
    }
  }

  @Test func `a choice names the function that the cell has`() throws {
    var kinds = CatalogueEntry.all.map(\.kind)
    kinds.append(.rnn(RNN(function: .sigmoid)))
    var named: Set<String> = []
    for kind in kinds {
      let session = try Examples.session(kind)
      for (option, role) in [
        (CellSwitch.candidatePassesTanh, Role.candidate), (.relu, .activation),
      ] where kind.variants.contains(option) {
        let graph = session.run.cell.graph
        let signal = try #require(graph.signal(role))
        let choice = session.choice(option, isOn: kind.isOn(option))
        guard case .activation(let function, _) = graph[signal].operation else {
          #expect(choice == .phrase(.noFunction))
          continue
        }
        #expect(choice == .symbols(session.notation.symbol(function)), "\(kind) \(option)")
        named.insert(session.notation.symbol(function))
      }
    }
    #expect(named.isSuperset(of: ["tanh", "relu", "4σ − 2", "σ"]), "\(named)")
  }

  @Test func `only a switch that brings in weights says that they are untrained`() throws {
    var session = try Examples.session()
    session.press("v 4")
    guard case .untrained = session.notice else {
      Issue.record("the relevance gate's weights are not called untrained")
      return
    }
    session.press("2 2")
    guard case .switched = session.notice else {
      Issue.record("tanh brings in no weights")
      return
    }
  }
}
