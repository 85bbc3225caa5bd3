import CellEngine
import Testing

@Suite("The switches of the catalogue")
struct CellKindTests {
  @Test("Settings written and read back give the same cell", arguments: everyKind)
  func settings(kind: CellKind) throws {
    #expect(try CellKind(settings: kind.settings) == kind)
  }

  @Test("A switch set on and off again gives the cell back", arguments: everyKind)
  func switches(kind: CellKind) throws {
    for option in kind.peepholeGates.map(CellSwitch.peephole) + kind.variants {
      let other: CellKind
      do throws(SwitchError) {
        other = try kind.switching(option, to: !kind.isOn(option))
      } catch {
        #expect(kind.setting(option, to: !kind.isOn(option)) == kind)
        #expect(error.description.hasSuffix("."))
        continue
      }
      #expect(other.isOn(option) != kind.isOn(option))
      let back = other.setting(option, to: kind.isOn(option))
      // A function that was switched off comes back as tanh, whichever it was.
      #expect(back == kind || back.isOn(option) == kind.isOn(option))
      #expect(back == kind || !allKinds.contains(kind))
    }
  }

  @Test("Each family has its switches, in the order of the menu")
  func menus() {
    #expect(
      CellKind.lecture.variants == [
        .outputReadsNewMemory, .memoryPassesTanh, .candidatePassesTanh, .relevanceGate,
        .coupled(.forget), .coupled(.update), .missing(.forget), .missing(.update),
        .missing(.output), .gateRecurrence,
      ])
    #expect(CellKind.gru(GRU()).variants == [.relevanceGate, .lateReset, .updateKeepsOld])
    #expect(CellKind.rnn(RNN()).variants == [.relu])
  }

  @Test("Every switch has a sentence, a year and a paper")
  func sources() {
    let all =
      LSTM.gates.map(CellSwitch.peephole)
      + [CellKind.lecture, .gru(GRU()), .rnn(RNN())].flatMap(\.variants)
    #expect(all.count == 17)
    for option in all {
      #expect(option.purpose.hasSuffix("."), "\(option)")
    }
  }

  @Test(
    "Switches lead from one cell of the literature to another",
    arguments: [
      ("lstm_lecture", [.missing(.forget)], "lstm_HS1997_tanh"),
      ("lstm_lecture", [.memoryPassesTanh], "lstm_Ng_noTanh"),
      ("lstm_lecture", [.relevanceGate], "lstm_Ng_relevance"),
      ("lstm_V", [.peephole(.update), .missing(.update)], "lstm_NIG"),
      ("lstm_V", [.peephole(.forget), .missing(.forget)], "lstm_NFG"),
      ("lstm_V", [.outputReadsNewMemory, .peephole(.output), .missing(.output)], "lstm_NOG"),
      ("lstm_V", [.candidatePassesTanh], "lstm_NIAF"),
      ("lstm_V", [.memoryPassesTanh], "lstm_NOAF"),
      ("lstm_V", [.peephole(.forget), .coupled(.forget)], "lstm_CIFG"),
      ("lstm_V", [.peephole(.update), .coupled(.update)], "lstm_CIFG_tf"),
      ("lstm_V", [.gateRecurrence], "lstm_FGR"),
      ("gru_lecture", [.relevanceGate], "gru_Ng_simple"),
      ("gru_lecture", [.updateKeepsOld], "gru_Cho2014"),
      ("gru_lecture", [.lateReset, .updateKeepsOld], "gru_PyTorch"),
      ("rnn_tanh", [.relu], "rnn_relu"),
    ] as [(String, [CellSwitch], String)])
  func ways(from: String, options: [CellSwitch], to: String) throws {
    var kind = try #require(CatalogueEntry.named(from)).kind
    for option in options { kind = try kind.switching(option, to: !kind.isOn(option)) }
    #expect(kind == CatalogueEntry.named(to)?.kind)
  }

  @Test("A switch that makes no sense is refused for its reason")
  func refusals() throws {
    func reason(_ kind: CellKind, _ option: CellSwitch, _ isOn: Bool) -> SwitchError? {
      do throws(SwitchError) {
        _ = try kind.switching(option, to: isOn)
        return nil
      } catch { return error }
    }
    let full = try #require(CatalogueEntry.named("lstm_V")).kind
    let coupled = CellKind.lecture.setting(.coupled(.forget), to: true)
    #expect(reason(full, .missing(.forget), true) == .peepholeWithoutWeights(.forget))
    #expect(reason(full, .coupled(.update), true) == .peepholeWithoutWeights(.update))
    #expect(reason(coupled, .coupled(.update), true) == .coupledBothWays)
    #expect(reason(coupled, .missing(.update), true) == .coupledToNothing(.forget, .update))
    #expect(reason(.lecture, .coupled(.output), true) == .outputCannotBeCoupled)
    #expect(reason(.lecture, .relu, true) == .otherCell(.relu))
    #expect(reason(.gru(GRU(reset: .never)), .lateReset, true) == .nothingToReset)
    #expect(reason(.gru(GRU(reset: .after)), .relevanceGate, false) == .nothingToReset)
    #expect(reason(.rnn(RNN()), .peephole(.forget), true) == .otherCell(.peephole(.forget)))
  }

  @Test("A switch whose condition is off changes nothing", arguments: everyKind)
  func conditions(kind: CellKind) {
    for option in kind.variants {
      guard let condition = option.condition else { continue }
      let off = kind.setting(option, to: false).setting(condition, to: false)
      #expect(!off.isOn(condition))
      #expect(off.setting(option, to: true).graph == off.setting(option, to: false).graph)
    }
  }

  @Test("An entry is found by its id and its name")
  func presets() {
    let simple = CatalogueEntry.named("Simple GRU")
    #expect(simple?.id == "gru_Ng_simple")
    #expect(CatalogueEntry.named("simple gru") == simple)
    #expect(CatalogueEntry.named("no such cell") == nil)
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

  @Test("What the output gate's peephole reads does not matter where there is no output gate")
  func noOutputGate() throws {
    let read = try CellKind(settings: [
      "cell.family": "lstm", "cell.missing_gates": "output", "cell.output_peephole": "memory",
    ])
    var open = LSTM()
    open.missingGates = [.output]
    #expect(read == .lstm(open))
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
