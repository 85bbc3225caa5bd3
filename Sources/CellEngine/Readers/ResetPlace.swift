/// Where the relevance gate acts in a cell where one gate weighs the old against the new.
///
/// In the lecture (and Cho et al. 2014) it acts on the state before the matrix product, in PyTorch and
/// cuDNN on what the product gives.
public enum ResetPlace: Hashable, Sendable {
  /// On the state, before the product.
  case beforeProduct
  /// On the product.
  case afterProduct
}

extension CellGraph {
  /// Where the relevance gate acts; nil where there is none, or old and new have a gate each.
  public var resetPlace: ResetPlace? {
    guard updateSense != nil, let gate = signal(.relevance) else { return nil }
    return factors(beside: gate).first.map { isGiven($0) ? .beforeProduct : .afterProduct }
  }
}

extension Notation.Convention {
  /// Where the relevance gate acts where the convention comes from; nil where it has no such cell.
  public var resetPlace: ResetPlace? {
    switch self {
    case .lecture, .olah: .beforeProduct
    case .pytorch: .afterProduct
    case .greff: nil
    }
  }
}
