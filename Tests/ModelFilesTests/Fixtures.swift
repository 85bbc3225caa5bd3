@testable import ModelFiles

/// Where the files of the tests are, next to this source file.
enum Fixtures {
  static let folder = #filePath.removingLastPathComponent + "/Fixtures"

  /// The bytes of a hostile safetensors file.
  static func hostile(_ name: String) throws -> [UInt8] {
    try DiskFile.read("\(folder)/hostile/safetensors/\(name).safetensors", sizeLimit: 1 << 20)
  }

  /// The table that says what must happen with each file.
  static func hostileTable() throws -> [(file: String, expectation: String)] {
    let bytes = try DiskFile.read("\(folder)/hostile/safetensors.json", sizeLimit: 1 << 20)
    let entries = try JSON(parsing: bytes).elements ?? []
    return entries.map { ($0["file"]?.stringValue ?? "", $0["expect"]?.stringValue ?? "") }
  }
}

extension String {
  fileprivate var removingLastPathComponent: String {
    String(self[..<(lastIndex(of: "/") ?? endIndex)])
  }
}

/// A safetensors file of a header and zeros as data.
func safetensors(_ header: String, data: Int = 0) -> [UInt8] {
  safetensors(header, data: [UInt8](repeating: 0, count: data))
}

/// A safetensors file of a header and data.
func safetensors(_ header: String, data: [UInt8]) -> [UInt8] {
  let length = UInt64(header.utf8.count)
  return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + header.utf8 + data
}

/// The reason for which a file is refused, or `nil` if it opens.
func refusal(_ bytes: [UInt8]) -> ModelFileError.Reason? {
  do {
    _ = try SafetensorsFile(bytes: bytes, name: "model.safetensors")
    return nil
  } catch {
    return error.reason
  }
}

/// Whether a text is one sentence on one line that a terminal only prints.
func isOneSentence(_ text: String) -> Bool {
  text.unicodeScalars.allSatisfy { !$0.isHidden } && text.hasPrefix("Cannot ")
    && text.hasSuffix(".") && text.count < 600
}
