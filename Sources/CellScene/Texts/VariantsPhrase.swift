public import CellEngine

/// What the variants' pop-up says beside the switches.
public enum VariantsPhrase: Hashable, Sendable {
  /// The notation's line.
  case notation
  /// The notation's name.
  case convention(Notation.Convention)
  /// What a cell of the literature is called.
  case name(CatalogueEntry)
  /// Where a cell comes from.
  case source(CatalogueEntry)
  /// Lines above or below those that are shown.
  case more(Int)
}
