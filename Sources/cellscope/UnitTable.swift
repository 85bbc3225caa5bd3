import CellEngine
import ModelFiles
import Training

/// Which units of a model of characters tell what, measured on the last tenth of a program's text.
struct UnitTable {
  private let findings: [RegionUnits.Finding]

  /// Measures a model on a file.
  ///
  /// - Throws: `UsageError` if the model reads words, `ModelFileError` if the file is no text.
  init(of model: SequenceModel, on path: String) throws {
    guard model.vocabulary.isOfCharacters else {
      throw UsageError(
        description: "“\(visible(model.name))” reads words; --units needs a model of characters.")
    }
    let tokens = try model.vocabulary.tokens(of: Train.content(of: path))
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
    cells.map { $0.padded(to: 12) }.joined() + "\n"
  }
}
