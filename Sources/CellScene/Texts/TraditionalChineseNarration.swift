import CellEngine
import Screen

/// What is said about a micro-step, in a long and a short form.
extension TraditionalChinese {
  static func text(_ narration: Narration) -> String {
    switch narration {
    case .arrival(let arriving, let input, let states, let isFirst):
      return "\(text(arriving))以 \(input) 進來；" + text(states, isFirst: isFirst)
    case .editedStart(let arriving, let input, let states, let others, let isGiven):
      let start = isGiven ? "從給定的值開始" : "從改過的值開始"
      return "\(text(arriving))以 \(input) 進來；\(list(states)) \(start)"
        + (others.isEmpty ? "。" : "，\(list(others)) 從 0 開始。")
    case .gate(let gate, let state, let value, let share, let deed, let target, let unit):
      let start = "\(name(gate))\(text(state)) (\(value))"
      return gate == .update && deed == .keeps
        ? "\(start)；這裡 1 表示保留：\(target) 留下 \(share)。"
        : "\(start)：單元 \(unit) \(text(deed)) \(target) 的 \(share)。"
    case .gateAlone(let gate, let state, let value, let unit):
      return "單元 \(unit) 的\(name(gate))\(text(state)) (\(value))。"
    case .complement(let gate, let symbol, let value, let share, let deed, let target, let unit):
      let start = gate.map { "\(name($0))就是 \(symbol)" } ?? symbol
      return "\(start) = \(value)：單元 \(unit) \(text(deed)) \(target) 的 \(share)。"
    case .candidate(let symbol, let value, let isSquashed, let unit):
      let squashed = isSquashed ? "" : "，沒有壓縮"
      return "候選數值 \(symbol) 是 \(value)\(squashed)：單元 \(unit) 可能寫進去的值。"
    case .activated(let symbol, let value, let unit):
      return "單元 \(unit) 的 \(symbol) 是 \(value)：它記得的就只有這個。"
    case .passed(let deed, let share, let target, let worked, let symbol, let unit):
      let end = symbol.isEmpty ? "。" : "，這就是 \(symbol)。"
      return "單元 \(unit) \(text(deed)) \(target) 的 \(share)：\(worked)\(end)"
    case .added(let kept, let taken, let symbol, let value, let unit):
      let parts = sum(text(kept, gated: "留下來的"), text(taken, gated: "新納入的"))
      return "\(parts)，就是單元 \(unit) 的新 \(symbol)：\(value)。"
    case .mixed(let kept, let taken, let symbols, let value, let unit):
      let names = symbols.joined(separator: " = ")
      return "單元 \(unit) 保留 \(kept)，納入 \(taken)：\(names) = \(value)。"
    case .summed(let value, let unit):
      return "單元 \(unit) 的兩個部分加起來是 \(value)。"
    case .weighted(let sources, let hasBias, let value, let unit):
      return "單元 \(unit) 的權重由 \(list(sources))\(bias(hasBias))得到 \(value)；還沒有經過函數。"
    case .squeezed(let function, let name, let target, let was, let value, let symbol):
      let end = symbol.isEmpty ? "。" : "：\(symbol)。"
      return "\(name) \(deed(function, "\(target) = \(was)"))，得到 \(value)\(end)"
    case .set(let symbol, let value, let unit):
      return "單元 \(unit) 的 \(symbol) 被設成 \(value)，不管細胞算出什麼。"
    case .worked(let symbol, let value, let unit):
      return "單元 \(unit) 的 \(symbol) 是 \(value)。"
    case .predicted(let piece, let word, let share, let next, let nextShare):
      let then = next.flatMap { next in nextShare.map { "，其次是「\(next)」(\($0))" } } ?? ""
      return "下一個\(name(piece))最可能是「\(word)」(\(share))\(then)。"
    case .unpredicted(let piece): return "沒有最可能的\(name(piece))：機率不是數。"
    case .scored(let symbol, let formula, let row?, let value, let next, let nextValue):
      let then = next.flatMap { next in nextValue.map { "，其次是第 \(next) 列 (\($0))" } } ?? ""
      return "\(symbol) = \(formula)：第 \(row) 列最大 (\(value))\(then)。"
    case .scored(let symbol, let formula, nil, let value, _, _):
      return "細胞後面那一層算出 \(symbol) = \(formula) = \(value)。"
    case .shown(let symbol, let unit, let value, let next, let nextValue):
      let then = next.flatMap { next in nextValue.map { "，其次是單元 \(next) (\($0))" } } ?? ""
      return "\(symbol) 離開細胞：單元 \(unit) 顯示的最大 (\(value))\(then)。"
    }
  }

