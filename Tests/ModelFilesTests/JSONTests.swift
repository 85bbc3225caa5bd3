import ModelFiles
import Testing

@Suite("Reading JSON")
struct JSONTests {
  @Test(
    "Valid texts give their values",
    arguments: [
      ("null", .null), (" true ", .boolean(true)), ("false", .boolean(false)),
      ("0", .integer(0)), ("-7", .integer(-7)), ("1.0", .number(1)), ("1e2", .number(100)),
      ("1E+2", .number(100)), ("25e-1", .number(2.5)), ("1e-400", .number(0)),
      ("9223372036854775807", .integer(.max)), ("-9223372036854775808", .integer(.min)),
      ("9007199254740993", .integer(9_007_199_254_740_993)),
      ("0.1", .number(0.1)), ("1.7976931348623157e308", .number(.greatestFiniteMagnitude)),
      ("\"\"", .string("")), (#""a\u0062c""#, .string("abc")),
      (#""\"\\\/\b\f\n\r\t""#, .string("\"\\/\u{8}\u{C}\n\r\t")),
      (#""\ud83d\uDE00é😀\u0000""#, .string("😀é😀\0")), ("\"\u{7F}\"", .string("\u{7F}")),
      ("[]", .array([])), ("[ ]", .array([])), ("{}", .object([])), ("\t{\r\n}", .object([])),
      ("[1,[2],\"x\"]", .array([.integer(1), .array([.integer(2)]), .string("x")])),
      ("{\"b\":1,\"a\":{}}", .object([.init("b", .integer(1)), .init("a", .object([]))])),
    ] as [(String, JSON)])
  func validTexts(text: String, value: JSON) throws {
    #expect(try JSON(parsing: text) == value)
  }

  @Test(
    "Invalid texts are refused with reason and place",
    arguments: [
      ("", .unexpectedEnd, 0), (" ", .unexpectedEnd, 1), ("[", .unexpectedEnd, 1),
      ("{", .unexpectedEnd, 1), ("\"abc", .unexpectedEnd, 4), ("\"\\", .unexpectedEnd, 2),
      ("\"\\u12", .unexpectedEnd, 5), ("tru", .unexpectedEnd, 3), ("{\"a\"", .unexpectedEnd, 4),
      ("{\"a\":", .unexpectedEnd, 5), ("{\"a\":1", .unexpectedEnd, 6),
      ("True", .unexpectedByte(0x54), 0), ("NaN", .unexpectedByte(0x4E), 0),
      ("Infinity", .unexpectedByte(0x49), 0), ("+1", .unexpectedByte(0x2B), 0),
      (".5", .unexpectedByte(0x2E), 0), ("'a'", .unexpectedByte(0x27), 0),
      ("[1,]", .unexpectedByte(0x5D), 3), ("{\"a\":1,}", .unexpectedByte(0x7D), 7),
      ("[1 2]", .unexpectedByte(0x32), 3), ("{a:1}", .unexpectedByte(0x61), 1),
      ("{1:1}", .unexpectedByte(0x31), 1), ("[1}", .unexpectedByte(0x7D), 2),
      ("// a\n1", .unexpectedByte(0x2F), 0), ("\u{A0}1", .unexpectedByte(0xC2), 0),
      ("1 2", .trailingText, 2), ("{}x", .trailingText, 2), ("nulll", .trailingText, 4),
      ("1\0", .trailingText, 1), ("0x10", .trailingText, 1), ("\u{FEFF}1", .byteOrderMark, 0),
      ("01", .malformedNumber, 0), ("-", .malformedNumber, 0), ("1.", .malformedNumber, 0),
      ("[-01]", .malformedNumber, 1), ("1e", .malformedNumber, 0), ("1e+", .malformedNumber, 0),
      ("1.e2", .malformedNumber, 0), ("--1", .malformedNumber, 0),
      (String(repeating: "9", count: 400), .numberOutOfRange, 0), ("1e400", .numberOutOfRange, 0),
      ("[-1e309]", .numberOutOfRange, 1), ("\"\n\"", .controlCharacter(10), 1),
      ("\"a\0\"", .controlCharacter(0), 2), (#""\x41""#, .unknownEscape, 1),
      (#""\u12G4""#, .unknownEscape, 1), (#""\ud800""#, .loneSurrogate, 1),
      (#""a\udc00""#, .loneSurrogate, 2), (#""\ud800\u0041""#, .loneSurrogate, 1),
      (#""\ud800\ud800""#, .loneSurrogate, 1), (#""\ud800\n""#, .loneSurrogate, 1),
      ("{\"a\":1,\"a\":2}", .duplicateKey("a"), 7),
      (#"{"ab":1,"\u0061b":2}"#, .duplicateKey("ab"), 8),
    ] as [(String, JSON.ParsingError.Reason, Int)])
  func invalidTexts(text: String, reason: JSON.ParsingError.Reason, offset: Int) {
    let error = #expect(throws: JSON.ParsingError.self) { try JSON(parsing: text) }
    #expect(error?.reason == reason)
    #expect(error?.offset == offset)
  }

  @Test(
    "Bytes that are not UTF-8 are refused",
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
      [0xE2, 0x82], [0x5C, 0x6E, 0xC3], [0xC3, 0x5C, 0x6E], [0xF0, 0x80, 0x80, 0xAF],
    ] as [[UInt8]])
  func invalidUTF8(bytes: [UInt8]) {
    let error = #expect(throws: JSON.ParsingError.self) {
      try JSON(parsing: [0x22] + bytes + [0x22])
    }
    #expect(error?.reason == .invalidUTF8)
  }

  @Test("Minus zero keeps its sign")
  func minusZero() throws {
    for text in ["-0", "-0.0", "-0e0"] {
      let value = try #require(try JSON(parsing: text).doubleValue)
      #expect(value == 0 && value.sign == .minus)
      #expect(try JSON(parsing: text).integerValue == nil)
    }
  }

  @Test("Keys that only look the same are different keys")
  func equivalentKeys() throws {
    let json = try JSON(parsing: "{\"\u{E9}\":1,\"e\u{301}\":2}")
    #expect(json["\u{E9}"] == .integer(1))
    #expect(json["e\u{301}"] == .integer(2))
  }

  @Test("A duplicate is found among few and among many keys", arguments: [2, 8, 9, 10, 1000])
  func duplicateAmongMany(count: Int) {
    let keys = (1..<count).map { "\"\($0)\":0" } + ["\"1\":0"]
    let error = #expect(throws: JSON.ParsingError.self) {
      try JSON(parsing: "{\(keys.joined(separator: ","))}")
    }
    #expect(error?.reason == .duplicateKey("1"))
  }

  @Test("Nesting opens up to the limit and not beyond", arguments: [1, 2, 8, 64, 128])
  func depthLimit(limit: Int) throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    for depth in [limit - 1, limit] where depth > 0 {
      _ = try JSON(parsing: nested(depth), depthLimit: limit)
    }
    let error = #expect(throws: JSON.ParsingError.self) {
      try JSON(parsing: nested(limit + 1), depthLimit: limit)
    }
    #expect(error?.reason == .tooDeep(limit: limit))
  }

  @Test("200,000 brackets are refused without using up the stack", arguments: ["[", "{\"a\":"])
  func deepNesting(opening: String) {
    let error = #expect(throws: JSON.ParsingError.self) {
      try JSON(parsing: String(repeating: opening, count: 200_000))
    }
    #expect(error?.reason == .tooDeep(limit: 64))
  }

  @Test("An error names line and byte in one sentence")
  func description() {
    let error = #expect(throws: JSON.ParsingError.self) { try JSON(parsing: "{\n\"a\":1\n,]}") }
    #expect(
      error?.description
        == "The JSON text is not valid in line 3, at byte 9: the character ] cannot stand here.")
  }

  @Test("An error shows a hidden character of a key as an escape")
  func hiddenKey() {
    let error = #expect(throws: JSON.ParsingError.self) {
      try JSON(parsing: "{\"\u{202E}\\u001b\":1,\"\u{202E}\\u001b\":1}")
    }
    #expect(error?.explanation == #"the key "\u{202E}\u{1B}" occurs twice in one object"#)
  }

