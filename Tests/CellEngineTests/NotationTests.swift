import CellEngine
import Testing

@Suite("Equations in four notations")
struct NotationTests {
  static func lines(_ kind: CellKind, _ convention: Notation.Convention) -> [String] {
    let graph = kind.graph
    return graph.equations(Notation(convention, for: graph)).map(\.text)
  }

  @Test("The lecture's LSTM with peepholes reads as its authors would write it")
  func peepholes() {
    let kind = CellKind.lstm(LSTM(peepholes: [.forget, .update, .output]))
    #expect(
      Self.lines(kind, .lecture) == [
        "Γf = σ(Wf[a<t-1>,x<t>] + vf∘c<t-1> + bf)", "Γu = σ(Wu[a<t-1>,x<t>] + vu∘c<t-1> + bu)",
        "c~<t> = tanh(Wc[a<t-1>,x<t>] + bc)", "c<t> = Γu ∘ c~<t> + Γf ∘ c<t-1>",
        "Γo = σ(Wo[a<t-1>,x<t>] + vo∘c<t-1> + bo)", "a<t> = Γo ∘ tanh(c<t>)",
      ])
    #expect(
      Self.lines(kind, .olah) == [
        "fₜ = σ(Wf·[hₜ₋₁,xₜ] + vf×Cₜ₋₁ + bf)", "iₜ = σ(Wi·[hₜ₋₁,xₜ] + vi×Cₜ₋₁ + bi)",
        "C~ₜ = tanh(WC·[hₜ₋₁,xₜ] + bC)", "Cₜ = iₜ × C~ₜ + fₜ × Cₜ₋₁",
        "oₜ = σ(Wo·[hₜ₋₁,xₜ] + vo×Cₜ₋₁ + bo)", "hₜ = oₜ × tanh(Cₜ)",
      ])
    #expect(
      Self.lines(kind, .pytorch) == [
        "fₜ = σ(Whf hₜ₋₁ + Wif xₜ + vf*cₜ₋₁ + bf)", "iₜ = σ(Whi hₜ₋₁ + Wii xₜ + vi*cₜ₋₁ + bi)",
        "gₜ = tanh(Whg hₜ₋₁ + Wig xₜ + bg)", "cₜ = iₜ * gₜ + fₜ * cₜ₋₁",
        "oₜ = σ(Who hₜ₋₁ + Wio xₜ + vo*cₜ₋₁ + bo)", "hₜ = oₜ * tanh(cₜ)",
      ])
    #expect(
      Self.lines(kind, .greff) == [
        "fᵗ = σ(Rf yᵗ⁻¹ + Wf xᵗ + pf⊙cᵗ⁻¹ + bf)", "iᵗ = σ(Ri yᵗ⁻¹ + Wi xᵗ + pi⊙cᵗ⁻¹ + bi)",
        "zᵗ = tanh(Rz yᵗ⁻¹ + Wz xᵗ + bz)", "cᵗ = iᵗ ⊙ zᵗ + fᵗ ⊙ cᵗ⁻¹",
        "oᵗ = σ(Ro yᵗ⁻¹ + Wo xᵗ + po⊙cᵗ⁻¹ + bo)", "yᵗ = oᵗ ⊙ tanh(cᵗ)",
      ])
  }

  @Test("The GRU's one state is h, and its gates are r and z")
  func gatedUnit() {
    #expect(
      Self.lines(.gru(GRU()), .pytorch) == [
        "rₜ = σ(Whr hₜ₋₁ + Wir xₜ + br)", "zₜ = σ(Whz hₜ₋₁ + Wiz xₜ + bz)",
        "nₜ = tanh(Whn(rₜ * hₜ₋₁) + Win xₜ + bn)", "hₜ = zₜ * nₜ + (1 − zₜ) * hₜ₋₁",
      ])
    #expect(
      Self.lines(.gru(GRU(reset: .after, updateTakesNew: false)), .pytorch).suffix(2) == [
        "nₜ = tanh(Win xₜ + bn + rₜ * (Whn hₜ₋₁ + bhn))", "hₜ = zₜ * hₜ₋₁ + (1 − zₜ) * nₜ",
      ])
    #expect(Self.lines(.gru(GRU()), .olah).last == "hₜ = zₜ × h~ₜ + (1 − zₜ) × hₜ₋₁")
  }

  @Test("The update gate's sense is read off the graph")
  func sense() {
    #expect(CellKind.gru(GRU()).graph.updateSense == .takesNew)
    #expect(CellKind.gru(GRU(reset: .never)).graph.updateSense == .takesNew)
    #expect(CellKind.gru(GRU(updateTakesNew: false)).graph.updateSense == .keepsOld)
    #expect(
      CellKind.gru(GRU(reset: .after, updateTakesNew: false)).graph.updateSense == .keepsOld)
    #expect(CellKind.lecture.graph.updateSense == nil)
    #expect(CellKind.rnn(RNN()).graph.updateSense == nil)
    #expect(CatalogueEntry.named("lstm_CIFG")?.kind.graph.updateSense == nil)
  }

  @Test("Where the relevance gate acts is read off the graph")
  func resetPlace() {
    for takesNew in [false, true] {
      func place(_ reset: GRU.Reset) -> ResetPlace? {
        CellKind.gru(GRU(reset: reset, updateTakesNew: takesNew)).graph.resetPlace
      }
      #expect(place(.before) == .beforeProduct && place(.after) == .afterProduct)
      #expect(place(.never) == nil)
    }
    var lstm = LSTM()
    lstm.hasRelevanceGate = true
    #expect(CellKind.lstm(lstm).graph.resetPlace == nil)
  }

  @Test("PyTorch's 1 keeps the old value, the lecture's takes the new")
  func conventions() {
    #expect(Notation.Convention.lecture.updateSense == .takesNew)
    #expect(Notation.Convention.pytorch.updateSense == .keepsOld)
  }

  @Test("No two roles of a cell share a symbol", arguments: Notation.Convention.allCases)
  func distinct(_ convention: Notation.Convention) {
    for entry in CatalogueEntry.all {
      let graph = entry.kind.graph
      let notation = Notation(convention, for: graph)
      let roles = Set(graph.signals.compactMap { graph[$0].role })
      let symbols = Set(roles.map { notation.bareSymbol($0) })
      #expect(symbols.count == roles.count, "\(entry.id): \(symbols)")
    }
  }

  @Test(
    "No two parameters of a sum share a symbol", arguments: [Notation.Convention.pytorch, .greff])
  func parameters(_ convention: Notation.Convention) {
    for entry in CatalogueEntry.all {
      let graph = entry.kind.graph
      let notation = Notation(convention, for: graph)
      var names: [String] = []
      for signal in graph.signals {
        guard case .affine(let terms) = graph[signal].operation else { continue }
        for term in terms {
          let parameter = graph[term.parameter]
          switch term {
          case .matrix(_, let source):
            names.append(notation.weight(parameter.target, from: graph[source].role))
          case .diagonal: names.append(notation.peephole(parameter.target))
          case .bias:
            names.append(
              notation.bias(parameter.target, isSecond: !parameter.source.isEmpty))
          }
        }
      }
      #expect(Set(names).count == names.count, "\(entry.id): \(names)")
    }
  }

  @Test("What is subtracted from a function stands behind its bracket")
  func offsets() throws {
    let first = try #require(CatalogueEntry.named("lstm_HS1997")).kind
    let lines = Self.lines(first, .lecture)
    #expect(lines.contains("c~<t> = 4σ(Wc[a<t-1>,x<t>] + bc) − 2"), "\(lines)")
    #expect(lines.contains("a<t> = Γo ∘ (2σ(c<t>) − 1)"), "\(lines)")
    let notation = Notation.lecture
    #expect(notation.applied(.bipolarSigmoid, to: "1.15") == "2σ(1.15) − 1")
    #expect(notation.applied(.tanh, to: "1.15") == "tanh(1.15)")
    #expect(notation.slope(.doubleBipolarSigmoid) == "4σ′" && notation.slope(.relu) == "relu′")
  }

  @Test("A step's number stands where the notation writes the time")
  func steps() {
    let step = TimeLabel.step(12)
    #expect(Notation(.lecture).symbol(.memory, step) == "c<12>")
    #expect(Notation(.olah).symbol(.memory, step, previous: true) == "C₁₁")
    #expect(Notation(.greff).symbol(.forget, step) == "f¹²")
    #expect(Notation(.greff).symbol(.forget, .general, previous: true) == "fᵗ⁻¹")
    #expect(Notation(.lecture).symbol(.forget, step) == "Γf")
    #expect(Notation(.pytorch).index(4) == "[5]" && Notation(.lecture).index(4) == "₅")
  }

  @Test("Conventions are found by their names and follow one another in a ring")
  func names() {
    for convention in Notation.Convention.allCases {
      #expect(Notation.Convention(named: convention.name.uppercased()) == convention)
    }
    #expect(Notation.Convention(named: "keras") == nil)
    #expect(Notation.Convention.greff.next == .lecture)
  }
}
