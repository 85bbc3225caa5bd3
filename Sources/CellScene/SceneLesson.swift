import Screen

/// While a lesson is given, its sentence stands above everything else.
extension Scene {
  /// The screen with the lesson's row; nil without a lesson, and where nothing can be shown.
  var lesson: Canvas? {
    guard let bar = LessonBar(session, language), !session.isBlank, layout != nil else {
      return nil
    }
    let row = Rectangle(x: 0, y: 0, columns: size.columns, rows: 1)
    guard let belowLesson else {
      var canvas = picture()
      bar.draw(in: row, on: &canvas)
      return canvas
    }
    var top = Canvas(size: row.size)
    bar.draw(in: row, on: &top)
    return top.stacked(on: belowLesson.picture())
  }

  /// The scene below the lesson's row; nil without a lesson, or where a row less would be too few: there
  /// the lesson's row takes the place of the first.
  var belowLesson: Scene? {
    guard session.lesson != nil else { return nil }
    let rest = Scene(session, size: Size(columns: size.columns, rows: size.rows - 1))
    return rest.layout == nil ? nil : rest
  }
}
