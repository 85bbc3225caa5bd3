import CellEngine
import Screen

extension Session {
  /// Marks an equation with an edited weight, and says how far its result is from the original.
  ///
  /// - Parameter isResult: whether the number that is shown is the equation's own.
  func drawWhatIf(
    _ equation: Equation, isResult: Bool, in area: Rectangle, on canvas: inout Canvas
  ) {
    if isEdited(layer: equation.signal) {
      let ground = canvas[area.left + 1, area.top].style.ground
      canvas.write(
        "*", at: Point(area.left + 1, area.top), Style(.alert, on: ground, .strong))
    }
    guard isResult, isKnown(equation.signal, at: time),
      let text = distance(equation.signal, at: time, unit: unit)?.marks.first
    else { return }
    let rows = (area.top..<area.bottom).reversed()
    guard
      let y = rows.first(where: {
        canvas.end(ofTextFrom: Point(area.left, $0), to: area.right) > area.left
      })
    else { return }
    let end = canvas.end(ofTextFrom: Point(area.left, y), to: area.right)
    canvas.writeIfBlank(
      text, at: Point(end + 2, y), Style(.alert, on: .plain, .strong), limit: area.right)
  }
}
