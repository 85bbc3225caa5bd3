import CellEngine
import Screen

/// Which units bars are drawn for, and how many columns each takes.
struct BarWindow {
  let units: Range<Int>
  let columns: Int
}

extension Diagram {
  /// The room of a plate; bars keep a column away from the wire on their left if all units fit.
  func area(of plate: FloorPlan.Plate, units: Int) -> Rectangle {
    var left = tracks[plate.from.column] + plate.from.offset
    let right = tracks[plate.to.column] + plate.to.offset
    let isBesideWire = plate.form == .bars && plate.from.offset > 0
    if isBesideWire, right - left > units { left += 1 }
    return Rectangle(x: left, y: tracks[plate.row], columns: right - left, rows: 3)
  }

  /// How many columns a state has outside of the cell's body.
  var stateColumns: Int { tracks.frame.left - tracks.area.left - 1 }
}
