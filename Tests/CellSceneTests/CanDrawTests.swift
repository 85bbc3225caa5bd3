import CellEngine
import Screen
import Testing

@testable import CellScene

@Suite struct CanDrawTests {
  @Test func `every cell of the catalogue has a floor plan`() {
    for entry in CatalogueEntry.all { #expect(Diagram.canDraw(entry.kind.graph), "\(entry.id)") }
    #expect(Session.canDraw(.gru(GRU())) && Session.canDraw(.rnn(RNN())))
  }

  @Test func `a cell without a place or a way cannot be drawn`() {
    var cell = CellGraphBuilder("strange")
    let x = cell.input()
    let c = cell.previous(.memory)
    let twice = cell.define(.memory, tanh(cell.W(.memory, c, x)) + c)
    cell.carry(c, twice)
    let graph = try? cell.validated(output: twice)
    #expect(graph != nil)
    #expect(graph.map(Diagram.canDraw) == false)
  }
}
