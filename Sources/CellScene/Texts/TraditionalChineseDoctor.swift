/// The program's surroundings.
extension TraditionalChinese {
  static func text(_ phrase: DoctorPhrase) -> String {
    switch phrase {
    case .name(let fact): name(fact)
    case .unknown: "不明"
    case .noTerminal: "沒有：標準輸出是檔案"
    case .asciiAndHan: "ASCII 和漢字"
    case .noHome: "沒有：沒有設定 HOME"
    case .noSuchFile(let path): "\(path)（沒有這個檔案）"
    case .pressKeys: "請按任意鍵；q 結束。"
    }
  }

  private static func name(_ fact: DoctorPhrase.Fact) -> String {
    switch fact {
    case .version: "版本"
    case .terminal: "終端機"
    case .colours: "顏色"
    case .characters: "字元"
    case .size: "大小"
    case .preferences: "偏好設定"
    }
  }
}
