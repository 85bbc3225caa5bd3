/// What an update gate of 1 does in a cell where this one gate weighs the old against the new.
///
/// The trap of the GRU: in the lecture (and Chung et al. 2014) Γu = 1 takes the new value, in
/// PyTorch and Keras (and Cho et al. 2014) z = 1 keeps the old one.
public enum UpdateSense: Hashable, Sendable {
  /// 1 takes the new value.
  case takesNew
  /// 1 keeps the old value.
  case keepsOld
}

extension CellGraph {
  /// What the update gate's 1 does; nil where old and new have a gate each, or none.
  public var updateSense: UpdateSense? {
    guard let gate = signal(.update) else { return nil }
    let weighsBoth = readers(of: gate).contains {
      self[$0].operation == .complement(gate) && self[$0].role == nil
    }
    guard weighsBoth else { return nil }
    for other in factors(beside: gate) {
      if self[other].role == .candidate { return .takesNew }
      if other == previous(.memory) { return .keepsOld }
    }
    return nil
  }
}

extension Notation.Convention {
  /// What the update gate's 1 does where the convention comes from; nil where it has no such cell.
  public var updateSense: UpdateSense? {
    switch self {
    case .lecture, .olah: .takesNew
    case .pytorch: .keepsOld
    case .greff: nil
    }
  }
}
