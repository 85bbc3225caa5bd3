import CellEngine
import Testing

@Suite("The switches of the catalogue")
struct CellKindTests {
  @Test("Settings written and read back give the same cell", arguments: everyKind)
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
      error { $0["cell.family"] = "mlp" }
        == .unknown("cell.family", "mlp", allowed: ["lstm", "gru", "rnn"]))
    #expect(
      error { $0 = ["cell.family": "gru", "cell.peepholes": "forget"] }
        == .notASetting(
          "cell.peepholes", allowed: ["cell.family", "cell.reset", "cell.update"]))
    #expect(
      error {
        $0 = ["cell.family": "lstm", "cell.coupled_gate": "forget", "cell.peepholes": "forget"]
      }
        == .senseless(.peepholeWithoutWeights(.forget)))
    #expect(
      error { $0["cell.peepholes"] = "forget candidate" }
        == .unknown("cell.peepholes", "candidate", allowed: ["forget", "update", "output"]))
    #expect(
      error { $0["cell.output_peephole"] = "" }
        == .unknown("cell.output_peephole", "", allowed: ["memory", "previous_memory"]))
  }

  @Test("Settings that are not there have their defaults")
  func defaults() throws {
    #expect(try CellKind(settings: ["cell.family": "lstm"]) == .lecture)
    #expect(try CellKind(settings: ["cell.family": "gru"]) == .gru(GRU()))
    #expect(try CellKind(settings: ["cell.family": "rnn"]) == .rnn(RNN()))
  }

  @Test("Every entry of the catalogue makes sense, has a sentence and a name of its own")
  func entries() {
    #expect(CatalogueEntry.all.count == 27)
    #expect(Set(CatalogueEntry.all.map(\.id)).count == 27)
    for entry in CatalogueEntry.all {
      #expect(entry.kind.mistake == nil, "\(entry.id)")
      #expect(entry.purpose.hasSuffix("."), "\(entry.id)")
      #expect(CatalogueEntry.named(entry.id) == entry)
    }
  }

  @Test("Every combination of LSTM switches is a cell or is refused with a sentence")
  func combinations() {
    var (cells, refused) = (0, 0)
    for lstm in everyLSTM {
      do throws(SwitchError) {
        let kind = try CellKind(checked: lstm)
        #expect(kind.graph.output.index > 0)
        cells += 1
      } catch {
        #expect(error.description.hasSuffix("."))
        #expect(error == lstm.mistake)
        refused += 1
      }
    }
    #expect(cells + refused == 4096)
    // 4 · (2 · 9 · 5 − 1) uncoupled cells and 2 · 4 · 2 · 2 · 5 coupled ones.
    #expect(cells == 516)
  }

  @Test("A switch that would make no sense stays as it is")
  func senselessSwitch() throws {
    let kind = try #require(CatalogueEntry.named("lstm_NFG")).kind
    #expect(kind.setting(.peephole(.forget), to: true) == kind)
    #expect(!kind.peepholeGates.contains(.forget))
    #expect(CellKind.gru(GRU()).setting(.memoryPassesTanh, to: true) == .gru(GRU()))
  }

  @Test("Each senseless combination is refused for its reason")
  func senseless() {
    func reason(_ change: (inout LSTM) -> Void) -> SwitchError? {
      var lstm = LSTM()
      change(&lstm)
      return lstm.mistake
    }
    #expect(reason { $0.peepholes = [.candidate] } == .notAGate(.candidate))
    #expect(reason { $0.missingGates = [.memory] } == .notAGate(.memory))
    #expect(reason { $0.coupledGate = .output } == .outputCannotBeCoupled)
    #expect(
      reason { ($0.coupledGate, $0.missingGates) = (.forget, [.update]) }
        == .coupledToNothing(.forget, .update))
    #expect(
      reason { ($0.peepholes, $0.missingGates) = ([.output], [.output]) }
        == .peepholeWithoutWeights(.output))
    #expect(
      reason { ($0.outputReadsNewMemory, $0.missingGates) = (true, [.output]) } == .noOutputGate)
    #expect(
      reason { ($0.gatesReadGates, $0.missingGates) = (true, Set(LSTM.gates)) } == .noGateToRead)
  }
}
