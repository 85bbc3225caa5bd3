import CellEngine
import CellScene
import ModelFiles
import Screen

/// What must hold for every input, besides that nothing traps; what does not hold traps.
enum Claims {
  /// What is refused is refused in one line; what is read can be written and read again.
  static func json(_ bytes: [UInt8]) {
    do {
      let value = try JSON(parsing: bytes)
      let again = try? JSON(parsing: value.text())
      precondition(again?.text() == value.text(), "written and read again it differs")
    } catch {
      check(error.description)
    }
  }

  /// A file that is read makes a model or is refused in one line.
  static func safetensors(_ bytes: [UInt8]) {
    do {
      let file = try SafetensorsFile(bytes: bytes, name: "x")
      do {
        let model = try CellModel(file, path: "x")
        precondition(!model.stack.layers.isEmpty, "a model without cells")
        read(model)
      } catch {
        check("\(error)")
      }
      _ = try SequenceModel(file, path: "x")
    } catch {
      check("\(error)")
    }
  }

  /// A model with as many words as some tensor beside its cells has rows reads them, or is refused.
  private static func read(_ model: CellModel) {
    guard let count = model.aside.lazy.compactMap(\.shape.first).first(where: { 1...64 ~= $0 })
    else {
      return
    }
    let vocabulary = Vocabulary((0..<count).map { "w\($0)" })
    do {
      for model in try model.models(reading: vocabulary, path: "x") {
        let trace = model.trace([0, count - 1])
        precondition(trace.stepCount == 2, "a step is lost")
      }
    } catch {
      check("\(error)")
    }
  }

  /// Words that are read can be seen, and nothing in them ends a word.
  static func words(_ bytes: [UInt8]) {
    do {
      let vocabulary = try Vocabulary(bytes: bytes, path: "x")
      for word in vocabulary.words {
        precondition(!word.isEmpty && !word.contains(where: \.isWhitespace), "a word with a gap")
        precondition(ModelFiles.visible(word, limit: .max) == word, "a word that cannot be seen")
      }
    } catch {
      check("\(error)")
    }
  }

  /// Numbers for a cell of two inputs and two units.
  static func sequence(_ bytes: [UInt8]) {
    do {
      _ = try SequenceInput(bytes: bytes, path: "x", for: stack)
    } catch {
      check("\(error)")
    }
  }

  private static let stack = CellStack([
    [Cell<Double>(CellKind.lstm(LSTM()).graph, inputs: 2, units: 2)]
  ])

  static func preferences(_ text: String) {
    do {
      _ = KeyMap.standard.giving(try Preferences(parsing: text).keys)
    } catch {
      check(ModelFiles.visible(error.description, limit: 400))
    }
  }

  /// Whatever came before, a key is understood after the decoder has given up waiting.
  static func keys(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    let length = max(7, bytes.count / 16)
    for part in stride(from: 0, to: bytes.count, by: length) {
      keys += decoder.decode(bytes[part..<min(part + length, bytes.count)])
    }
    precondition(keys.count <= 2 * bytes.count, "more keys than bytes")
    _ = decoder.giveUp()
    precondition(decoder.decode([0x71]) == [.character("q")], "q is not understood")
  }

  /// A line of keys: each is called by a name that is read as the same key, and what is none is quoted
  /// in one line.
  static func line(_ text: String) {
    let (keys, unknown) = KeyLine.keys(in: text)
    if let unknown {
      precondition(keys.isEmpty, "keys beside a word that is none")
      check(ModelFiles.visible(unknown, limit: 100))
    }
    for key in keys {
      precondition(Key(named: key.name) == key, "the name \(key.name) is another key")
    }
  }

  /// Two lines of keys, as the linear mode takes them: the first is pressed and drawn, then the second.
  static func transcript(_ text: String) {
    var session = session
    for line in text.split(separator: "\n").prefix(2) {
      let (keys, unknown) = KeyLine.keys(in: String(line), for: session)
      if let unknown { check(ModelFiles.visible(unknown, limit: 100)) }
      for key in keys.prefix(24) {
        if session.handle(key) == .quit { return }
      }
      let canvas = Scene(session, size: Size(columns: 80, rows: 24)).canvas()
      precondition(canvas.lines.count == 24, "a screen of \(canvas.lines.count) rows")
      for line in canvas.lines { check(line) }
    }
  }

  /// A small model on a sentence of two words.
  private static let session: Session = {
    let words = Vocabulary(["the", "cats", "were"])
    var model = SequenceModel(
      name: "fuzz", kind: .lstm(LSTM(peepholes: [.forget])), units: 2, vocabulary: words)
    for index in model.cell.parameters.indices {
      model.cell.parameters[index] = Double(index % 7) / 4 - 0.75
    }
    return Session(model: model, tokens: [0, 1])
  }()

  static func visible(_ text: String) { check(ModelFiles.visible(text, limit: 200)) }

  /// What is written on a canvas cannot get out of its row or move anything.
  static func canvas(_ text: String) {
    var canvas = Canvas(size: Size(columns: 20, rows: 3))
    canvas.write(text, at: Point(text.utf8.count % 25 - 3, 1))
    for (row, line) in canvas.lines.enumerated() {
      check(line)
      precondition(line.columns <= 20 && (row == 1 || line.isEmpty), "row \(row): \(line)")
    }
  }

  /// One line in which a terminal finds nothing but characters.
  private static func check(_ line: String) {
    for scalar in line.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      precondition(!isControl, "a control character in \(line.debugDescription)")
    }
  }
}
