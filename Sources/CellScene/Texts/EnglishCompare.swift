import CellEngine

extension English {
  static func text(_ phrase: ComparePhrase) -> String {
    switch phrase {
    case .side(let isOther, let cell, let model, let remark, let unit):
      text(.letter(isOther: isOther)) + "  \(cell), \(remark.map(text) ?? model), unit \(unit)"
    case .letter(let isOther): isOther ? "B" : "A"
    case .difference: "B − A"
    case .weights: "parameters of the cell"
    case .multiplications: "products a time step"
    case .stepTime: "a time step takes"
    case .accuracy: "right verbs"
    case .role(let role): name(role)
    case .output: "output"
    case .mostShown: "shows most"
    case .nextWord(let piece): "next \(name(piece))"
    case .share(let share): text(share: share)
    case .seconds(let seconds): text(seconds: seconds)
    case .ratio(let ratio): "× " + Figure.text(ratio)
    case .notMeasured(let keys): "\(key(.compare(.measure), keys)) measures it"
    case .accuracyUnknown: "not measured"
    case .tie(_, _, isThere: false, let piece):
      "B does not have this \(name(piece)); it stands after the \(name(piece)) before."
    case .tie(let isSameModel, let unit, isThere: true, _):
      "B has computed what A has, where it has the same signals; "
        + (isSameModel ? "its unit is the same." : "it shows its unit \(unit).")
    }
  }

  static func shortText(_ phrase: ComparePhrase) -> String {
    switch phrase {
    case .side(let isOther, let cell, let model, let remark, _):
      text(.letter(isOther: isOther)) + "  "
        + (remark.map(shortText) ?? ComparePhrase.name(of: model, cell))
    case .weights: "parameters"
    case .multiplications: "products"
    case .stepTime: "time"
    case .accuracy: "right"
    case .notMeasured(let keys): "\(key(.compare(.measure), keys)): time"
    case .tie: "B has computed what A has, where it has the same signals."
    case .letter, .difference, .role, .nextWord, .output, .mostShown, .share, .seconds, .ratio,
      .accuracyUnknown:
      text(phrase)
    }
  }

  private static func text(_ remark: ComparePhrase.Remark) -> String {
    switch remark {
    case .peepholes(nil): "peepholes off"
    case .peepholes(.trained): "peepholes on"
    case .peepholes(.illustrative), .peepholes(.mixed): "peepholes on, made up"
    case .variant(.coupled, _, .symbols): "coupled gates"
    case .variant(.coupled, _, .phrase): "separate gates"
    case .variant(let option, let symbol, let choice): side(option, symbol, choice)
    case .edited: "edited"
    case .original: "original"
    case .now: "now"
    case .before: "before"
    }
  }

  /// A percentage that is 100 only where nothing is missing.
  private static func text(share: Double) -> String {
    share < 1 && share >= 0.995 ? Figure.text(share * 100, 2) + "%" : Figure.percent(share)
  }

  private static func text(seconds: Double) -> String {
    let units = [(1.0, "s"), (1e-3, "ms"), (1e-6, "µs")]
    let (size, unit) = units.first { seconds >= $0.0 } ?? (1e-9, "ns")
    let number = seconds / size
    return Figure.text(number, number < 10 ? 2 : number < 100 ? 1 : 0) + " " + unit
  }

  static func text(_ notice: CompareNotice, _ keys: KeyMap) -> String {
    switch notice {
    case .comparing(let rival, let cell, let model):
      "B is \(text(rival, cell, model)); \(key(.compare(.nextRival), keys)) compares with another, "
        + "\(key(.compare(.measure), keys)) measures."
    case .comparingVariant(let option, let symbol, let choice):
      "B is this cell, but \(side(option, symbol, choice)); "
        + "\(key(.compare(.nextRival), keys)) compares with another, \(key(.compare(.measure), keys)) measures."
    case .nothing: "There is nothing to compare this cell with yet."
    case .measuredThere:
      "\(key(.compare(.measure), keys)) measures where two cells are compared; \(key(.compare(.toggle), keys)) opens that."
    case .measured: "A time step was measured here and now, in turns."
    }
  }

  static func shortText(_ notice: CompareNotice, _ keys: KeyMap) -> String {
    switch notice {
    case .comparing(let rival, let cell, let model):
      "B is \(text(rival, cell, model)); \(key(.compare(.nextRival), keys)): another."
    case .comparingVariant(let option, let symbol, let choice):
      "B is this cell, but \(side(option, symbol, choice)); \(key(.compare(.nextRival), keys)): another."
    case .nothing: "There is nothing to compare with yet."
    case .measuredThere: text(notice, keys)
    case .measured: "Measured here and now, in turns."
    }
  }

  private static func shortText(_ remark: ComparePhrase.Remark) -> String {
    switch remark {
    case .peepholes(.illustrative), .peepholes(.mixed): "on, made up"
    case _: text(remark)
    }
  }

  private static func text(_ rival: Rival, _ cell: String, _ model: String) -> String {
    switch rival {
    case .model: "\(cell) “\(model)”"
    case .peepholes: "this cell with its peepholes switched"
    case .variant: "this cell with a switch the other way"
    case .original: "the original"
    case .lastChange: "as before the last change"
    }
  }
}

extension English {
  /// What the command does, for the help.
  static func text(_ command: CompareCommand) -> String {
    switch command {
    case .toggle: "compare two cells"
    case .nextRival: "compare with another"
    case .measure: "measure a time step"
    }
  }

  /// One word for the footer.
  static func footer(_ command: CompareCommand) -> String {
    switch command {
    case .toggle: "compare"
    case .nextRival: "other"
    case .measure: "measure"
    }
  }
}
