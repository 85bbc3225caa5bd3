import Testing

@testable import ModelFiles

@Suite("Writing safetensors files")
struct SafetensorsWritingTests {
  private let file = SafetensorsFile(
    tensors: [
      .init(name: "W", shape: [2, 3], values: [1, 2, 3, -0.0, .pi, 1e-300]),
      .init(name: "b\u{202E}\n", shape: [2], values: [0.1, .infinity], type: .float32),
      .init(name: "scalar", shape: [], values: [7]),
      .init(name: "none", shape: [0, 4], values: []),
    ],
    metadata: [("z", "1"), ("a", "\u{1B}é")])

  @Test("A file reads back as it was written")
  func roundTrip() throws {
    let read = try SafetensorsFile(bytes: try file.bytes(), name: "m")
    #expect(read.tensors.map(\.name) == ["W", "b\u{202E}\n", "scalar", "none"])
    #expect(read.tensors.map(\.shape) == [[2, 3], [2], [], [0, 4]])
    #expect(read.tensors.map(\.type) == [.float64, .float32, .float64, .float64])
    #expect(try read.tensors[0].values() == [1, 2, 3, -0.0, .pi, 1e-300])
    #expect(try read.tensors[1].values() == [Double(Float(0.1)), .infinity])
    #expect(read.metadata.map(\.key) == ["a", "z"])
    #expect(read.metadata.map(\.value) == ["\u{1B}é", "1"])
  }

  @Test("The bytes are those of the format, padded to 8")
  func exactBytes() throws {
    let small = SafetensorsFile(
      tensors: [.init(name: "w", shape: [1], values: [1], type: .float32)],
      metadata: [("k", "v")])
    let header =
      #"{"__metadata__":{"k":"v"},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}} "#
    #expect(try small.bytes() == safetensors(header, data: [0, 0, 0x80, 0x3F]))
    #expect(header.utf8.count % 8 == 0)
  }

  @Test("Writing what was read gives the same bytes every time")
  func deterministic() throws {
    let bytes = try file.bytes()
    #expect(try SafetensorsFile(bytes: bytes, name: "m").bytes() == bytes)
    let integers = try SafetensorsFile(bytes: try Fixtures.hostile("ok_bool_u8"), name: "m")
    #expect(try SafetensorsFile(bytes: try integers.bytes(), name: "m").tensors[1].bytes == [5, 6])
  }

  @Test("The data starts at a multiple of 8 whatever the names are", arguments: 1...9)
  func padding(length: Int) throws {
    let name = String(repeating: "n", count: length)
    let bytes = try SafetensorsFile(tensors: [.init(name: name, shape: [1], values: [1])]).bytes()
    #expect(bytes.count % 8 == 0)
    #expect(refusal(bytes) == nil)
  }

  @Test("A header beyond 1 MiB is refused, not written")
  func hugeHeader() {
    let name = String(repeating: "n", count: SafetensorsFile.headerLimit)
    let large = SafetensorsFile(tensors: [.init(name: name, shape: [0], values: [])])
    let error = #expect(throws: ModelFileError.self) { try large.bytes(name: "m") }
    #expect(error?.reason == .unwritable)
  }

  @Test("Every half precision number widens to its value")
  func halves() {
    for bits in UInt16.min...UInt16.max {
      let exponent = Int(bits >> 10 & 31)
      let fraction = Double(bits & 1023)
      let sign = bits < 0x8000 ? 1.0 : -1.0
      let value = widenedHalf(bits)
      if exponent == 31 {
        #expect(fraction == 0 ? value == sign / 0 : value.isNaN)
      } else {
        let size = exponent == 0 ? fraction / 1024 : 1 + fraction / 1024
        var scale = 0x1p-14
        for _ in 0..<max(0, exponent - 1) { scale *= 2 }
        #expect(value == sign * size * scale && value.sign == (sign < 0 ? .minus : .plus))
      }
    }
  }

  @Test("BF16 widens as the upper half of single precision")
  func bfloat16() throws {
    let header = #"{"a":{"dtype":"BF16","shape":[3],"data_offsets":[0,6]}}"#
    let bytes = safetensors(header, data: [0x80, 0x3F, 0x49, 0xC0, 0x80, 0x7F])
    let file = try SafetensorsFile(bytes: bytes, name: "m")
    #expect(try file.tensors[0].values() == [1, -3.140625, .infinity])
  }
}
