import CellEngine
import Testing

@Suite("Gradients agree with central differences")
struct GradientCheckTests {
  @Test("in every cell of the catalogue", arguments: everyKind)
  func catalogue(kind: CellKind) {
    let check = GradientCheck(kind.graph, inputs: 2, units: 3, steps: 3, seed: 7)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test("in cells of a single unit and a single input", arguments: everyKind)
  func single(kind: CellKind) {
    let check = GradientCheck(kind.graph, inputs: 1, units: 1, steps: 4, seed: 8)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test("in every entry of the catalogue, over more steps", arguments: CatalogueEntry.all)
  func entries(entry: CatalogueEntry) {
    let check = GradientCheck(entry.kind.graph, inputs: 2, units: 3, steps: 5, seed: 9)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test(
    "There are 32 settings on the screen and 52 cells in all, and all parameters, inputs and states are checked"
  )
  func count() {
    #expect(Set(allKinds).count == 32)
    #expect(Set(everyKind).count == everyKind.count)
    #expect(everyKind.count == 52)
    let check = GradientCheck(CellKind.lecture.graph, inputs: 2, units: 3, steps: 3, seed: 7)
    #expect(check.count == 4 * (3 * (3 + 2) + 3) + 3 * 2 + 2 * 3)
  }
}
