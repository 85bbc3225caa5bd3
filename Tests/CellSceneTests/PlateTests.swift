import CellEngine
import Screen
import Testing

@testable import CellScene

/// What stands in the picture is whole, and apart from everything else.
@Suite struct PlateTests {
  private static let sizes = [(60, 18), (80, 24), (120, 36)]
    .map { Size(columns: $0.0, rows: $0.1) }

  /// Sessions with ordinary numbers, small ones, +12.3, powers of ten, and NaN.
  private static func session(_ kind: CellKind, times factor: Double) throws -> Session {
    var model = Examples.model(kind)
    for index in model.cell.parameters.indices { model.cell.parameters[index] *= factor }
    return Session(model: model, tokens: try model.vocabulary.tokens(of: Examples.sentence))
  }

  @Test(arguments: Examples.kinds, [1, 0.004, 6, 1e5, 1e308])
  func `no text in the picture is cut, and none touches another`(
    _ kind: CellKind, factor: Double
  ) async throws {
    for size in Self.sizes {
      for keys in ["G $", "G $ d"] {
        await Task.yield()
        var session = try Self.session(kind, times: factor)
        session.press(keys)
        for microStep in session.run.microSteps.indices {
          session.microStep = microStep
          session.unit = (microStep + 2) % 8
          let faults = try PictureTexts(session, size).faults
          try #require(faults.isEmpty, "\(kind) \(factor) \(size) \(keys) \(microStep): \(faults)")
        }
      }
    }
  }

  @Test(arguments: sizes, [1, 0.004])
  func `a formula has its name where there is free ground`(size: Size, factor: Double) throws {
    var session = try Self.session(.lecture, times: factor)
    session.press("G $ d $")
    for unit in 0..<8 {
      session.unit = unit
      let lines = Scene(session, size: size).canvas().lines
      #expect(lines.contains { $0.contains("∂Γu∘c~<8> ") }, "unit \(unit + 1) at \(size)")
      #expect(lines.contains { $0.contains("∂Γf∘c<7> ") }, "unit \(unit + 1) at \(size)")
    }
  }

  @Test(arguments: Language.allCases, sizes)
  func `the sentence below the ledger ends`(language: Language, size: Size) throws {
    for kind in Examples.kinds {
      var session = try Examples.session(kind)
      session.speak(language)
      session.press("G $ t")
      let canvas = Scene(session, size: size).canvas()
      let symbol = session.notation.symbol(session.shownMemory.role, .general)
      let phrase: ChainPhrase =
        session.hasMemoryLine
        ? .ledgerCaution(.word)
        : .ledgerMissing(cell: kind.graph.name, symbol: symbol, .word)
      let texts = [language.text(.chain(phrase)), language.shortText(.chain(phrase))]
      #expect(
        canvas.lines.contains { line in texts.contains { line.contains($0) } },
        "\(kind) \(language) at \(size)")
    }
  }
}

/// The texts inside a cell's outline, as they are drawn.
private struct PictureTexts {
  /// Those that are not what they should be, each with what stands beside it.
  private(set) var faults: [String] = []
  private let names: Set<String>
  private let numbers: Set<String>
  private static let bars = Set("▁▂▃▄▅▆▇█↑? ")
  private static let signs = Set("+−·?")

  init(_ session: Session, _ size: Size) throws {
    let graph = session.run.cell.graph
    let notation = session.notation
    let layout = try #require(
      ScreenLayout(
        size: size, equationCount: graph.equations(notation).count,
        unitCount: session.run.cell.unitCount))
    let panel = DiagramPanel(
      session, .english, session.view == .gradient ? Backpass(session) : nil)
    names = Set(
      graph.signals.flatMap { signal in
        [
          graph[signal].role.map(notation.bareSymbol),
          graph.expression(of: signal, notation, at: session.timeLabel).map(\.text).joined()
            .replacingSpaces,
        ].compactMap(\.self).map { panel.mark + $0 }
      })
    numbers = Set(
      graph.signals.map {
        Figure.label(
          panel.value(of: $0, unit: session.unit), sign: panel.isSigned($0) ? .always : .negative)
      })
    let frame = Diagram(graph, in: layout.diagram, notation).tracks.frame
    let canvas = Scene(session, size: size).canvas()
    for y in frame.top + 1..<frame.bottom - 1 {
      read(canvas.row(y)[(y * size.columns + frame.left)..<(y * size.columns + frame.right)])
    }
  }

  /// Reads a row from one edge of the outline to the other.
  private mutating func read(_ row: ArraySlice<Glyph>) {
    let boxes: Set<Ground> = [.layer, .pointwise, .current, .waiting]
    var (text, isBox) = ("", false)
    for glyph in row.dropFirst() {
      let isEnd = glyph.character == " " || Self.isLine(glyph) || glyph.character == "●"
      guard isEnd else {
        text.append(glyph.character)
        isBox = isBox || boxes.contains(glyph.style.ground)
        continue
      }
      // A box has its function's name, such as 2σ−1.
      let isLabel = isBox && !text.contains(".")
      if !text.isEmpty, !isLabel, isBox || !isWhole(text) { faults.append(text) }
      (text, isBox) = ("", false)
    }
  }

  private static func isLine(_ glyph: Glyph) -> Bool {
    "▲▼◀▶".contains(glyph.character)
      || glyph.character.unicodeScalars.allSatisfy { (0x2500...0x257f).contains($0.value) }
  }

  /// Whether a text is a name, a number, both, bars or signs.
  private func isWhole(_ text: String) -> Bool {
    if names.contains(text) || numbers.contains(text) { return true }
    if text.allSatisfy(Self.bars.contains) || text.allSatisfy(Self.signs.contains) { return true }
    return names.contains { name in
      text.hasPrefix(name) && numbers.contains(String(text.dropFirst(name.count)))
    }
  }
}
