import CellEngine
import Screen
import Testing

@testable import CellScene

/// What stands in and between the cells of a chain that the screen cuts off.
@Suite struct ChainCutTests {
  /// The words and numbers on a row between two columns of a picture that begins at `left`.
  private static func texts(
    _ canvas: Canvas, from left: Int, _ columns: Range<Int>, row: Int
  ) -> [String] {
    let places = columns.map { left + $0 }.filter { (0..<canvas.size.columns).contains($0) }
    let characters = String(places.map { canvas[$0, row].character })
    return characters.split { " │╭╮╰╯━─┊╴╶".contains($0) }.map(String.init)
  }

  /// The rooms of a cell's texts: states, values, the word and the prediction.
  private static func rooms(_ link: Chain.Link, _ isLast: Bool) -> [Rectangle] {
    let diagram = link.diagram
    let states = diagram.graph.states.compactMap { diagram.box(.signal($0.previous))?.area }
      .filter { $0.size.columns == 1 }
    let columns = [diagram.tracks.area.left] + (isLast ? [diagram.tracks.frame.right] : [])
    return columns.flatMap { left in
      states.map { Rectangle(x: left, y: $0.top - 2, columns: Chain.gap, rows: 2) }
    } + NarrowLabels(diagram).labels.map(\.block)
      + diagram.boxes.filter { box in
        guard case .signal(let signal) = box.subject else { return box.subject == .prediction }
        return diagram.graph[signal].operation == .input
      }.map(\.area)
  }

  @Test(arguments: Shipped.allCases, [(60, 13), (80, 15), (100, 15), (120, 19)])
  func `nothing that is written is shown by halves`(
    _ shipped: Shipped, size: (columns: Int, rows: Int)
  ) throws {
    for keys in ["", "p", "v N N Esc"] {
      for word in 1...8 {
        let session = try shipped.session(keys: keys + " \(word) G 5 Space t")
        let room = Rectangle(x: 0, y: 1, columns: size.columns, rows: size.rows)
        let far = Rectangle(x: 100, y: 1, columns: size.columns, rows: size.rows)
        var cut = Canvas(size: Size(columns: size.columns, rows: size.rows + 2))
        var whole = Canvas(size: Size(columns: size.columns + 200, rows: size.rows + 2))
        ChainPanel(session, .english).draw(in: room, on: &cut)
        ChainPanel(session, .english).draw(in: far, on: &whole)
        let chain = ChainPanel(session, .english).chain(in: room)
        for link in chain.links {
          for part in Self.rooms(link, chain.isLast(link)) {
            for row in part.top..<part.bottom {
              let columns = part.left..<part.right
              let texts = Self.texts(cut, from: 0, columns, row: row)
              let all = Self.texts(whole, from: 100, columns, row: row)
              #expect(Set(texts).isSubset(of: all), "\(keys) word \(word): \(texts) of \(all)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: Examples.kinds, [(80, 13), (120, 15)])
  func `the box of the micro-step stands in brackets`(
    _ kind: CellKind, size: (columns: Int, rows: Int)
  ) throws {
    var session = try Examples.session(kind)
    session.press("3 G t")
    for microStep in session.run.microSteps.indices {
      session.microStep = microStep
      guard let signal = session.currentSignal else { continue }
      let area = Rectangle(x: 100, y: 1, columns: size.columns, rows: size.rows)
      var canvas = Canvas(size: Size(columns: size.columns + 200, rows: size.rows + 2))
      ChainPanel(session, .english).draw(in: area, on: &canvas)
      let link = try #require(
        ChainPanel(session, .english).chain(in: area).links.first { $0.time == session.time })
      let box = try #require(link.diagram.box(.signal(signal))).area
      let text = String((box.left..<box.right).map { canvas[$0, box.top].character })
      #expect(text.hasPrefix("[") && text.hasSuffix("]"), "\(kind): \(text)")
      let outside = [box.left - 1, box.right].map { canvas[$0, box.top].character }
      #expect(!outside.contains { "[]".contains($0) })
    }
  }

  @Test(arguments: Shipped.allCases, 1...8)
  func `the present word has its symbol and the next its probability`(
    _ shipped: Shipped, word: Int
  ) throws {
    let session = try shipped.session(keys: "\(word) G $ t")
    let lines = Scene(session, size: Size(columns: 80, rows: 24)).canvas().lines
    let best = try #require(session.rankedOutputs(at: word - 1).first)
    let (word, symbol) = (session.words[word - 1], " x<\(word)> ")
    let output = "ŷ \(best.label) \(Figure.label(best.value))"
    let row = try #require(lines.first { $0.contains(output) }, "no \(output)")
    #expect(row.contains(word + symbol) || row.contains(word + " " + symbol), "\(row)")
  }
}
