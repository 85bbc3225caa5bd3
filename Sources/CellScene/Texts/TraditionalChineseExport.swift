/// The screen in a file.
extension TraditionalChinese {
  static func text(_ phrase: ExportPhrase) -> String {
    switch phrase {
    case .title: "把這個畫面存成檔案"
    case .format(.text): "txt：只有文字"
    case .format(.ansi): "ansi：有顏色，給 less -R 看"
    case .format(.svg): "svg：圖片，放進投影片"
    case .format(.json): "json：每一行的文字、顏色意義和底色"
    }
  }

  static func text(_ notice: ExportNotice) -> String {
    switch notice {
    case .saved(let name): "這個畫面存到 \(name) 了。"
    case .failed(let reason): "沒有存檔：\(reason)"
    case .namesTaken(let last): "沒有存檔：到 \(last) 為止的檔名都用掉了。"
    }
  }

  static func text(_ command: ExportCommand) -> String {
    switch command {
    case .open: "存下這個畫面"
    case .save(let format): "存成 " + format.rawValue
    }
  }

  static func footer(_ command: ExportCommand) -> String {
    switch command {
    case .open: "關閉"
    case .save(let format): format.rawValue
    }
  }
}
