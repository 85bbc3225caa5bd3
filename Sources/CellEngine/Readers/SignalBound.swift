extension CellGraph {
  /// The magnitude that no value of a signal exceeds, whatever the weights; nil if there is none.
  ///
  ///     |σ| ≤ 1,  |tanh| ≤ 1,  |a ∘ b| ≤ |a| |b|,  |1 − a| ≤ 1 where a is a gate
  ///     |Γ ∘ a + (1 − Γ) ∘ b| ≤ max(|a|, |b|)
  ///
  /// An input is taken for the one number of a word, 1, and a state has the bound of what it takes over;
  /// what is given, an edited input or a first state, may lie beyond.
  public func bound(of signal: SignalID) -> Double? {
    bound(of: signal, assuming: []).flatMap { $0 > 0 ? $0 : nil }
  }

  /// - Parameter assumed: states whose bound is asked already: what only passes them on adds nothing.
  private func bound(of signal: SignalID, assuming assumed: Set<SignalID>) -> Double? {
    switch self[signal].operation {
    case .input: return 1
    case .affine: return nil
    case .state:
      guard !assumed.contains(signal) else { return 0 }
      guard let state = state(heldBy: signal) else { return nil }
      return bound(of: state.next, assuming: assumed.union([signal]))
    case .activation(let function, _):
      let range = function.range
      let bound = max(range.lowerBound.magnitude, range.upperBound.magnitude)
      return bound.isFinite ? bound : nil
    case .complement(let operand): return isShare(operand) ? 1 : nil
    case .product(let left, let right):
      guard let first = bound(of: left, assuming: assumed),
        let second = bound(of: right, assuming: assumed)
      else { return nil }
      return first * second
    case .sum(let left, let right):
      guard let (first, second) = mixed(left, right),
        let one = bound(of: first, assuming: assumed),
        let other = bound(of: second, assuming: assumed)
      else { return nil }
      return max(one, other)
    }
  }

  /// Whether a signal runs from 0 to 1.
  private func isShare(_ signal: SignalID) -> Bool {
    switch self[signal].operation {
    case .activation(let function, _): function.range == 0...1
    case .complement(let operand): isShare(operand)
    case .input, .state, .affine, .product, .sum: false
    }
  }

  /// What two products weigh by a gate and one minus it; nil if a sum is no such mixture.
  private func mixed(_ left: SignalID, _ right: SignalID) -> (SignalID, SignalID)? {
    guard case .product(let a, let b) = self[left].operation,
      case .product(let c, let d) = self[right].operation
    else { return nil }
    let pairings = [(a, b, c, d), (a, b, d, c), (b, a, c, d), (b, a, d, c)]
    return pairings.first { gate, _, other, _ in isShare(gate) && isShare(other) && add(gate, other)
    }
    .map { ($0.1, $0.3) }
  }

  /// Whether one of two signals is one minus the other.
  private func add(_ left: SignalID, _ right: SignalID) -> Bool {
    self[left].operation == .complement(right) || self[right].operation == .complement(left)
  }
}
