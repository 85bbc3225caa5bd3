import CellEngine

extension Session {
  /// The words of the sentence, each made when it is asked for; an input that is one number has it
  /// behind its name.
  public var words: LazyMapCollection<Range<Int>, String> {
    let (known, tokens) = (model.vocabulary.words, tokens)
    guard case .sequence(let rows) = model.reading.source, rows[0].count == 1 else {
      return tokens.indices.lazy.map { known[tokens[$0]] }
    }
    let (reading, run) = (model.reading, run)
    return tokens.indices.lazy.map { time in
      // What the lowest cell reads may have been edited.
      let number =
        reading.below == nil ? run.trace[run.cell.graph.input, time, 0] : rows[tokens[time]][0]
      return known[tokens[time]] + "=" + Figure.label(number, sign: .always)
    }
  }

  /// The word of a step where room is dear: the number of an input is left out.
  func bareWord(at time: Int) -> String { model.vocabulary.words[tokens[time]] }
}
