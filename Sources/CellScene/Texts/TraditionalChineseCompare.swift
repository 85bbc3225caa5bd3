import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: ComparePhrase) -> String {
    switch phrase {
    case .side(let isOther, let cell, let model, let remark, let unit):
      text(.letter(isOther: isOther)) + "  \(cell)，\(remark.map(text) ?? model)，單元 \(unit)"
    case .letter(let isOther): isOther ? "B" : "A"
    case .difference: "B − A"
    case .weights: "細胞的參數數量"
    case .multiplications: "每個時序的乘法次數"
    case .stepTime: "每個時序的時間"
    case .accuracy: "動詞正確率"
    case .role(let role): name(role)
    case .output: "輸出"
    case .mostShown: "顯示最大"
    case .nextWord(let piece): "下一個\(name(piece))"
    case .share, .seconds, .ratio: English.text(phrase)
    case .notMeasured(let keys): "\(key(.compare(.measure), keys)) 測量"
    case .accuracyUnknown: "沒有量過"
    case .tie(_, _, isThere: false, let piece):
      "B 沒有這個\(name(piece))；它停在前一個\(name(piece))之後。"
    case .tie(let isSameModel, let unit, isThere: true, _):
      "A 算到哪裡，B 就算到哪裡（兩邊都有的訊號）；"
        + (isSameModel ? "兩邊看同一個單元。" : "B 看單元 \(unit)。")
    }
  }

  static func shortText(_ phrase: ComparePhrase) -> String {
    switch phrase {
    case .side(let isOther, let cell, let model, let remark, _):
      text(.letter(isOther: isOther)) + "  "
        + (remark.map(text) ?? ComparePhrase.name(of: model, cell))
    case .weights: "參數"
    case .multiplications: "乘法"
    case .stepTime: "時間"
    case .accuracy: "正確"
    case .notMeasured(let keys): "\(key(.compare(.measure), keys)) 測量"
    case .tie: "A 算到哪裡，B 就算到哪裡。"
    case .letter, .difference, .role, .nextWord, .output, .mostShown, .share, .seconds, .ratio,
      .accuracyUnknown:
      text(phrase)
    }
  }

  private static func text(_ remark: ComparePhrase.Remark) -> String {
    switch remark {
    case .peepholes(nil): "窺視孔關"
    case .peepholes(.trained): "窺視孔開"
    case .peepholes(.illustrative), .peepholes(.mixed): "窺視孔開 (示範)"
    case .variant(.coupled, _, .symbols): "門閘耦合"
    case .variant(.coupled, _, .phrase): "門閘分開"
    case .variant(let option, let symbol, let choice): side(option, symbol, choice)
    case .edited: "改過的"
    case .original: "原來的"
    case .now: "現在"
    case .before: "之前"
    }
  }

  static func text(_ notice: CompareNotice, _ keys: KeyMap) -> String {
    switch notice {
    case .comparing(let rival, let cell, let model):
      "B 是\(text(rival, cell, model))；\(key(.compare(.nextRival), keys)) 換一個比，"
        + "\(key(.compare(.measure), keys)) 測量。"
    case .comparingVariant(let option, let symbol, let choice):
      "B 是同一個細胞，但\(side(option, symbol, choice))；\(key(.compare(.nextRival), keys)) 換一個比，"
        + "\(key(.compare(.measure), keys)) 測量。"
    case .nothing: "還沒有可以拿來比較的。"
    case .measuredThere:
      "\(key(.compare(.measure), keys)) 在比較兩個細胞的畫面裡測量；\(key(.compare(.toggle), keys)) 打開它。"
    case .measured: "剛剛在這裡輪流測量了一個時序的時間。"
    }
  }

  static func shortText(_ notice: CompareNotice, _ keys: KeyMap) -> String {
    switch notice {
    case .comparing(let rival, let cell, let model):
      "B 是\(text(rival, cell, model))；\(key(.compare(.nextRival), keys)) 換一個。"
    case .comparingVariant(let option, let symbol, let choice):
      "B 是同一個細胞，但\(side(option, symbol, choice))；\(key(.compare(.nextRival), keys)) 換一個。"
    case .nothing: "還沒有可以比較的。"
    case .measuredThere: text(notice, keys)
    case .measured: "剛剛在這裡輪流測量。"
    }
  }

  private static func text(_ rival: Rival, _ cell: String, _ model: String) -> String {
    switch rival {
    case .model: " \(cell)「\(model)」"
    case .peepholes: "同一個細胞，窺視孔的開關相反"
    case .variant: "同一個細胞，一個開關相反"
    case .original: "原來的"
    case .lastChange: "上一個更動之前"
    }
  }

  /// What the command does, for the help.
  static func text(_ command: CompareCommand) -> String {
    switch command {
    case .toggle: "比較兩個細胞"
    case .nextRival: "換一個來比較"
    case .measure: "測量一個時序"
    }
  }

  /// One word for the footer.
  static func footer(_ command: CompareCommand) -> String {
    switch command {
    case .toggle: "比較"
    case .nextRival: "換一個"
    case .measure: "測量"
    }
  }
}
