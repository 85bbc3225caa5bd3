import CellEngine

/// An answer as a table: rows that make the number, and the lines below that say how.
///
/// What is shown makes what is shown: the rows of a sum re-add digit for digit, those of a product
/// or a function give the number as it is rounded.
struct WhyTable: Hashable {
  /// One term, or all terms that have no row of their own.
  struct Row: Hashable {
    /// What the term is called.
    let label: String
    /// The role whose ink it has.
    let role: Role?
    /// The weight and what it weighs, as they are read: `−2.05 × −.83`.
    let factors: String
    /// Whether the value is what the factors make, or of no factors the number, rounded; it is up to
    /// one unit of the last digit off where the rows would not re-add otherwise.
    let isExact: Bool
    /// What the row gives.
    let value: String
    /// The value as a share of the largest one.
    let share: Double
    /// Whether it is the chosen one.
    let isChosen: Bool
  }

  /// A line below the rows, such as `sum` and `+3.45`.
  struct Result: Hashable {
    let label: String
    let value: String
  }

  /// The rows, the others last.
  let rows: [Row]
  /// How the rows make the number.
  let results: [Result]

  /// Makes the table of an answer.
  ///
  /// - Parameter limit: how many rows there is room for; at least 2.
  init(_ terms: WhyTerms, in session: Session, rows limit: Int, _ language: Language) {
    let builder = WhyTableBuilder(
      session: session, language: language, terms: terms, limit: limit)
    switch terms.explanation.rule {
    case .softmax: (rows, results) = builder.shares
    case .sum: (rows, results) = builder.sum
    case .function: (rows, results) = terms.inner == nil ? builder.plain : builder.sum
    case .product, .complement, .carried, .initial, .input, .clamped:
      (rows, results) = builder.plain
    }
  }
}

/// Makes the rows of one kind of answer.
struct WhyTableBuilder {
  let session: Session
  let language: Language
  let terms: WhyTerms
  let limit: Int

  typealias Content = ([WhyTable.Row], [WhyTable.Result])

  private var level: Inquiry.Level { terms.level }
  private var value: Double { terms.explanation.value }
  private var sign: Figure.Sign { session.sign(of: level.question) }
  private var valueText: String { Figure.text(value, level.decimals, sign: sign) }

  /// A sum, and the function that is applied to it.
  var sum: Content {
    let total = (terms.inner ?? terms.explanation).value
    let numbers = terms.terms.map(\.value)
    let (own, others, values) = split(numbers)
    let shown = RoundedSum(values, total: total, decimals: terms.termDecimals)
    let texts = (shown?.terms ?? values).map {
      Figure.text($0, terms.termDecimals, sign: .always)
    }
    var results = [
      WhyTable.Result(
        label: language.text(.why(.sum)),
        value: Figure.text(shown?.total ?? total, terms.termDecimals, sign: .always))
    ]
    if case .function(let function) = terms.explanation.rule {
      results.append(
        WhyTable.Result(
          label: session.notation.applied(function, to: results[0].value), value: valueText))
    }
    let made = rows(
      own, others, values, texts, shown: shown?.terms ?? values, decimals: terms.termDecimals)
    return (made, results)
  }

  /// A word's share of e^score.
  var shares: Content {
    let numbers = terms.powers
    let (own, others, values) = split(numbers, keepingFirst: true)
    // Numbers that are infinite or none cannot be rounded so that they add up.
    let shown = decimals(of: values)
    let decimals = shown?.decimals ?? terms.termDecimals
    let texts = (shown?.terms ?? values).map { Figure.text($0, decimals) }
    let sum = Figure.text(shown?.total ?? values.reduce(0, +), decimals)
    return (
      rows(own, others, values, texts, shown: shown?.terms ?? values, decimals: decimals),
      [
        WhyTable.Result(label: language.text(.why(.sum)), value: sum),
        WhyTable.Result(label: "\(texts[0]) / \(sum)", value: valueText),
      ]
    )
  }

  /// Rounds powers so that the first one's share is the shown probability.
  private func decimals(of values: [Double]) -> RoundedSum? {
    (terms.termDecimals...max(terms.termDecimals, 12)).lazy
      .compactMap { RoundedSum(values, decimals: $0) }
      .first { shown in
        shown.total > 0
          && Figure.rounded(shown.terms[0] / shown.total, level.decimals)
            == Figure.rounded(value, level.decimals)
      } ?? RoundedSum(values, decimals: terms.termDecimals)
  }

