public import CellEngine

/// What can be asked in the variants' pop-up.
public enum VariantsCommand: Hashable, Sendable {
  /// The next and the previous line.
  case next, previous
  /// Switches what the line is about, or takes the cell that it names.
  case perform
  /// From the switches to the cells by name, and back.
  case otherPart
}

/// A line of the variants' pop-up.
public enum VariantLine: Hashable, Sendable {
  /// A switch of the cell.
  case option(CellSwitch)
  /// How signals are written.
  case notation
  /// A cell of the literature.
  case cell(CatalogueEntry)

  /// What the line's own key asks for; nil if it has none.
  ///
  /// - Parameter place: the line's place in the pop-up, from 0.
  func command(at place: Int) -> Command? {
    switch self {
    case .option: .toggleVariant(place + 1)
    case .notation: .notation(.next)
    case .cell: nil
    }
  }
}

extension Session {
  /// The lines of the variants' pop-up: switches, the notation, cells by name.
  public var variantLines: [VariantLine] {
    run.kind.variants.map(VariantLine.option) + [.notation] + namedCells.map(VariantLine.cell)
  }

  /// The cells of the catalogue that can be drawn and for which there is a model of the family.
  var namedCells: [CatalogueEntry] {
    let families = Set(models.map(\.kind.family))
    return CatalogueEntry.drawn.filter { families.contains($0.kind.family) }
  }

  mutating func perform(variants command: VariantsCommand) {
    guard case .variants(let line) = popup else { return }
    let lines = variantLines
    let steps = count ?? 1
    switch command {
    case .next: popup = .variants(line: (line + steps).wrapped(in: lines.count))
    case .previous: popup = .variants(line: (line - steps).wrapped(in: lines.count))
    case .perform: perform(lines[line], at: line)
    case .otherPart:
      let first = lines.count - namedCells.count
      popup = .variants(line: line < first && first < lines.count ? first : 0)
    }
  }

  private mutating func perform(_ line: VariantLine, at place: Int) {
    switch line {
    case .option: toggleVariant(place + 1)
    case .notation: perform(notation: .next)
    case .cell(let entry): take(entry)
    }
  }

  /// Takes a cell of the literature, with the model of its family.
  mutating func take(_ entry: CatalogueEntry) {
    let family = entry.kind.family
    let others = models.indices.first {
      models[$0].kind.family == family && !reads($0, againstTheOrderOf: experiment.model)
    }
    let isSame = model.kind.family == family
    guard let place = isSame ? experiment.model : others else {
      notice = .onlyOneModel
      return
    }
    let known = isSame ? Set(run.cell.graph.parameters.map(\.name)) : []
    let leavesEdits = place != experiment.model && !experiment.edits.isEmpty
    let isChanged = change {
      $0.kind = entry.kind
      guard place != $0.model else { return }
      $0.model = place
      $0.edits = Edits()
    }
    guard isChanged else {
      notice = .edit(.unchanged)
      return
    }
    sayWhatChanged(.cell(entry), besides: known)
    if leavesEdits { notice = .editsLeft(model.name, cell: run.cell.graph.name) }
    keepVariantLine(of: .cell(entry))
  }

  /// The pop-up's chosen line stays the same one when the cell has other switches now.
  mutating func keepVariantLine(of wanted: VariantLine) {
    guard case .variants(let line) = popup else { return }
    let lines = variantLines
    popup = .variants(line: lines.firstIndex(of: wanted) ?? min(line, lines.count - 1))
  }
}

extension CatalogueEntry {
  /// The cells that the screen can draw.
  ///
  /// With every setting of their switches: that is for the tests to find out, since it takes a second.
  static let drawn = all.filter { Diagram.canDraw($0.graph) }
}
