import CellEngine

extension TraditionalChinese {
  static func text(_ phrase: TrainingPhrase) -> String {
    switch phrase {
    case .header: "訓練中"
    case .rate(let rate): "▶ 每秒更新 \(rate) 次"
    case .progress(let done, let all): "已更新 \(done)/\(all) 次"
    case .lossTitle: "損失：下一個詞猜錯的程度 (nats)"
    case .shown(let update, false): "▲ 顯示：第 \(update) 次更新"
    case .shown(let update, true): "▲ 第 \(update) 次"
    case .rightChoice(let words): words.joined(separator: "/") + " 正確率"
    case .notCounted: "每次更新時計算"
    case .sentence(let unit): "單元 \(unit) 讀這個句子"
    case .choiceTitle(let words, let word, let told):
      "\(quoted(word))之後是 \(words.joined(separator: " 還是 "))？"
        + (told.map { "句子裡是\(quoted($0))" } ?? "")
    case .unknownWords: "這個模型不認得其中一些詞。"
    case .untrained(let hasPeepholes, let others, let keys):
      "權重是隨機的，偏差項\(hasPeepholes ? "和窺視孔" : "")是 0\(but(others))"
        + (keys.map { keys in
          "；\(key(.togglePlay, keys)) 開始訓練，\(key(.training(.update), keys)) 更新一次。"
        } ?? "。")
    case .choice(let updates, let word, let share, nil):
      "更新 \(updates) 次之後它偏向「\(word)」，機率 \(share)。"
    case .choice(let updates, let word, let share, true):
      "更新 \(updates) 次之後它偏向「\(word)」，機率 \(share)：對。"
    case .choice(let updates, let word, let share, false):
      "更新 \(updates) 次之後它偏向「\(word)」，機率 \(share)：錯。"
    case .taken(let updates): "更新 \(updates) 次後"
    case .command: "訓練一個小模型來看"
    }
  }

  static func shortText(_ phrase: TrainingPhrase) -> String {
    guard case .untrained(let hasPeepholes, let others, let keys) = phrase else {
      return text(phrase)
    }
    return "權重隨機，偏差項\(hasPeepholes ? "和窺視孔" : "")是 0\(but(others))"
      + (keys.map { "；\(key(.togglePlay, $0)) 開始訓練。" } ?? "。")
  }

  private static func but(_ others: [String]) -> String {
    others.isEmpty ? "" : "，只有 " + list(others)
  }

  static func text(_ command: TrainingCommand) -> String {
    switch command {
    case .open: text(.command)
    case .update: "更新一次；9：9 次"
    case .nextCheckpoint: "下一個檢查點"
    case .previousCheckpoint: "上一個檢查點"
    case .first: "還沒更新時"
    case .latest: "最後一次更新"
    case .restart: "重新開始"
    case .take: "帶進細胞"
    case .leave: "回到細胞"
    }
  }

  static func footer(_ command: TrainingCommand) -> String {
    switch command {
    case .open: "訓練"
    case .update: "更新"
    case .nextCheckpoint: "往後"
    case .previousCheckpoint: "往前"
    case .first: "最初"
    case .latest: "最新"
    case .restart: "重來"
    case .take: "套用到細胞"
    case .leave: "細胞"
    }
  }

  static func text(
    _ notice: TrainingNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .playing(let rate):
      "訓練中，每秒更新 \(rate) 次；\(key(.togglePlay, keys)) 停止，\(key(.faster, keys)) 加快。"
    case .stopped:
      "停下來了；\(key(.togglePlay, keys)) 繼續訓練，\(key(.training(.previousCheckpoint), keys)) 和 \(key(.training(.nextCheckpoint), keys)) 瀏覽檢查點。"
    case .finished:
      "更新都做完了；\(key(.training(.previousCheckpoint), keys)) 往回看，\(key(.training(.restart), keys)) 重新開始。"
    case .first: "這是還沒有更新過的模型。"
    case .latest:
      "這是最後一次更新；\(key(.togglePlay, keys)) 繼續訓練，\(key(.training(.update), keys)) 再更新一次。"
    case .atOnce(let most):
      "一個鍵最多更新 \(most) 次；\(key(.togglePlay, keys)) 讓它自己訓練下去。"
    case .restarted: "權重又是還沒更新時的樣子了。"
    case .taken(let updates):
      "細胞現在用的是更新 \(updates) 次後的權重；\(key(.undo, keys)) 換回來。"
    case .otherWords(let choices) where piece != .word:
      "\(list(choices))的任務不是給\(piece == .input ? "數字" : "字元")用的。"
    case .otherWords(let choices):
      "這個句子裡有 \(choices.joined(separator: " 和 ")) 的任務沒有的詞。"
    case .cellUnseen:
      "這個鍵是給細胞用的：\(key(.training(.take), keys)) 把這個模型放進細胞，"
        + "\(key(.training(.leave), keys)) 回到細胞。"
    }
  }

  static func shortText(
    _ notice: TrainingNotice, _ keys: KeyMap, _ piece: Vocabulary.Piece
  ) -> String {
    switch notice {
    case .playing(let rate):
      "訓練中，每秒更新 \(rate) 次；\(key(.togglePlay, keys)) 停止。"
    case .stopped:
      "停下來了；\(key(.togglePlay, keys)) 繼續訓練，\(key(.training(.previousCheckpoint), keys)) 往回看。"
    case .finished: "更新都做完了；\(key(.training(.previousCheckpoint), keys)) 往回看。"
    case .latest: "這是最後一次更新；\(key(.togglePlay, keys)) 繼續訓練。"
    case .taken(let updates): "權重是更新 \(updates) 次後的；\(key(.undo, keys)) 換回。"
    case .otherWords(let choices) where piece == .word:
      "\(choices.joined(separator: " 和 ")) 的任務用的是別的詞。"
    case .cellUnseen:
      "這個鍵是給細胞用的；\(key(.training(.take), keys)) 把模型放進細胞。"
    case .first, .restarted, .atOnce, .otherWords: text(notice, keys, piece)
    }
  }
}
