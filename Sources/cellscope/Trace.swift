import ArgumentParser
import CellEngine
import CellScene
import ModelFiles

/// Writes every value of every step.
struct Trace: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write every value of every step, to the last bit.",
    discussion: """
      With --input, the cell runs over the numbers of a JSON file instead of words: x [T][I], and if \
      wanted a0, c0 [H], da [T][H], daT and dcT [H], the slopes of \
      loss = Σ da·a + Σ daT·a<T> + Σ dcT·c<T>.
      """)

  /// How the values are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case json, csv
  }

  @OptionGroup var source: SourceOptions
  @Option(help: "json, or csv with one line for each number.")
  var format = Format.json
  @Option(
    help: ArgumentHelp("Numbers in place of words; - reads standard input.", valueName: "X.json"),
    completion: .file(extensions: ["json"]))
  var input: String?
  @Flag(help: "With --input: write the loss and its gradients too.")
  var gradients = false

  mutating func validate() throws {
    guard input != nil || !gradients else {
      throw ValidationError("--gradients needs --input, which holds the slopes of the loss.")
    }
    guard input == nil || source.text == nil && source.words == nil else {
      throw ValidationError("Give either words or --input, not both.")
    }
    guard format == .json || !gradients else {
      throw ValidationError("Gradients are written as JSON only.")
    }
  }

  mutating func run() throws {
    if let input { return try trace(input) }
    let opened = try source.source.opened()
    let (model, tokens) = (opened.model, opened.tokens)
    let report = TraceReport(
      model: model, tokens: tokens, run: CellScene.Run(model, as: model.kind, over: tokens))
    switch format {
    case .json: try report.writeJSON()
    case .csv: try report.writeCSV()
    }
  }

  private func trace(_ input: String) throws {
    let model = try ModelLibrary.cellModel(source.model)
    let sequence = try SequenceInput(path: input, for: model.stack)
    let report = SequenceReport(model, sequence, withGradients: gradients)
    switch format {
    case .json: try report.writeJSON()
    case .csv: try report.writeCSV()
    }
  }
}

extension JSONText {
  /// Writes what a cell is: its name and its settings.
  mutating func describe(_ kind: CellKind) {
    object { text in
      text.key("name")
      text.string(kind.graph.name)
      for (key, value) in kind.settings.sorted(by: { $0.key < $1.key }) {
        text.key(String(key.split(separator: ".").last ?? ""))
        text.string(value)
      }
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
      text.describe(run.kind)
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
      guard model.predicts else { return }
      text.key("prediction")
      text.object { text in
        for (word, probability) in zip(model.vocabulary.words, run.outputs[step]) {
          text.key(word)
          text.number(probability)
        }
      }
    }
  }

  func writeCSV() throws {
    try StandardOutput.write("t,word,signal,unit,value\n")
    for step in tokens.indices {
      let start = "\(step + 1),\(csvField(model.vocabulary.words[tokens[step]])),"
      var lines = ""
      for (name, signal) in signals {
        for (unit, value) in run.trace[signal, step].enumerated() {
          lines += start + "\(name),\(unit + 1),\(ModelFiles.format(value))\n"
        }
      }
      let predicted = model.predicts ? run.outputs[step] : []
      for (word, probability) in zip(model.vocabulary.words, predicted) {
        lines += start + "prediction,\(csvField(word)),\(ModelFiles.format(probability))\n"
      }
      try StandardOutput.write(lines)
    }
  }
}
