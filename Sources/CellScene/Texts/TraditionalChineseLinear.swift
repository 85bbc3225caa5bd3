import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: LinearPhrase) -> String {
    switch phrase {
    case .invitation:
      "Enter 前進一個步驟。也可以打按鍵的名字再按 Enter，例如 L 或 3 Space；? 列出按鍵，"
        + "screen 印出整個畫面的文字，q 離開。"
    case .place(let piece, let word, let number, let count, let step, let steps):
      "第 \(number) 個\(name(piece))，共 \(count) 個，\(word)，步驟 \(step)，共 \(steps) 步："
    case .unit(let unit, let count): "單元 \(unit)，共 \(count) 個。"
    case .lesson(let number, let step, let count, let keys, let sentence):
      "第 \(number) 課，第 \(step) 步，共 \(count) 步（\(keys)）：\(sentence)"
    case .titled(let title, let text): "\(title)：\(text)"
    case .listed(let texts): texts.joined(separator: "，")
    case .changed(let change, let differing, let piece):
      "\(text(change, piece))；\(list(differing)) 不同了。"
    case .waits: "這裡不會自己往前；Space 前打數字可以走很多步：9 Space。"
    case .typing:
      "打字時，不是按鍵名字的詞就是它的字母；以 : 或 / 開頭的一行到行尾就執行，其他文字按 Enter 才執行。"
    case .noKey(let word): "沒有叫 \(word) 的按鍵；? 列出所有按鍵。"
    }
  }
}
