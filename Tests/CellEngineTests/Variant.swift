import CellEngine

extension CatalogueEntry {
  /// `lstm`, `gru` or `rnn`.
  var family: String { String(id.prefix { $0 != "_" }) }

  /// The 25 variants that `Fixtures/variants` has numbers for.
  static let variants = all.filter { !$0.id.hasSuffix("_lecture") }
}
