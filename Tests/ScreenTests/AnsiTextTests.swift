import Screen
import Testing

@Suite struct AnsiTextTests {
  @Test func `a change of style is one sequence and a row ends with a reset`() {
    var canvas = Canvas(size: Size(columns: 4, rows: 2))
    canvas.write("ab", at: Point(0, 0), Style(.memory, .strong))
    let blank = "\u{1B}[0;38;5;251;48;5;233m"
    #expect(
      canvas.ansiText() == """
        \u{1B}[0;1;38;5;214;48;5;233mab\(blank)  \u{1B}[0m
        \(blank)    \u{1B}[0m

        """)
  }

  @Test func `eight colours use the oldest codes`() {
    var canvas = Canvas(size: Size(columns: 1, rows: 1))
    canvas.write("x", at: Point(0, 0), Style(.update, on: .body))
    #expect(canvas.ansiText(depth: .eight) == "\u{1B}[0;36;40mx\u{1B}[0m\n")
  }

  @Test func `bright colours of sixteen use the codes from 90 and 100`() {
    var canvas = Canvas(size: Size(columns: 1, rows: 1))
    canvas.write("x", at: Point(0, 0), Style(.box, on: .layer))
    #expect(canvas.ansiText(depth: .sixteen) == "\u{1B}[0;30;103mx\u{1B}[0m\n")
  }

  @Test func `without colours only attributes are left`() {
    var canvas = Canvas(size: Size(columns: 2, rows: 1))
    canvas.write("x", at: Point(0, 0), Style(.box, on: .layer, .underlined))
    #expect(canvas.ansiText(depth: .mono) == "\u{1B}[0;4;7mx\u{1B}[0m \u{1B}[0m\n")
  }

  @Test func `a wide character is written once`() {
    var canvas = Canvas(size: Size(columns: 3, rows: 1))
    canvas.write("中", at: Point(0, 0))
    #expect(canvas.ansiText(depth: .mono) == "\u{1B}[0m中 \u{1B}[0m\n")
  }
}
