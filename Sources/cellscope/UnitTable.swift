import CellEngine
import ModelFiles
import Training

/// Which units of a model of characters tell what, measured on the last tenth of a program's text.
struct UnitTable {
  private let findings: [RegionUnits.Finding]
  /// The fewest characters of a text: a tenth of them is what is measured.
  static let shortestText = 5000

  /// Measures a model on a file.
  ///
  /// - Throws: `UsageError` if the model reads words, `ModelFileError` if the file is no text or too short.
  init(of model: SequenceModel, on path: String) throws {
    guard model.vocabulary.isOfCharacters else {
      throw UsageError(
        description: "“\(visible(model.name))” reads words; --units needs a model of characters.")
    }
    let tokens = try model.vocabulary.tokens(of: Train.content(of: path))
    guard tokens.count >= Self.shortestText else {
      throw ModelFileError(
        file: path, reason: .model,
        explanation: "it has \(counted(tokens.count, "character")), of which a tenth is measured, "
          + "but that says something from \(Self.shortestText) characters on")
    }
    findings = RegionUnits(of: model, in: tokens).findings
  }

  /// The table, a line for each region.
  var text: String {
    let rows = findings.map { finding in
      let score = finding.score
      return [
        finding.region.rawValue, Figure.percent(finding.share), "\(score.unit + 1)",
        Figure.text(score.separation), Figure.text(finding.area), Figure.text(score.markedMean),
        Figure.text(score.otherMean),
      ]
    }
    let title = ["region", "share", "unit", "separation", "area", "inside", "elsewhere"]
    return ([title] + rows).map(line).joined()
  }

  private func line(_ cells: [String]) -> String {
    cells.dropLast().map { $0.padded(to: 12) }.joined() + cells[cells.count - 1] + "\n"
  }
}
