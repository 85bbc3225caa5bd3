import CellEngine
import Testing

@Suite("The switches of the catalogue")
struct CellKindTests {
  @Test("Settings written and read back give the same cell", arguments: allKinds)
  func settings(kind: CellKind) throws {
    #expect(try CellKind(settings: kind.settings) == kind)
  }

  @Test("A switch set on and off again gives the cell back", arguments: allKinds)
  func switches(kind: CellKind) {
    let all = kind.peepholeGates.map(CellSwitch.peephole) + kind.variants
    #expect(all.count == 5)
    for option in all {
      let other = kind.setting(option, to: !kind.isOn(option))
      #expect(other.isOn(option) != kind.isOn(option))
      #expect(other.setting(option, to: kind.isOn(option)) == kind)
    }
  }

  @Test("The lecture's LSTM has no peepholes and the tanh")
  func lecture() {
    #expect(
      CellKind.lecture.settings == [
        "cell.family": "lstm", "cell.peepholes": "", "cell.output_peephole": "previous_memory",
        "cell.memory_activation": "tanh",
      ])
  }

  @Test("A setting that is missing or unknown is named")
  func wrongSettings() {
    func error(_ change: (inout [String: String]) -> Void) -> SettingError? {
      var settings = CellKind.lecture.settings
      change(&settings)
      do throws(SettingError) {
        _ = try CellKind(settings: settings)
        return nil
      } catch { return error }
    }
    #expect(error { _ in } == nil)
    #expect(error { $0["cell.family"] = nil } == .missing("cell.family"))
    #expect(
      error { $0["cell.family"] = "gru" } == .unknown("cell.family", "gru", allowed: ["lstm"]))
    #expect(
      error { $0["cell.peepholes"] = "forget candidate" }
        == .unknown("cell.peepholes", "candidate", allowed: ["forget", "update", "output"]))
    #expect(
      error { $0["cell.output_peephole"] = "" }
        == .unknown("cell.output_peephole", "", allowed: ["memory", "previous_memory"]))
  }
}
