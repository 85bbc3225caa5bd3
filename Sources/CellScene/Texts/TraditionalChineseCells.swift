import CellEngine

extension TraditionalChinese {
  /// What a cell of the literature is called; a cell without a name here keeps its English one.
  static func name(_ entry: CatalogueEntry) -> String {
    switch entry.id {
    case "lstm_lecture": "長短期記憶單元 LSTM"
    case "lstm_Ng_noTanh": "課堂口述的 LSTM"
    case "lstm_Ng_peephole": "窺視孔看舊記憶細胞的 LSTM"
    case "lstm_Ng_relevance": "有相關門閘的 LSTM"
    case "lstm_Ng_relevance_peephole": "有相關門閘和窺視孔的 LSTM"
    case "gru_lecture": "門閘遞迴單元 GRU"
    case "gru_Ng_simple": "簡化的 GRU"
    case "lstm_V": "作為基準的 LSTM"
    case "lstm_NIG": "沒有更新門閘"
    case "lstm_NFG": "沒有遺忘門閘"
    case "lstm_NOG": "沒有輸出門閘"
    case "lstm_NIAF": "候選數值不經過函數"
    case "lstm_NOAF": "輸出值不經過函數"
    case "lstm_CIFG": "門閘耦合，遺忘 = 1 − 更新"
    case "lstm_NP": "沒有窺視孔"
    case "lstm_FGR": "門閘完全遞迴"
    case "lstm_HS1997": "最早的 LSTM"
    case "lstm_HS1997_tanh": "最早的 LSTM，改用 tanh"
    case "lstm_Gers2000": "有遺忘門閘的 LSTM"
    case "lstm_Gers2002": "有窺視孔的 LSTM"
    case "lstm_CIFG_tf": "門閘耦合，更新 = 1 − 遺忘"
    case "gru_Cho2014": "2014 年的 GRU，保留舊值"
    case "gru_Chung2014": "2014 年的 GRU，採用新值"
    case "gru_PyTorch": "PyTorch 的 GRU"
    case "gru_Chung_after": "乘積之後才重設的 GRU"
    case "rnn_tanh": "普通遞迴網路"
    case "rnn_relu": "用 relu 的普通遞迴網路"
    default: entry.name
    }
  }
}