  static func shortText(_ narration: Narration) -> String {
    switch narration {
    case .arrival(let arriving, let input, _, _), .editedStart(let arriving, let input, _, _, _):
      return "\(text(arriving))以 \(input) 進來。"
    case .gate(let gate, let state, _, let share, let deed, let target, _):
      return "\(name(gate))\(text(state))：\(text(deed)) \(target) 的 \(share)。"
    case .complement(_, let symbol, let value, let share, let deed, let target, _):
      return "\(symbol) = \(value)，\(text(deed)) \(target) 的 \(share)。"
    case .candidate(let symbol, let value, _, _): return "候選數值 \(symbol) 是 \(value)。"
    case .passed(.passesOn, let share, _, let worked, _, let unit):
      return "單元 \(unit) 放行 \(share)：\(worked)。"
    case .passed(let deed, let share, let target, let worked, _, let unit):
      return "單元 \(unit) \(text(deed)) \(target) 的 \(share)：\(worked)。"
    case .added(.gated, .gated, let symbol, let value, _):
      return "留下的加上納入的：新的 \(symbol) 是 \(value)。"
    case .added(let kept, let taken, let symbol, let value, _):
      let parts = sum(text(kept, gated: "留下的"), text(taken, gated: "納入的"))
      return "\(parts)：新的 \(symbol) 是 \(value)。"
    case .mixed(let kept, let taken, let symbols, let value, _):
      return "保留 \(kept)，納入 \(taken)：\(symbols.joined(separator: " = ")) = \(value)。"
    case .weighted(let sources, let hasBias, let value, let unit):
      return "單元 \(unit) 的權重由 \(list(sources))\(bias(hasBias))得到 \(value)。"
    case .squeezed(_, let name, let target, let was, let value, _):
      return "\(name) 把 \(target) = \(was) 壓成 \(value)。"
    case .predicted(let piece, let word, let share, _, _):
      return "下一個\(name(piece))最可能是「\(word)」(\(share))。"
    case .set(let symbol, let value, _): return "\(symbol) 被設成 \(value)。"
    case .scored(let symbol, _, let row?, let value, _, _):
      return "\(symbol)：第 \(row) 列最大 (\(value))。"
    case .scored(let symbol, let formula, nil, let value, _, _):
      return "\(symbol) = \(formula) = \(value)。"
    case .shown(let symbol, let unit, let value, _, _):
      return "\(symbol) 離開細胞：單元 \(unit) 最大 (\(value))。"
    case .gateAlone, .activated, .summed, .worked, .unpredicted: return text(narration)
    }
  }

  private static func text(_ arriving: Narration.Arriving) -> String {
    switch arriving {
    case .word(let word): "「\(word)」"
    case .made(let layer, let word): "\(layer) 由「\(word)」算出的數"
    }
  }

  private static func text(_ states: [String], isFirst: Bool) -> String {
    let names = states.count > 2 ? "\(states.count) 個狀態" : list(states) + " "
    return names + (isFirst ? "從 0 開始。" : "來自上一個時序。")
  }

  static func list(_ names: [String]) -> String {
    guard names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: "、") + " 和 " + names[names.count - 1]
  }

  private static func bias(_ isThere: Bool) -> String { isThere ? " 和偏差項" : " " }

  private static func text(_ state: GateState) -> String {
    switch state {
    case .open: "打開"
    case .halfOpen: "半開"
    case .partlyOpen: "部分打開"
    case .shut: "幾乎關上"
    case .held: "被固定"
    }
  }

  private static func text(_ deed: Narration.Deed) -> String {
    switch deed {
    case .keeps: "保留"
    case .takesIn: "納入"
    case .shows: "輸出"
    case .passesOn: "放行"
    }
  }

  private static func text(_ share: Narration.Share, gated: String) -> String {
    switch share {
    case .gated: gated
    case .all(let signal): "全部的 \(signal)"
    }
  }

  /// Two parts of a sum, with a space behind what is no Han character.
  private static func sum(_ first: String, _ second: String) -> String {
    first + (first.last?.columns == 2 ? "加上" : " 加上") + second
  }

  private static func deed(_ function: Activation, _ target: String) -> String {
    switch function {
    case .sigmoid: "把 \(target) 壓到 0 和 1 之間"
    case .tanh, .bipolarSigmoid: "把 \(target) 壓到 −1 和 1 之間"
    case .doubleBipolarSigmoid: "把 \(target) 壓到 −2 和 2 之間"
    case .relu: "讓 \(target) 大於 0 的部分通過"
    }
  }
}
