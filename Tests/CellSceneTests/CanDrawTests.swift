import CellEngine
import Screen
import Testing

@testable import CellScene

@Suite struct CanDrawTests {
  @Test(arguments: CatalogueEntry.all)
  func `a cell of the catalogue can be drawn with every setting of its switches`(
    entry: CatalogueEntry
  ) {
    let options = entry.kind.peepholeGates.map(CellSwitch.peephole) + entry.kind.variants
    var settings: Set<CellKind> = [entry.kind]
    for option in options {
      settings.formUnion(settings.map { $0.setting(option, to: !$0.isOn(option)) })
    }
    #expect(settings.allSatisfy { Diagram.canDraw($0.graph) })
  }

  @Test func `every cell of the catalogue is offered by name`() {
    #expect(CatalogueEntry.drawn.map(\.id) == CatalogueEntry.all.map(\.id))
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
