import CellEngine

extension Session {
  mutating func toggleAllPeepholes() {
    let gates = run.kind.peepholeGates
    guard !gates.isEmpty else {
      notice = .chain(.noPeepholes(cell: run.cell.graph.name))
      return
    }
    let turnOn = !gates.contains { run.kind.isOn(.peephole($0)) }
    var kind = run.kind
    for gate in gates { kind = kind.setting(.peephole(gate), to: turnOn) }
    change { $0.kind = kind }
    sayWhatChanged(.peepholes(nil, peepholeSetting(isOn: turnOn)))
  }

  mutating func toggleVariant(_ number: Int) {
    let variants = run.kind.variants
    guard variants.indices.contains(number - 1) else {
      notice = .keyUnknown("\(number)")
      return
    }
    let option = variants[number - 1]
    let isOn = !run.kind.isOn(option)
    let known = Set(run.cell.graph.parameters.map(\.name))
    do throws(SwitchError) {
      let kind = try run.kind.switching(option, to: isOn)
      change { $0.kind = kind }
    } catch {
      notice = .refused(error)
      keepVariantLine(of: .option(option))
      return
    }
    let change = Change.variant(
      option, symbol: symbol(of: option), choice: choice(option, isOn: isOn))
    sayWhatChanged(change)
    if hasUntrainedWeights(beyond: known) { notice = .untrained(change) }
    keepVariantLine(of: .option(option))
  }

  /// Whether the cell has weights that its model was trained without, apart from peepholes and from
  /// those that it had before, by their names.
  private func hasUntrainedWeights(beyond known: Set<String>) -> Bool {
    run.cell.graph.parameters.contains { parameter in
      parameter.kind != .peephole && !known.contains(parameter.name)
        && model.cell.parameter(named: parameter.name) == nil
    }
  }

  mutating func togglePeephole(of gate: Role) {
    guard run.kind.peepholeGates.contains(gate) else {
      let cell = run.cell.graph.name
      let hasGate = run.cell.graph.signal(gate) != nil
      notice = .chain(hasGate ? .noPeephole(gate, cell: cell) : .noGate(gate, cell: cell))
      return
    }
    let isOn = !run.kind.isOn(.peephole(gate))
    let kind = run.kind.setting(.peephole(gate), to: isOn)
    change { $0.kind = kind }
    sayWhatChanged(.peepholes(gate, peepholeSetting(isOn: isOn)))
  }

  /// What peepholes are that were just switched.
  private func peepholeSetting(isOn: Bool) -> Change.Peephole {
    isOn ? .on(peepholeOrigin ?? .illustrative) : peepholesAreCut ? .cut : .off
  }
}
