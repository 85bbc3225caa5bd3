import CellEngine

extension Session {
  mutating func toggleAllPeepholes() {
    let kind = run.kind.withPeepholesToggled
    guard kind != run.kind else {
      notice = .chain(.noPeepholes(cell: run.cell.graph.name, hasOther: hasNextModel))
      return
    }
    change { $0.kind = kind }
    sayWhatChanged(.peepholes(nil, peepholeSetting(isOn: !kind.gatesWithPeephole.isEmpty)))
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
    sayWhatChanged(change, besides: known)
    keepVariantLine(of: .option(option))
  }

  /// Says what was switched, and which matrices nobody has trained.
  ///
  /// - Parameter known: the names of the weights that were there before.
  mutating func sayWhatChanged(_ change: Change, besides known: Set<String>) {
    sayWhatChanged(change)
    let absent = matricesOfZeros(besides: known)
    if !absent.isEmpty { notice = .untrained(change, weights: absent) }
  }

  /// The matrices of the present cell that its model was trained without.
  var untrainedMatrices: [String] { matricesOfZeros(besides: []) }

  /// The matrices that its model was trained without, so that all their numbers are 0, by what they
  /// are called: that of a layer which has no others, or with the units that it reads.
  ///
  /// - Parameter known: the names of those that were there before.
  private func matricesOfZeros(besides known: Set<String>) -> [String] {
    let cell = run.cell
    func isAbsent(_ place: Int) -> Bool {
      let id = ParameterID(place)
      return cell.graph.counterpart(of: id, in: model.cell.graph) == nil
        && !known.contains(cell.graph[id].name) && cell[id].allSatisfy { $0 == 0 }
    }
    let matrices = cell.graph.parameters.indices.filter {
      cell.graph.parameters[$0].kind == .weight
    }
    var names: [String] = []
    for place in matrices where isAbsent(place) {
      let target = cell.graph.parameters[place].target
      let isWhole = matrices.filter { cell.graph.parameters[$0].target == target }
        .allSatisfy(isAbsent)
      let name = notation.weight(target) + (isWhole ? "" : read(by: ParameterID(place)))
      if !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// What a matrix is multiplied by, as it stands in the equations.
  private func read(by id: ParameterID) -> String {
    for signal in run.cell.graph.signals {
      guard case .affine(let terms) = run.cell.graph[signal].operation else { continue }
      for case .matrix(id, let operand) in terms {
        let formula = text(operand).replacingSpaces
        return run.cell.graph[operand].role == nil ? "(\(formula))" : " " + formula
      }
    }
    return ""
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