  @Test("Accessors give the value of their kind and nothing else")
  func accessors() throws {
    let json = try JSON(parsing: #"{"a":[1,2.5,"x",true,null],"n":"NaN"}"#)
    #expect(json["a"]?[0]?.integerValue == 1)
    #expect(json["a"]?[0]?.doubleValue == 1)
    #expect(json["a"]?[1]?.doubleValue == 2.5)
    #expect(json["a"]?[1]?.integerValue == nil)
    #expect(json["a"]?[2]?.stringValue == "x")
    #expect(json["a"]?[2]?.doubleValue == nil)
    #expect(json["a"]?[3] == .boolean(true))
    #expect(json["a"]?[4] == .null)
    #expect(json["a"]?[5] == nil)
    #expect(json["a"]?[-1] == nil)
    #expect(json["a"]?.elements?.count == 5)
    #expect(json["b"] == nil)
    #expect(json["n"]?.doubleValue?.isNaN == true)
    #expect(json.members?.map(\.key) == ["a", "n"])
  }

  @Test("An integer that does not fit 64 bits is a number, and no integer")
  func largeIntegers() throws {
    let json = try JSON(parsing: "[9223372036854775807,9223372036854775808,-100000000000000000000]")
    #expect(json == .array([.integer(.max), .number(0x1p63), .number(-1e20)]))
    #expect(json[1]?.integerValue == nil)
    #expect(json[1]?.doubleValue == 0x1p63)
  }

  @Test("Every prefix of a text is refused and none traps")
  func prefixes() throws {
    let text = Array(#"{"a":[1,-2.5e-3,"\u00e9\ud83d\ude00é",true,false,null],"b":{"c":[]}}"#.utf8)
    _ = try JSON(parsing: text)
    for count in text.indices {
      #expect(throws: JSON.ParsingError.self) { try JSON(parsing: Array(text[..<count])) }
    }
  }
}

@Suite("Values of another kind than asked for") struct JSONKindTests {
  @Test("Each kind has a name and is no other kind")
  func kinds() {
    let values: [(JSON, String)] = [
      (.null, "null"), (.boolean(false), "a Boolean"), (.integer(1), "an integer"),
      (.number(0.5), "a number with a fraction"), (.number(1e20), "a number beyond 64 bits"),
      (.string(""), "a string"),
      (.array([]), "an array"), (.object([]), "an object"),
    ]
    for (value, kind) in values {
      #expect(value.kind == kind)
      #expect((value.integerValue != nil) == (kind == "an integer"))
      #expect((value.stringValue != nil) == (kind == "a string"))
      #expect((value.elements != nil) == (kind == "an array"))
      #expect((value.members != nil) == (kind == "an object"))
    }
  }

  @Test("Both Booleans are written as they are read")
  func booleans() throws {
    #expect(try JSON(parsing: "[true,false,null]").text() == "[true,false,null]")
  }
}
