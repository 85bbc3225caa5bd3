import ModelFiles
import Testing
import Training

@Suite("Writing JSON")
struct JSONTextTests {
  private let sample = JSON.object([
    .init("name", .string("LSTM")),
    .init("sizes", .array([.integer(3), .integer(5)])),
    .init("steps", .array([.object([.init("x", .array([.number(0.5), .number(.nan)]))]), .null])),
    .init("empty", .array([])),
    .init("none", .object([])),
  ])

  @Test("The compact layout has no spaces")
  func compact() {
    #expect(
      sample.text()
        == #"{"name":"LSTM","sizes":[3,5],"steps":[{"x":[0.5,"NaN"]},null],"empty":[],"none":{}}"#)
  }

  @Test("The pretty layout indents by two and keeps numbers on one line")
  func pretty() {
    #expect(
      sample.text(.pretty) == """
        {
          "name": "LSTM",
          "sizes": [3, 5],
          "steps": [
            {
              "x": [0.5, "NaN"]
            },
            null
          ],
          "empty": [],
          "none": {}
        }
        """)
  }

  @Test("Closures write the same text as a tree of values")
  func streaming() {
    var text = JSONText()
    text.object { text in
      text.key("a")
      text.numbers([1, -0.0, .infinity])
      text.key("b")
      text.array { text in
        text.boolean(true)
        text.null()
        text.integer(.min)
        text.string("x")
      }
    }
    #expect(text.string == #"{"a":[1.0,-0.0,"Infinity"],"b":[true,null,-9223372036854775808,"x"]}"#)
  }

  @Test("A text taken in pieces is the whole text")
  func pieces() {
    var text = JSONText()
    var taken: [UInt8] = []
    text.array { text in
      for number in 0..<5 {
        text.integer(number)
        taken += text.take()
      }
    }
    taken += text.take()
    #expect(String(decoding: taken, as: UTF8.self) == "[0,1,2,3,4]")
    #expect(text.bytes.isEmpty)
  }

  @Test("Strings escape all that a terminal could act on")
  func escapes() {
    #expect(
      JSON.string("\"\\\n\r\t\u{8}\u{1B}\u{7F}\u{9F}\u{2028}\u{2029}\u{202E}\u{E0041}/é😀").text()
        == #""\"\\\n\r\t\u0008\u001b\u007f\u009f\u2028\u2029\u202e\udb40\udc41/é😀""#)
  }

  @Test("Every scalar survives writing and reading")
  func everyScalar() throws {
    for start in stride(from: 0, to: 0x11_0000, by: 0x1000) {
      let scalars = (start..<start + 0x1000).compactMap { Unicode.Scalar(UInt32($0)) }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      let read = try JSON(parsing: JSON.string(text).text()).stringValue ?? ""
      #expect(read.unicodeScalars.elementsEqual(scalars))
    }
  }

  @Test("Every double survives writing and reading")
  func everyDouble() throws {
    var generator = SplitMix64(seed: 7)
    var values: [Double] = [
      0, -0.0, 1, 0.1, 1.0 / 3, 1e17, 1e16, -123_456_789, .pi, .leastNonzeroMagnitude,
      .leastNormalMagnitude, .greatestFiniteMagnitude, 1 + .ulpOfOne, .infinity, -.infinity,
    ]
    values += (0..<20_000).map { _ in Double(bitPattern: generator.next()) }.filter { !$0.isNaN }
    var text = JSONText()
    text.numbers(values)
    let read = try #require(try JSON(parsing: text.bytes).elements)
    #expect(read.compactMap { $0.doubleValue?.bitPattern } == values.map(\.bitPattern))
  }
}
