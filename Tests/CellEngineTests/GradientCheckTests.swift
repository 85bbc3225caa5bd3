import CellEngine
import Testing

@Suite("Gradients agree with central differences")
struct GradientCheckTests {
  @Test("in every cell of the catalogue", arguments: allKinds)
  func catalogue(kind: CellKind) {
    let check = GradientCheck(kind.graph, inputs: 2, units: 3, steps: 3, seed: 7)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test("in cells of a single unit and a single input", arguments: allKinds)
  func single(kind: CellKind) {
    let check = GradientCheck(kind.graph, inputs: 1, units: 1, steps: 4, seed: 8)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test("in the cells that are made up of the seven operations", arguments: Variant.madeUp)
  func madeUp(variant: Variant) throws {
    let check = GradientCheck(try variant.graph(), inputs: 2, units: 3, steps: 3, seed: 9)
    #expect(check.worst <= 1e-6, "\(check)")
  }

  @Test("There are 32 settings, and all parameters, inputs and states are checked")
  func count() {
    #expect(Set(allKinds).count == 32)
    let check = GradientCheck(CellKind.lecture.graph, inputs: 2, units: 3, steps: 3, seed: 7)
    #expect(check.count == 4 * (3 * (3 + 2) + 3) + 3 * 2 + 2 * 3)
  }
}
