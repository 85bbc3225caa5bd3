public import CellEngine

/// What the palette lists beside the keys' commands.
public enum PalettePhrase: Hashable, Sendable {
  /// A notation.
  case notation(Notation.Convention)
  /// A cell of the literature.
  case cell(CatalogueEntry)
  /// A model by its name, with its cell and how many units it has.
  case model(String, cell: String, units: Int)
  /// A model with other words, by its name.
  case modelApart(String)
  /// A word by its number, and what it is.
  case word(Int, String?)
  /// A unit by its number.
  case unit(Int)
  /// The words and the units, of which a number chooses one.
  case anyWord(of: Int)
  case anyUnit(of: Int)
  /// A marked place: its letter, the word's number and the word.
  case bookmark(Character, Int, String)
  /// The words before a number.
  case wordName, unitName
  /// Nothing is found.
  case nothing
  /// The heading, with how many are found.
  case title(Int)
}
