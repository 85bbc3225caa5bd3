import Foundation
import ModelFiles
import Testing

/// Files that look like a model and are none: refused in one line, before anything is computed.
@Suite(.timeLimit(.minutes(5))) struct HostileModelTests {
  @Test func `every hostile model file is refused in one line that names it`() async throws {
    let folder = try TemporaryFolder()
    let sound = try Data(contentsOf: URL(filePath: Products.asset("agreement")))
    let files = try HostileModels(sound).all
    #expect(files.count >= 300, "\(files.count)")
    let path = folder.path("m.safetensors")
    for (name, bytes) in files {
      try bytes.write(to: URL(filePath: path))
      let refused = try await CommandOutput.of("show", "--model", path)
      #expect(refused.ending == .exit(3), "\(name): \(refused.ending) \(refused.errors)")
      #expect(refused.output.isEmpty, "\(name)")
      let lines = refused.errors.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 2 && lines[0].hasSuffix("."), "\(name): \(refused.errors)")
      #expect(lines[0].contains("m.safetensors"), "\(name): \(refused.errors)")
      #expect(HostileText.fault(in: refused.errors) == nil, "\(name)")
    }
    try sound.write(to: URL(filePath: path))
    #expect(try await CommandOutput.of("show", "--model", path).ending == .exit(0))
  }
}

/// What becomes of a sound model file by one change that it must not survive.
struct HostileModels {
  private let header: String
  private let data: Data
  private let sound: Data

  init(_ sound: Data) throws {
    self.sound = sound
    let count = sound.prefix(8).enumerated().reduce(0) { $0 | Int($1.element) << (8 * $1.offset) }
    header = String(decoding: sound[8..<8 + count], as: UTF8.self)
    data = sound[(8 + count)...]
  }

  /// All of them, with a name that says what was changed.
  var all: [(name: String, bytes: Data)] {
    lengths + cuts + foreign + metadata + tensors
  }

  private func file(_ header: String, _ data: Data? = nil) -> Data {
    let count = UInt64(header.utf8.count)
    let length = (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    return Data(length) + Data(header.utf8) + (data ?? self.data)
  }

  private var lengths: [(String, Data)] {
    let count = UInt64(header.utf8.count)
    let wrong: [UInt64] = [
      0, 1, 2, count - 1, count + 1, UInt64(sound.count), UInt64(sound.count) - 7, 1 << 20 + 1,
      100_000_000, 1 << 31, 1 << 32, 1 << 62, 1 << 63, .max - 8, .max,
    ]
    return wrong.map { length in
      let bytes = (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) }
      return ("length \(length)", Data(bytes) + sound.dropFirst(8))
    }
  }

  private var cuts: [(String, Data)] {
    let places = (0..<40).map { $0 * sound.count / 40 } + [7, 8, 9, sound.count - 1]
    return places.map { ("cut at \($0)", sound.prefix($0)) }
      + [1, 8, 4096].map { ("\($0) bytes more", sound + Data(count: $0)) }
  }

  private var foreign: [(String, Data)] {
    let beginnings: [String: [UInt8]] = [
      "zip": [0x50, 0x4B, 3, 4], "pickle": [0x80, 2, 0x7D, 0x71], "pickle 4": [0x80, 4, 0x95, 0],
      "hdf5": [0x89, 0x48, 0x44, 0x46, 0xD, 0xA, 0x1A, 0xA], "gguf": Array("GGUF".utf8),
      "npy": [0x93] + Array("NUMPY".utf8), "gzip": [0x1F, 0x8B, 8, 0],
      "elf": [0x7F, 0x45, 0x4C, 0x46],
      "lfs": Array("version https://git-lfs.github.com/spec/v1\n".utf8),
      "html": Array("<!DOCTYPE html>".utf8), "json": Array(header.utf8),
    ]
    return beginnings.map { ($0.key, Data($0.value) + sound.dropFirst($0.value.count)) }
  }

  private var metadata: [(String, Data)] {
    let changes = [
      (
        #""units":"8""#,
        [0, -1, 7, 9, 4097, Int.max].map { #""units":"\#($0)""# }
          + [#""units":"8.0""#, #""units":"""#, #""units":8"#, #""units":"1e1""#, #""unit":"8""#]
      ),
      (
        #""format":"cellscope-model-1""#,
        [
          #""format":"cellscope-model-2""#, #""format":"pt""#, #""format":"""#, #""form":"x""#,
        ]
      ),
      (
        #""vocabulary":""#,
        [
          #""vocabulary":"the the "#, #""vocabulary":"\u001b[2J "#, #""vocabulary":"\u202e "#,
          #""vocabulary":"one more "#, #""vocabulary":"\ud800 "#,
        ]
      ),
      (#""cell.family":""#, [#""cell.family":"x"#, #""cell.family":" "#, #""cell.famili":""#]),
      (#"{"#, ["[", "", " {", "\u{FEFF}{", "{{", "{\"a\":1,"]),
    ]
    return changes.flatMap { found, replacements in
      replacements.compactMap { replacement in
        replacing(found, by: replacement).map { ("\(found) → \(replacement)", file($0)) }
      }
    }
  }

  private func replacing(_ found: String, by replacement: String) -> String? {
    header.range(of: found).map { header.replacingCharacters(in: $0, with: replacement) }
  }

  /// Every tensor's entry with one field changed.
  private var tensors: [(String, Data)] {
    let entry =
      /"([a-z._]+)":\{"dtype":"F(\d\d)","shape":\[([\d,]+)\],"data_offsets":\[(\d+),(\d+)\]\}/
    return header.matches(of: entry).flatMap { match -> [(String, Data)] in
      let (name, bits, shape) = (match.1, match.2, match.3)
      guard let begin = Int(match.4), let end = Int(match.5) else { return [] }
      func changed(_ dtype: String, _ shape: String, _ begin: Any, _ end: Any, as name: String)
        -> String
      {
        #""\#(name)":{"dtype":"\#(dtype)","shape":[\#(shape)],"data_offsets":[\#(begin),\#(end)]}"#
      }
      let (own, type) = (String(name), "F\(bits)")
      let variants = [
        changed("F99", "\(shape)", begin, end, as: own),
        changed("I8", "\(shape)", begin, end, as: own),
        changed(bits == "64" ? "F32" : "F64", "\(shape)", begin, end, as: own),
        changed(type, "\(shape),2", begin, end, as: own),
        changed(type, "-\(shape)", begin, end, as: own),
        changed(type, "9223372036854775807,\(shape)", begin, end, as: own),
        changed(type, "\(shape)", begin + 1, end + 1, as: own),
        changed(type, "\(shape)", begin, end - 1, as: own),
        changed(type, "\(shape)", end, begin, as: own),
        changed(type, "\(shape)", begin, "1e9", as: own),
        changed(type, "\(shape)", -1, end, as: own),
        changed(type, "\(shape)", begin, "99999999999999999999", as: own),
        changed(type, "\(shape)", begin, end, as: own + "x"),
        changed(type, "\(shape)", begin, end, as: "\\u001b]0;x\\u0007"),
        changed(type, "\(shape)", begin, end, as: own) + "," + match.0,
        #""\#(own)":null"#, #""\#(own)":{}"#, #""\#(own)":[[[[[[[[[[]]]]]]]]]]"#,
      ]
      return variants.enumerated().map { place, text in
        ("\(own), change \(place)", file(header.replacing(match.0, with: text)))
      }
    }
  }
}
