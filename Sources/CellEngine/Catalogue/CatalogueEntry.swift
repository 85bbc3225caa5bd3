/// A cell of the literature under its name.
public struct CatalogueEntry: Hashable, Sendable, Identifiable {
  /// The name in fixtures and tests, such as `lstm_V`.
  public let id: String
  /// What people call it.
  public let name: String
  /// When it was published.
  public let year: Int
  /// Where it was published.
  public let paper: String
  /// What it is for, in one sentence.
  public let purpose: String
  /// The cell.
  public let kind: CellKind
  /// The cell's description, made once.
  public let graph: CellGraph

  /// Makes an entry.
  public init(
    _ id: String, _ name: String, _ year: Int, _ paper: String, _ kind: CellKind,
    purpose: String
  ) {
    (self.id, self.name, self.year, self.paper) = (id, name, year, paper)
    (self.kind, graph, self.purpose) = (kind, kind.graph, purpose)
  }

  /// The entry with an id, or with the name that people call it.
  public static func named(_ name: String) -> CatalogueEntry? {
    all.first { $0.id == name } ?? all.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The whole catalogue: the lecture's cells, the LSTMs, the GRUs and the plain networks.
  public static let all = lectureCells + studyCells + historicCells + gatedUnits + plainNetworks
}

extension CellKind {
  /// An LSTM with some switches set.
  static func lstm(_ change: (inout LSTM) -> Void) -> CellKind {
    var lstm = LSTM()
    change(&lstm)
    return .lstm(lstm)
  }

  /// The vanilla LSTM with some switches set: all peepholes, the output gate's on c<t>.
  static func vanilla(_ change: (inout LSTM) -> Void = { _ in }) -> CellKind {
    var lstm = LSTM(peepholes: Set(LSTM.gates), outputReadsNewMemory: true)
    change(&lstm)
    return .lstm(lstm)
  }
}
