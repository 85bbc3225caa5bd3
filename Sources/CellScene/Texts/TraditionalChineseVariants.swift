import CellEngine

/// The switches of the cell, their sources, and why one is refused.
extension TraditionalChinese {
  /// The start of a line whose end is a choice: “Γf 是” “1 − Γu”.
  static func variant(_ option: CellSwitch, _ symbol: String) -> String {
    switch option {
    case .peephole: "\(symbol) 的窺視孔"
    case .outputReadsNewMemory: "\(symbol) 的窺視孔讀"
    case .memoryPassesTanh: "\(symbol) ="
    case .candidatePassesTanh, .relu: "\(symbol) 的函數"
    case .relevanceGate, .missing: symbol
    case .coupled: "\(symbol) 是"
    case .gateRecurrence: "門閘"
    case .lateReset: "\(symbol) 作用在"
    case .updateKeepsOld: "\(symbol) = 1"
    }
  }

  /// What a switch's side makes of the cell, as the answer to a key.
  static func answer(_ option: CellSwitch, _ symbol: String, _ choice: Choice) -> String {
    "現在" + side(option, symbol, choice)
  }

  /// What a switch's side makes of the cell, inside a sentence: “ Γf = 1 − Γu”.
  static func side(_ option: CellSwitch, _ symbol: String, _ choice: Choice) -> String {
    switch choice {
    case .symbols(let symbols): side(option, symbol, symbols: symbols)
    case .phrase(.on): "用上了 \(symbol)"
    case .phrase(.off): "不再用 \(symbol)"
    case .phrase(.ownGate): " \(symbol) 是獨立的門閘"
    case .phrase(.leftOut): "省略了 \(symbol)"
    case .phrase(.noFunction): " \(symbol) 不再經過函數"
    case .phrase(.notTheGates): "門閘不再讀別的門閘"
    case .phrase(.theLastGates): "門閘也讀上一個時序的門閘"
    case .phrase(.beforeTheProduct): " \(symbol) 在乘積之前作用"
    case .phrase(.afterTheProduct): " \(symbol) 在乘積之後才作用"
    case .phrase(.takesTheNew): " \(symbol) = 1 時採用新值"
    case .phrase(.keepsTheOld): " \(symbol) = 1 時保留舊值"
    }
  }

  /// The side where it is told in symbols.
  private static func side(_ option: CellSwitch, _ symbol: String, symbols: String) -> String {
    switch option {
    case .outputReadsNewMemory: " \(symbol) 的窺視孔讀 \(symbols)"
    case .candidatePassesTanh, .relu: " \(symbol) 經過 \(symbols)"
    case .memoryPassesTanh, .coupled, .peephole, .relevanceGate, .missing, .gateRecurrence,
      .lateReset, .updateKeepsOld:
      " \(symbol) = \(symbols)"
    }
  }

  /// Where a switch comes from, in a few characters.
  static func variantSource(_ option: CellSwitch) -> String {
    switch option {
    case .outputReadsNewMemory: "新的：Gers 2000、Olah 2015"
    case .memoryPassesTanh: "課堂的圖有 tanh"
    case .candidatePassesTanh: "沒有：Greff 2017"
    case .relevanceGate: "Cho 2014、課堂"
    case .lateReset: "之後：cuDNN 2014、PyTorch"
    case .updateKeepsOld: "保留：Cho 2014、PyTorch"
    case .relu: "relu：Le 2015"
    case .peephole, .coupled, .missing, .gateRecurrence: English.variantSource(option)
    }
  }

  /// What a switch changes when it is on.
  static func purpose(_ option: CellSwitch) -> String {
    switch option {
    case .peephole: "門閘也看得到記憶細胞，每個單元只看自己的元素。"
    case .outputReadsNewMemory: "輸出門閘的窺視孔看的是剛算好的記憶細胞。"
    case .memoryPassesTanh: "細胞輸出的記憶先經過壓縮。"
    case .candidatePassesTanh: "可能寫入的值先經過壓縮，記憶才會一小步一小步地增加。"
    case .relevanceGate: "一個門閘決定候選數值要參考上一個時序多少。"
    case .coupled(.update): "忘掉多少，就納入多少。"
    case .coupled: "納入多少，就忘掉多少，像 GRU 一樣。"
    case .missing(.forget): "什麼都不會忘：記憶只會一直加上去。"
    case .missing(.update): "每個候選數值都會進到記憶裡。"
    case .missing: "整個記憶永遠都輸出。"
    case .gateRecurrence: "每個門閘都讀上一個時序的所有門閘，和 1997 年的論文一樣。"
    case .lateReset: "相關門閘在矩陣乘積之後才作用，所有乘積因此可以合成一個。"
    case .updateKeepsOld: "更新門閘打開時保留舊值，而不是採用新值。"
    case .relu: "這個函數不會飽和，但輸出值可能無限增大。"
    }
  }

  static func text(_ word: Choice.Word) -> String {
    switch word {
    case .on: "開"
    case .off: "關"
    case .ownGate: "獨立的門閘"
    case .leftOut: "省略"
    case .noFunction: "沒有"
    case .notTheGates: "不讀別的門閘"
    case .theLastGates: "也讀上一個時序的門閘"
    case .beforeTheProduct: "乘積之前"
    case .afterTheProduct: "乘積之後"
    case .takesTheNew: "採用新值"
    case .keepsTheOld: "保留舊值"
    }
  }

  /// Why a switch is refused, short enough for the line below the picture.
  static func shortText(_ error: SwitchError) -> String {
    switch error {
    case .notAGate(let role): "\(name(role))沒有這個開關。"
    case .outputCannotBeCoupled: "輸出門閘不能和別的耦合。"
    case .coupledToNothing(let gate, let missing) where gate == missing:
      "\(name(gate))省略了，不能耦合。"
    case .coupledToNothing(let gate, let missing): "\(name(gate))和\(name(missing))耦合在一起。"
    case .peepholeWithoutWeights(let gate): "請先關掉\(name(gate))的窺視孔。"
    case .noOutputGate: "沒有輸出門閘：它的窺視孔什麼也讀不到。"
    case .noGateToRead: "沒有帶權重的門閘：讀不到上一個時序的門閘。"
    case .coupledBothWays: "請先分開另一個門閘。"
    case .nothingToReset: "這需要相關門閘，而且在乘積之前。"
    case .otherCell: "這個細胞沒有這個開關。"
    }
  }
}
