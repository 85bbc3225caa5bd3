/// What can be asked about lessons.
public enum LessonCommand: Hashable, Sendable {
  /// Opens or closes the list of lessons.
  case list
  /// The next and the previous line of the list.
  case nextLine, previousLine
  /// The lesson of a number, of which this is one digit.
  case digit(Int)
  /// Begins the lesson of the chosen line.
  case begin
  /// The next and the previous step of the lesson that is given.
  case next, previous
  /// Ends the lesson and goes back to where it was asked for.
  case leave
}

/// What there is to say about lessons.
public enum LessonNotice: Hashable, Sendable {
  /// There is no LSTM beside a GRU and a plain network with the words of the lecture.
  case noModels
  /// Nothing is before the first step.
  case firstStep
  /// The lesson is over, and all is as it was before.
  case left
}

/// What lessons say.
public enum LessonPhrase: Hashable, Sendable {
  /// The heading of the list.
  case title
  /// That digits choose a lesson.
  case numbers
  /// What a lesson is about, by its place from 0.
  case name(Int, LessonSymbols)
  /// What a lesson's step shows, both from 0.
  case step(Int, Int, LessonSymbols)
  /// How to find a lesson by a typed line.
  case found(Int, LessonSymbols)
}
