import ArgumentParser
import CellEngine
import CellScene
import ModelFiles

/// Writes every value of every step.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write every value of every step, with 17 digits.")

  /// How the values are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, csv
  }

  @OptionGroup var source: SourceOptions
  @Option(help: "json, or csv with one line for each number.")
  var format = Format.json

  mutating func run() throws {
    let model = try ModelLibrary.model(source.model)
    let tokens = try model.tokens(of: source.text)
    let report = TraceReport(
      model: model, tokens: tokens, run: CellScene.Run(model, as: model.kind, over: tokens))
    switch format {
    case .json: try report.writeJSON()
    case .csv: try report.writeCSV()
    }
  }
}

/// The values of a run, step by step.
private struct TraceReport {
  let model: SequenceModel
  let tokens: [Int]
  let run: CellScene.Run

  private var signals: [(name: String, signal: SignalID)] {
    run.cell.graph.signals.map { (run.names[$0], $0) }
  }

  func writeJSON() throws {
    var text = JSONText(.pretty)
    try text.object { text in
      text.key("cell")
      describeCell(&text)
      text.key("model")
      text.string(model.name)
      text.key("units")
      text.integer(run.cell.unitCount)
      text.key("inputs")
      text.integer(run.cell.inputCount)
      text.key("steps")
      try text.array { text in
        for step in tokens.indices {
          writeStep(step, &text)
          try StandardOutput.write(text.take())
        }
      }
    }
    try StandardOutput.write(text.take() + [UInt8(ascii: "\n")])
  }

  private func describeCell(_ text: inout JSONText) {
    text.object { text in
      text.key("name")
      text.string(run.cell.graph.name)
      for (key, value) in run.kind.settings.sorted(by: { $0.key < $1.key }) {
        text.key(String(key.split(separator: ".").last ?? ""))
        text.string(value)
      }
    }
  }

  private func writeStep(_ step: Int, _ text: inout JSONText) {
    text.object { text in
      text.key("t")
      text.integer(step + 1)
      text.key("word")
      text.string(model.vocabulary.words[tokens[step]])
      text.key("values")
      text.object { text in
        for (name, signal) in signals {
          text.key(name)
          text.numbers(run.trace[signal, step])
        }
      }
      text.key("prediction")
      text.object { text in
        for (word, probability) in zip(model.vocabulary.words, run.predictions[step]) {
          text.key(word)
          text.number(probability)
        }
      }
    }
  }

  func writeCSV() throws {
    try StandardOutput.write("t,word,signal,unit,value\n")
    for step in tokens.indices {
      let start = "\(step + 1),\(model.vocabulary.words[tokens[step]]),"
      var lines = ""
      for (name, signal) in signals {
        for (unit, value) in run.trace[signal, step].enumerated() {
          lines += start + "\(name),\(unit + 1),\(ModelFiles.format(value))\n"
        }
      }
      for (word, probability) in zip(model.vocabulary.words, run.predictions[step]) {
        lines += start + "prediction,\(word),\(ModelFiles.format(probability))\n"
      }
      try StandardOutput.write(lines)
    }
  }
}
