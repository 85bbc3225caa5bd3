import Testing
import Training

@testable import ModelFiles

@Suite("Broken safetensors files")
struct SafetensorsRobustnessTests {
  private static let two = safetensors(
    #"{"__metadata__":{"k":"v"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
      + #""b":{"dtype":"F16","shape":[1,2],"data_offsets":[8,12]}}"#, data: 12)

  @Test("A file cut at any byte is refused")
  func truncation() {
    #expect(refusal(Self.two) == nil)
    for count in Self.two.indices {
      #expect(refusal(Array(Self.two[..<count])) != nil, "cut at \(count)")
    }
  }

  @Test("A header that is no object is refused, whoever has read it")
  func noObject() {
    let error = #expect(throws: ModelFileError.self) {
      try SafetensorsHeader(text: Array("[]".utf8), dataSize: 0, file: "m")
    }
    #expect(error?.reason == .headerText)
    #expect(error?.description.contains("must be a JSON object") == true)
  }

  @Test("No change of one byte traps, and every refusal is one line")
  func mutations() {
    var opened = 0
    var refused = 0
    for position in Self.two.indices {
      for value: UInt8 in [0, 1, 0x1B, 0x20, 0x22, 0x2C, 0x30, 0x39, 0x5B, 0x7B, 0x80, 0xC3, 0xFF] {
        var bytes = Self.two
        bytes[position] = value
        do {
          let file = try SafetensorsFile(bytes: bytes, name: "m")
          for tensor in file.tensors { _ = try? tensor.values() }
          opened += 1
        } catch {
          refused += 1
          if !isOneSentence("\(error)") { Issue.record("\(error)") }
        }
      }
    }
    #expect(opened + refused == 13 * 155)
    #expect(opened > 0 && refused > opened)
  }

  @Test("No random change of several bytes traps, and every refusal is one line")
  func randomMutations() {
    var generator = SplitMix64(seed: 1)
    var opened = 0
    for _ in 0..<20_000 {
      var bytes = Self.two
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let from = Int.random(in: 0..<bytes.count, using: &generator)
        let to = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[from] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes[from] = bytes[to]
        case 2: bytes.remove(at: from)
        default: bytes.insert(bytes[to], at: from)
        }
      }
      do {
        let file = try SafetensorsFile(bytes: bytes, name: "m")
        for tensor in file.tensors { _ = try? tensor.values() }
        opened += 1
      } catch {
        if !isOneSentence("\(error)") { Issue.record("\(error)") }
      }
    }
    #expect(20..<10_000 ~= opened, "\(opened) of 20000 opened")
  }

  @Test(
    "A header length beyond the file is refused before anything is allocated",
    arguments: [
      [0, 0, 0, 0, 1, 0, 0, 0], [0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0x80], [0xF7, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
      [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [13, 0, 0, 0, 0, 0, 0, 0],
    ] as [[UInt8]])
  func hugeHeaderLength(length: [UInt8]) {
    #expect(refusal(length + Array("{}          ".utf8)) == .headerLength)
  }

  @Test("The header opens up to 1 MiB and not beyond", arguments: [-1, 0, 1])
  func headerLimit(excess: Int) {
    let header = "{}" + String(repeating: " ", count: SafetensorsFile.headerLimit - 2 + excess)
    #expect(refusal(safetensors(header)) == (excess > 0 ? .headerLength : nil))
  }

  @Test("The data must have exactly the bytes of the tensors", arguments: [-1, 0, 1])
  func dataSize(excess: Int) {
    let header = #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#
    #expect(refusal(safetensors(header, data: 8 + excess)) == (excess == 0 ? nil : .offsets))
  }

  @Test("The JSON of a header is nested up to 8 deep", arguments: [7, 8, 9])
  func depth(depth: Int) {
    let nested = String(repeating: "[", count: depth - 2) + String(repeating: "]", count: depth - 2)
    let header = #"{"a":{"dtype":"F32","shape":[0],"data_offsets":[0,0],"extra":\#(nested)}}"#
    #expect(refusal(safetensors(header)) == (depth > 8 ? .headerText : nil))
  }

  @Test(
    "Shapes multiply without overflow",
    arguments: [
      ("[]", 4, nil), ("[1]", 4, nil), ("[0]", 0, nil), ("[0,9223372036854775807,3]", 0, nil),
      ("[9223372036854775807]", 4, .shape),
      ("[4611686018427387904,4611686018427387904,0]", 0, .shape),
      ("[2305843009213693952]", 0, .shape), ("[-1]", 4, .shape), ("[true]", 4, .shape),
      ("[\"1\"]", 4, .shape), ("{}", 4, .shape), ("[1e0]", 4, .shape), ("[-0]", 0, .shape),
    ] as [(String, Int, ModelFileError.Reason?)])
  func shapes(shape: String, size: Int, reason: ModelFileError.Reason?) {
    let header = #"{"a":{"dtype":"F32","shape":\#(shape),"data_offsets":[0,\#(size)]}}"#
    #expect(refusal(safetensors(header, data: size)) == reason)
  }

  @Test("A tensor of no bytes may stand only between others")
  func emptyTensors() {
    func header(_ position: Int) -> String {
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"#
        + #""z":{"dtype":"F32","shape":[0],"data_offsets":[\#(position),\#(position)]}}"#
    }
    for position in 0...8 {
      let expected: ModelFileError.Reason? = position == 0 || position == 8 ? nil : .offsets
      #expect(refusal(safetensors(header(position), data: 8)) == expected)
    }
  }

  @Test(
    "Only what starts with { and ends in spaces is a header",
    arguments: [
      ("{}", nil), ("{}   ", nil), (" {}", .headerText), ("\n{}", .headerText),
      ("{}\0", .headerText), ("[]", .headerText), ("{}{}", .headerText),
      (#"{"__metadata__":{}}"#, nil), (#"{"__metadata__":null}"#, .metadata),
      (#"{"__metadata__":{"a":["b"]}}"#, .metadata), (#"{"a":[]}"#, .entry),
      (#"{"a":null}"#, .entry),
    ] as [(String, ModelFileError.Reason?)])
  func headers(header: String, reason: ModelFileError.Reason?) {
    #expect(refusal(safetensors(header)) == reason)
  }

  @Test("A hostile name stays on one line, visible and short")
  func hostileNames() {
    let name = #"\u001b]0;x\u0007\n\u202e\u009b2J"# + String(repeating: "x", count: 500)
    let header = #"{"\#(name)":{"dtype":"F99\r\u2028","shape":[],"data_offsets":[0,0]}}"#
    let error = #expect(throws: ModelFileError.self) {
      try SafetensorsFile(bytes: safetensors(header), name: "a\u{1B}[2J\n.safetensors")
    }
    let sentence = error?.description ?? ""
    #expect(isOneSentence(sentence), "\(sentence)")
    #expect(
      sentence.hasPrefix(
        #"Cannot open "a\u{1B}[2J\u{A}.safetensors": in tensor "\u{1B}]0;x\u{7}\u{A}\u{202E}"#))
  }
}