  /// The factors of a product, the argument of a function, or nothing.
  var plain: Content {
    let all = Array(terms.terms.indices)
    let texts = terms.terms.map { term in
      Figure.text(term.value, terms.termDecimals, sign: session.sign(of: term))
    }
    let values = terms.terms.map(\.value)
    let made = rows(all, [], values, texts, shown: values, decimals: terms.termDecimals)
    switch terms.explanation.rule {
    case .function(let function):
      let argument = texts.first ?? ""
      return (
        made,
        [
          WhyTable.Result(
            label: session.notation.applied(function, to: argument), value: valueText)
        ]
      )
    case .complement:
      return (made, [WhyTable.Result(label: "1 − \(texts.first ?? "")", value: valueText)])
    case .product:
      return (made, [WhyTable.Result(label: texts.joined(separator: " × "), value: valueText)])
    case .sum, .carried, .initial, .input, .clamped, .softmax:
      return (made, [])
    }
  }

  /// The terms with a row of their own and those that share one, and the numbers of all rows.
  private func split(
    _ numbers: [Double], keepingFirst: Bool = false
  ) -> (own: [Int], others: [Int], values: [Double]) {
    let own = ownRows(of: numbers.count, keepingFirst: keepingFirst)
    let others = numbers.indices.filter { !own.contains($0) }
    let rest = others.map { numbers[$0] }.reduce(0, +)
    return (own, others, own.map { numbers[$0] } + (others.isEmpty ? [] : [rest]))
  }

  /// The terms that get a row: as many as fit around the chosen one, the others share the last.
  private func ownRows(of count: Int, keepingFirst: Bool) -> [Int] {
    guard count > limit else { return Array(0..<count) }
    let chosen = level.chosen
    let fitting = max(1, limit - 1)
    guard chosen >= fitting else { return Array(0..<fitting) }
    let first = chosen - fitting + 1
    guard keepingFirst, fitting > 1 else { return Array(first...chosen) }
    return [0] + Array((first + 1)...chosen)
  }

  private func rows(
    _ own: [Int], _ others: [Int], _ values: [Double], _ texts: [String], shown: [Double],
    decimals: Int
  ) -> [WhyTable.Row] {
    func isShown(_ value: Double, in row: Int) -> Bool {
      let half = 0.5 / Figure.powerOfTen(decimals)
      return !value.isFinite || (value - shown[row]).magnitude <= half * (1 + 1e-6)
    }
    let largest = values.map(\.magnitude).filter(\.isFinite).max() ?? 0
    func share(_ value: Double) -> Double { largest > 0 ? value / largest : 0 }
    var rows = own.enumerated().map { row, place in
      let term = terms.terms[place]
      return WhyTable.Row(
        label: session.symbol(of: term), role: session.role(of: term), factors: factors(of: term),
        isExact: isShown(
          terms.isWeighted(term) ? terms.product(of: term).product : values[row], in: row),
        value: texts[row], share: share(values[row]), isChosen: place == level.chosen)
    }
    if !others.isEmpty {
      rows.append(
        WhyTable.Row(
          label: language.text(.why(.others(others.count))), role: nil, factors: "",
          isExact: isShown(values[own.count], in: own.count), value: texts[own.count],
          share: share(values[own.count]), isChosen: false))
    }
    return rows
  }

  private func factors(of term: Contribution) -> String {
    if terms.explanation.rule == .softmax {
      return terms.power(Figure.label(term.operand), session.notation)
    }
    guard terms.isWeighted(term) else { return "" }
    return terms.product(of: term).text
  }
}

extension Session {
  /// Which signs a number is written with.
  func sign(of question: Question) -> Figure.Sign {
    switch question {
    case .value(let place):
      place.signal == run.cell.graph.input ? .negative : run.cell.sign(of: place.signal)
    case .score: .always
    case .probability: .negative
    }
  }

  /// Which signs a term is written with.
  func sign(of term: Contribution) -> Figure.Sign {
    if case .number(let question) = term.origin { return sign(of: question) }
    return .always
  }
}
