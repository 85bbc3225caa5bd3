import CellEngine
import Foundation
import Screen
import Testing

@testable import CellScene

/// Symbols come from the notation; a language has none of its own.
@Suite struct TextSymbolTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../Sources/CellScene/Texts").standardizedFileURL

  @Test func `no text has a symbol of its own`() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(names.count > 40)
    for name in names where name.hasSuffix(".swift") {
      let source = try String(
        contentsOf: Self.folder.appending(path: name), encoding: .utf8)
      for line in source.split(separator: "\n") {
        guard !line.drop(while: { $0 == " " }).hasPrefix("//") else { continue }
        for symbol in ["Γ", "c<", "a<", "x<", "ŷ", "∂"] {
          #expect(!line.contains(symbol), "\(name): \(line)")
        }
      }
    }
  }

  @Test(arguments: [
    (Shipped.rnn, "", "RNN a<t>"), (.agreement, "", "LSTM c<t>"),
    (.agreement, "v N N Esc ", "LSTM cₜ"), (.gru, "v N N Esc ", "GRU hₜ"),
  ])
  func `how far the gradient reaches is told in the cell's own symbols`(
    shipped: Shipped, notation: String, row: String
  ) throws {
    for language in Language.allCases {
      var session = try shipped.session(keys: notation + "L L $ d d")
      session.speak(language)
      let lines = Scene(session, size: .init(columns: 80, rows: 24)).canvas().lines
      let title = try #require(lines.first { $0.contains("∂loss/∂…") })
      #expect(title.contains("− ln ŷ") && lines.contains { $0.contains(" \(row) ") }, "\(lines)")
      #expect(language == .english || !title.contains("loss ="), "\(title)")
    }
  }

  @Test(arguments: ["v N Esc", "v N N Esc", "v N N N Esc"])
  func `a number with one symbol is not told to be equal to itself`(keys: String) throws {
    var session = try Shipped.gru.session(keys: "4 G 8 Space " + keys)
    for language in Language.allCases {
      session.speak(language)
      guard case .mixed(_, _, let symbols, _, _) = session.narration else {
        Issue.record("\(session.narration)")
        continue
      }
      #expect(symbols == [session.notation.symbol(.memory, session.timeLabel)])
      let told = language.text(.narration(session.narration))
      #expect(!told.contains("\(symbols[0]) = \(symbols[0])"), "\(told)")
    }
  }

  @Test func `the coupling that is compared stands in the notation`() throws {
    var session = try Examples.session()
    session.press("v N N Esc c M")
    let said = Language.english.text(.notice(try #require(session.notice)))
    #expect(said.hasPrefix("B is this cell, but f is 1 − i;"), "\(said)")
  }
}
