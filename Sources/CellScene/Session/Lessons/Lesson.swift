import Screen

/// A claim of the lecture as steps, each of which presses some keys and says one sentence.
///
/// The keys are those of `KeyMap.standard`; a lesson begins at the first word of `sentence`, in the LSTM.
struct Lesson: Hashable, Sendable {
  /// The keys of each step.
  let steps: [[Key]]

  /// What the model reads while a lesson is given.
  static let sentence = "the cats which already ate fish were full"

  /// The thirteen claims in the lecture's order.
  static let all: [Lesson] = [
    // The GRU has two gates, and Γu decides whether c<t> is replaced.
    Lesson("C 3 G 0", "Space", "Space", "$ h", "u 1", "u 0"),
    // The LSTM's gates read a<t-1> and x<t>, and a<t> is not c<t>.
    Lesson("3 G 0", "Space w", "Esc $ h", "c"),
    // The relevance gate is gone, and may come back.
    Lesson("C 3 G 0 Space", "C C 3 G 0", "v 4", "Esc"),
    // Two separate gates keep the old value and add the new one.
    Lesson("3 G 0 2 Space", "4 Space", "c M M M", "L"),
    // ∘ is element-wise.
    Lesson("5 G 0 4 Space", "w w", "Esc Esc j"),
    // a<t> as drawn and as spoken.
    Lesson("2 G $ h", "v 2 Esc", "z"),
    // The picture, built up.
    Lesson(
      "3 G 0", "Space", "Space", "Space", "Space", "Space", "Space", "Space", "Space", "Space",
      "Space"),
    // Cells joined in time.
    Lesson("3 G 0 t", "$", "L 0", "L"),
    // The line along the top.
    Lesson("g 0 t", "f c . 9 Enter", "f 1", "u 0", "$ L L", "f x u x"),
    // Peepholes.
    Lesson("3 G $", "p", "F", "U", "v 1 Esc"),
    // A unit's peepholes reach that unit alone.
    Lesson(
      ": m o d e l Space 1 0 0 Enter", "3 G Space V", ": u n i t Space 5 Enter", "j"),
    // GRU and LSTM in lock-step.
    Lesson("6 G $ c", "m", "M m"),
    // How far the gradient reaches.
    Lesson("6 G d", "5 Space", "$", "d"),
  ]

  private init(_ steps: String...) {
    self.steps = steps.map { step in
      step.split(separator: " ").map { name in
        guard let key = Key(named: name) else { preconditionFailure("no key \(name)") }
        return key
      }
    }
  }
}
