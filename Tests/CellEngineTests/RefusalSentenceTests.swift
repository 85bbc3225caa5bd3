import CellEngine
import Testing

/// What a user reads when a cell, a switch or a state makes no sense.
@Suite("Every refusal names what it refuses") struct RefusalSentenceTests {
  @Test("Switches")
  func switches() {
    let cases: [(SwitchError, String)] = [
      (.notAGate(.memory), "The memory is none of"),
      (.outputCannotBeCoupled, "The output gate cannot be coupled"),
      (.coupledToNothing(.forget, .update), "while the update gate is left out"),
      (.peepholeWithoutWeights(.forget), "switch the peephole off first"),
      (.noOutputGate, "cannot read the new memory"), (.noGateToRead, "No gate has weights"),
      (.coupledBothWays, "uncouple them first"), (.nothingToReset, "Without a relevance gate"),
      (.otherCell(.relu), "has no such switch"),
    ]
    for (error, part) in cases {
      #expect(error.description.contains(part), "\(error)")
      #expect(error.description.hasSuffix("."), "\(error)")
    }
  }

  @Test("Settings of a file")
  func settings() {
    func reason(_ changes: [String: String?]) -> String {
      var settings = CellKind.lecture.settings
      for (key, value) in changes { settings[key] = value }
      do throws(SettingError) {
        _ = try CellKind(settings: settings)
        return ""
      } catch { return error.description }
    }
    #expect(reason([:]).isEmpty)
    #expect(reason(["cell.family": nil]) == "the metadata has no cell.family")
    #expect(
      reason(["cell.family": "tree"])
        .hasSuffix("cell.family = \"tree\", but only lstm, gru, rnn are known"))
    #expect(reason(["cell.wheels": "4"]).contains("says cell.wheels, but this cell has only"))
    #expect(reason(["cell.peepholes": "window"]).contains("\"window\""))
  }

  @Test("A memory that is no state")
  func memory() {
    let error = NoMemoryLine.notAState(.memory, of: "RNN")
    #expect(error.description.contains("RNN does not carry a state called memory"))
    let graph = CellKind.rnn(RNN()).graph
    #expect(throws: error) { try CarriedMemory(in: Cell<Double>(graph, inputs: 1, units: 1)) }
  }
}

/// What no finite number is, and numbers too large to be written out.
@Suite("Numbers that are none have a text") struct OddNumberTests {
  @Test("NaN, infinities and large numbers")
  func texts() {
    #expect(Figure.text(.nan) == "NaN")
    #expect(Figure.text(.infinity) == "∞" && Figure.text(-.infinity) == "−∞")
    #expect(Figure.text(.infinity, sign: .always) == "+∞")
    #expect(Figure.percent(.infinity) == "∞" && Figure.percent(.nan) == "NaN")
    #expect(Figure.percent(0) == "0%" && Figure.percent(1e-9) == "≈0%")
    #expect(Figure.percent(0.00049) == "≈0%" && Figure.percent(0.0005) == ".1%")
    #expect(Figure.percent(1e7) == Figure.text(1e7))
  }
}
