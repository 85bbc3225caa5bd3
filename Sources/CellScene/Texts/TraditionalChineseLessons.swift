/// The lecture's claims.
extension TraditionalChinese {
  static func text(_ phrase: LessonPhrase) -> String {
    switch phrase {
    case .title: "課程：課堂上說的，一步一步展示"
    case .numbers: "打數字選課"
    case .name(let lesson, let n): lessons[lesson](n).name
    case .step(let lesson, let step, let n): lessons[lesson](n).steps[step]
    case .found(let lesson, let n): "第 \(lesson + 1) 課：\(lessons[lesson](n).name)"
    }
  }

  /// What each lesson is about and what its steps show.
  private static let lessons: [@Sendable (LessonSymbols) -> LessonTexts] = [
    { n in
      LessonTexts(
        "GRU 有兩個門閘，\(n.activation) 就是 \(n.memory)",
        "GRU 有兩個門閘 \(n.relevance) 和 \(n.update)，狀態只有一個。",
        "\(n.relevance)：候選數值看得到多少 \(n.lastMemory)。",
        "\(n.update)：放進多少候選數值。",
        "候選數值和 \(n.lastMemory) 混合成 \(n.memory)，也就是 \(n.activation)。",
        "\(n.update) = 1：候選數值取代 \(n.lastMemory)。",
        "\(n.update) = 0：\(n.lastMemory) 原封不動。")
    },
    { n in
      LessonTexts(
        "LSTM：門閘讀 \(n.lastActivation) 和 \(n.input)，\(n.activation) 不是 \(n.memory)",
        "LSTM 有兩條線：上面是 \(n.memory)，下面是 \(n.activation)。",
        "\(n.forget) 讀 \(n.lastActivation) 和 \(n.input)，其他各層也是。",
        "\(n.activation) 不是 \(n.memory)：\(n.output) 決定露出多少。",
        "旁邊是 GRU，它的 \(n.activation) 就是 \(n.memory)。")
    },
    { n in
      LessonTexts(
        "相關門閘 \(n.relevance) 不見了，也可以放回來",
        "GRU 有相關門閘 \(n.relevance)。",
        "LSTM 沒有。",
        "變體裡的一個開關把它放回來。",
        "它的權重是 0：訓練時沒有它。")
    },
    { n in
      LessonTexts(
        "用兩個門閘 \(n.update) 和 \(n.forget)，不用 \(n.update) 和 1 − \(n.update)",
        "\(n.forget) 和 \(n.update) 是兩個門閘，各有權重。",
        "所以 \(n.memory) 可以留住舊值，又加上新值。",
        "B 的新值和舊值共用一個門閘：它的 \(n.forget) 是 1 − \(n.update)。",
        "A 全部留住；B 放進多少，就得放掉多少。")
    },
    { n in
      LessonTexts(
        "∘ 是逐元素乘積：單元只和自己相乘",
        "∘ 一個單元一個單元相乘：單元 8 乘單元 8。",
        "它有兩個因子，都屬於這個單元。",
        "別的單元有自己的因子。")
    },
    { n in
      LessonTexts(
        "\(n.activation) 是 \(n.output) ∘ \(n.tanhOfMemory)，口頭上說 \(n.output) ∘ \(n.memory)",
        "圖裡 \(n.activation) 是 \(n.output) ∘ \(n.tanhOfMemory)。",
        "口頭上說的：\(n.output) ∘ \(n.memory)，沒有 tanh。",
        "改回來：tanh 又在了。")
    },
    { n in
      LessonTexts(
        "這張圖，從輸入到預測",
        "一個詞和上一個時序的兩個狀態進來。",
        "遺忘門閘：舊值留住多少？",
        "更新門閘：新值放進多少？",
        "候選數值：可以寫進什麼？",
        "\(n.forget) 乘 \(n.lastMemory)：舊值剩下的。",
        "\(n.update) 乘 \(n.candidate)：新的部分。",
        "兩者相加是新的記憶 \(n.memory)。",
        "輸出門閘：露出多少？",
        "tanh 把 \(n.memory) 壓到 −1 和 1 之間。",
        "\(n.output) 乘它，就是輸出值 \(n.activation)。",
        "softmax 用 \(n.activation) 猜下一個詞。")
    },
    { n in
      LessonTexts(
        "細胞在時間上連起來：a 接 a，c 接 c",
        "同一個細胞，每個詞一次。",
        "它算出來的往右送。",
        "在那裡進來：下面是 \(n.activation)，上面是 \(n.memory)。",
        "就這樣，一個詞接一個詞。")
    },
    { n in
      LessonTexts(
        "上面那條線：為什麼記得住",
        "上面有一條線，從 \(n.memory(0)) 一路往右。",
        "把這個單元的 \(n.memory(0)) 設成 .90。",
        "把 \(n.forget) 固定在 1：舊值全部留住。",
        "把 \(n.update) 固定在 0：不放進新的。",
        "\(n.memory(3)) 還是 \(n.memory(0))：所以它記得住。",
        "從這裡起又由它自己的門閘決定。")
    },
    { n in
      LessonTexts(
        "窺視孔連接：門閘看得到 \(n.lastMemory)",
        "門閘的總和讀 \(n.lastActivation) 和 \(n.input)。",
        "窺視孔連接：三個門閘也看 \(n.lastMemory)。",
        "每個門閘都可以不看：這裡關掉 \(n.forget) 的窺視孔。",
        "再關掉 \(n.update) 的窺視孔。",
        "\(n.output) 的窺視孔可以讀 \(n.memory)，像 Olah 的圖。")
    },
    { n in
      LessonTexts(
        "100 個單元，\(n.lastMemory) 的單元 5 只到各門閘的單元 5",
        "100 個單元的細胞，訓練時有窺視孔。",
        "它的窺視孔，一個單元一個單元。",
        "\(n.lastMemory) 的單元 5 只到各門閘的單元 5。",
        "單元 6 到單元 6：是向量，不是矩陣。")
    },
    { n in
      LessonTexts(
        "LSTM 還是 GRU：沒有處處都贏的",
        "LSTM 和 GRU 讀同樣的詞，同步前進。",
        "大小相近（8 和 10 個單元）：一個時序的時間。",
        "普通遞迴網路，19 個單元：沒有記憶細胞和門閘。")
    },
    { n in
      LessonTexts(
        "梯度消失：往回傳得多遠",
        "下一個詞猜錯多少？它往回流。",
        "連鎖律，從右到左。",
        "到了左邊，再往前一個詞。",
        "傳得多遠：LSTM、GRU 和普通遞迴網路。")
    },
  ]

  static func text(_ notice: LessonNotice, _ keys: KeyMap) -> String {
    switch notice {
    case .noModels: "課程要用程式附的那些模型。"
    case .firstStep: "這是第一步；\(key(.lesson(.list), keys)) 列出所有課。"
    case .left: "這一課結束了；一切和之前一樣。"
    }
  }

  static func text(_ command: LessonCommand) -> String {
    switch command {
    case .list: "課堂的各課"
    case .nextLine: "下一課"
    case .previousLine: "上一課"
    case .digit(let digit): "課號的數字 \(digit)"
    case .begin: "開始這一課"
    case .next: "這一課的下一步"
    case .previous: "這一課的上一步"
    case .leave: "離開這一課"
    }
  }

  static func footer(_ command: LessonCommand) -> String {
    switch command {
    case .list: "課程"
    case .nextLine, .next: "下一個"
    case .previousLine, .previous: "上一個"
    case .begin: "開始"
    case .digit(let digit): "\(digit)"
    case .leave: "離開"
    }
  }
}
