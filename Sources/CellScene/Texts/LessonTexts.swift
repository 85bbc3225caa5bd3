/// The texts of a lesson.
struct LessonTexts {
  /// What it is about.
  let name: String
  /// What each step shows.
  let steps: [String]

  init(_ name: String, _ steps: String...) { (self.name, self.steps) = (name, steps) }
}
