/// What a terminal says about its mouse.
public struct MouseReport: Hashable, Sendable {
  /// What was pressed or turned.
  public enum Button: Hashable, Sendable {
    /// A button.
    case left, middle, right
    /// The wheel, by one notch.
    case wheelUp, wheelDown
  }

  /// What was pressed or turned.
  public let button: Button
  /// The glyph under the pointer.
  public let place: Point

  /// Makes a report.
  public init(_ button: Button, at place: Point) {
    self.button = button
    self.place = place
  }

  /// Reads `button ; column ; row`, as they stand in `ESC [ < button ; column ; row M`.
  ///
  /// Source: the xterm control sequences, mode 1006 (SGR); modifier keys are left out.
  /// - Returns: nil for everything but a press and a turn of the wheel.
  init?(numbers text: some Collection<UInt8>) {
    let numbers = String(decoding: text, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3, let code = numbers[0], let column = numbers[1], let row = numbers[2],
      let button = Self.buttons[code & ~Self.modifiers], (1...9999).contains(column),
      (1...9999).contains(row)
    else { return nil }
    self.init(button, at: Point(column - 1, row - 1))
  }

  /// Shift, Meta and Control.
  private static let modifiers = 4 | 8 | 16
  private static let buttons: [Int: Button] = [
    0: .left, 1: .middle, 2: .right, 64: .wheelUp, 65: .wheelDown,
  ]
}

/// What a terminal sends: a key or what its mouse does.
public enum TerminalInput: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// A button was pressed or the wheel turned.
  case mouse(MouseReport)
}
