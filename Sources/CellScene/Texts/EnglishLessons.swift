/// The lecture's claims.
extension English {
  static func text(_ phrase: LessonPhrase) -> String {
    switch phrase {
    case .title: "the lecture: what it says, shown step by step"
    case .numbers: "a number goes to its lesson"
    case .name(let lesson, let n): lessons[lesson](n).name
    case .step(let lesson, let step, let n): lessons[lesson](n).steps[step]
    case .found(let lesson, let n): "lesson \(lesson + 1), \(lessons[lesson](n).name)"
    }
  }

  /// What each lesson is about and what its steps show.
  private static let lessons: [@Sendable (LessonSymbols) -> LessonTexts] = [
    { n in
      LessonTexts(
        "the GRU has two gates, and its \(n.activation) is its \(n.memory)",
        "A GRU has two gates, \(n.relevance) and \(n.update), and one state.",
        "\(n.relevance): how much of \(n.lastMemory) the candidate sees.",
        "\(n.update): how much of the candidate is taken in.",
        "Candidate and \(n.lastMemory), mixed, are \(n.memory) and \(n.activation).",
        "\(n.update) = 1: the candidate replaces \(n.lastMemory).",
        "\(n.update) = 0: \(n.lastMemory) stays as it was.")
    },
    { n in
      LessonTexts(
        "the LSTM: its gates read \(n.lastActivation) and \(n.input); \(n.activation) is not \(n.memory)",
        "The LSTM has two lines: \(n.memory) above, \(n.activation) below.",
        "\(n.forget) reads \(n.lastActivation) and \(n.input); so do the other layers.",
        "\(n.activation) is not \(n.memory): \(n.output) decides what is shown.",
        "Beside it a GRU, where \(n.activation) is \(n.memory).")
    },
    { n in
      LessonTexts(
        "the relevance gate \(n.relevance) is gone, and can come back",
        "The GRU has a relevance gate, \(n.relevance).",
        "The LSTM has none.",
        "A switch among the variants brings it back.",
        "Its weights are 0: the model was trained without.")
    },
    { n in
      LessonTexts(
        "two gates, \(n.forget) and \(n.update), instead of \(n.update) and 1 − \(n.update)",
        "\(n.forget) and \(n.update) are two gates, each with its weights.",
        "So \(n.memory) can keep the old value and add a new one.",
        "B has one gate for both: its \(n.forget) is 1 − \(n.update).",
        "A keeps everything; B must give up what it takes.")
    },
    { n in
      LessonTexts(
        "∘ is element-wise: a unit multiplies with itself alone",
        "∘ multiplies unit by unit: unit 8 with unit 8.",
        "It has two factors, and both are of this unit.",
        "Another unit has factors of its own.")
    },
    { n in
      LessonTexts(
        "\(n.activation) is \(n.output) ∘ \(n.tanhOfMemory), or \(n.output) ∘ \(n.memory) as it is spoken",
        "In the picture \(n.activation) is \(n.output) ∘ \(n.tanhOfMemory).",
        "As it is spoken: \(n.output) ∘ \(n.memory), without the tanh.",
        "And back: the tanh is there again.")
    },
    { n in
      LessonTexts(
        "the picture, from the inputs to the prediction",
        "A word and the last step’s two states arrive.",
        "Forget gate: what of the old value is kept?",
        "Update gate: what of the new one is taken in?",
        "Candidate: what could be written?",
        "\(n.forget) times \(n.lastMemory): what is left of the old value.",
        "\(n.update) times \(n.candidate): what is new.",
        "Their sum is the new memory, \(n.memory).",
        "Output gate: what of it is shown?",
        "tanh brings \(n.memory) between −1 and 1.",
        "\(n.output) times that is the activation, \(n.activation).",
        "From \(n.activation) the softmax guesses the next word.")
    },
    { n in
      LessonTexts(
        "cells joined in time: a feeds a, c feeds c",
        "The same cell stands there once for every word.",
        "What it has computed goes on to the right.",
        "There it arrives: \(n.activation) below, \(n.memory) above.",
        "And so on, word by word.")
    },
    { n in
      LessonTexts(
        "the line along the top: why it remembers",
        "One line runs along the top, from \(n.memory(0)) on.",
        "\(n.memory(0)) of this unit is set to .90.",
        "\(n.forget) is held at 1: all of the old value stays.",
        "\(n.update) is held at 0: nothing new comes in.",
        "\(n.memory(3)) is still \(n.memory(0)): this is why it remembers.",
        "From here on its own gates decide again.")
    },
    { n in
      LessonTexts(
        "peepholes: the gates look at \(n.lastMemory)",
        "The sums of the gates read \(n.lastActivation) and \(n.input).",
        "Peepholes: all three gates see \(n.lastMemory) too.",
        "Each gate can do without: here \(n.forget).",
        "And here \(n.update).",
        "\(n.output)’s can read \(n.memory), as in Olah’s picture.")
    },
    { n in
      LessonTexts(
        "of 100 units, unit 5 of \(n.lastMemory) reaches unit 5 of each gate",
        "A cell of 100 units, trained with peepholes.",
        "Its peepholes, unit by unit.",
        "Unit 5 of \(n.lastMemory) reaches unit 5 of the gates.",
        "Unit 6 reaches unit 6: a vector, not a matrix.")
    },
    { n in
      LessonTexts(
        "LSTM or GRU: no winner everywhere",
        "LSTM and GRU on the same words, in lock-step.",
        "Sized alike (8 and 10 units): the time of a step.",
        "A plain RNN of 19 units: no memory cell, no gates.")
    },
    { n in
      LessonTexts(
        "vanishing gradients: how far back they reach",
        "How wrong was the next word? That flows back.",
        "The chain rule, from right to left.",
        "At the left edge it goes on to the word before.",
        "How far it reaches: LSTM, GRU and plain network.")
    },
  ]

  static func text(_ notice: LessonNotice, _ keys: KeyMap) -> String {
    switch notice {
    case .noModels: "Lessons need the models that the program comes with."
    case .firstStep: "This is the first step; \(key(.lesson(.list), keys)) lists the lessons."
    case .left: "The lesson is over; all is as it was before."
    }
  }

  static func text(_ command: LessonCommand) -> String {
    switch command {
    case .list: "the lecture’s lessons"
    case .nextLine: "next lesson"
    case .previousLine: "lesson back"
    case .digit(let digit): "lesson of the number with \(digit)"
    case .begin: "begin the lesson"
    case .next: "lesson’s next step"
    case .previous: "lesson’s step back"
    case .leave: "leave the lesson"
    }
  }

  static func footer(_ command: LessonCommand) -> String {
    switch command {
    case .list: "lecture"
    case .nextLine, .next: "next"
    case .previousLine, .previous: "back"
    case .begin: "begin"
    case .digit(let digit): "\(digit)"
    case .leave: "leave"
    }
  }
}
