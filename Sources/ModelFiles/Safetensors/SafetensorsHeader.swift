/// The checked header of a safetensors file: what it says is consistent and inside the file.
struct SafetensorsHeader {
  struct Entry {
    let name: String
    let type: SafetensorsFile.ElementType
    let shape: [Int]
    /// Where the elements are, counted from the end of the header.
    let range: Range<Int>
  }

  private(set) var entries: [Entry] = []
  private(set) var metadata: [(key: String, value: String)] = []

  /// The length of the header's text, from the first bytes of the file.
  ///
  /// - Parameters:
  ///   - prefix: the first 512 bytes, or all if there are fewer.
  ///   - size: the size of the file.
  /// - Throws: if the header cannot be inside the file, exceeds the limit or does not start with
  ///   `{`; a known file of another format is named as such.
  static func length(
    prefix: ArraySlice<UInt8>, size: Int, file: String
  ) throws(ModelFileError) -> Int {
    let length = prefix.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let problem: (ModelFileError.Reason, String)? =
      if size < 8 {
        (.tooShort, "a safetensors file has at least 8 bytes, but this one has \(size)")
      } else if length > SafetensorsFile.headerLimit {
        (
          .headerLength,
          "this is not a safetensors file, or its header is too large: it would have "
            + "\(length) bytes, but at most \(SafetensorsFile.headerLimit) are allowed"
        )
      } else if length > size - 8 {
        (
          .headerLength,
          "the header should have \(length) bytes, but only \(size - 8) bytes follow"
        )
      } else if length == 0 {
        (.headerLength, "the header is empty")
      } else if prefix.dropFirst(8).first != UInt8(ascii: "{") {
        (.headerText, "the header must start with {")
      } else {
        nil
      }
    guard let (reason, explanation) = problem else { return Int(length) }
    if let format = ForeignFormat(prefix: Array(prefix)) {
      throw ModelFileError(file: file, reason: .foreignFormat, explanation: format.explanation)
    }
    throw ModelFileError(file: file, reason: reason, explanation: explanation)
  }

  /// Reads and checks the header's text.
  ///
  /// - Parameters:
  ///   - text: the JSON text, padding included.
  ///   - dataSize: the bytes after the header.
  init(text: [UInt8], dataSize: Int, file: String) throws(ModelFileError) {
    let json = try JSON(text, depthLimit: 8, of: file, .headerText, part: "the header", from: 8)
    guard let members = json.members else {
      throw ModelFileError(
        file: file, reason: .headerText, explanation: "the header must be a JSON object")
    }
    for member in members {
      if member.key == SafetensorsFile.metadataKey {
        metadata = try Self.metadata(member.value, file: file)
      } else {
        let reader = SafetensorsEntryReader(file: file, name: member.key, json: member.value)
        entries.append(try reader.entry(dataSize: dataSize))
      }
    }
    try checkCoverage(dataSize: dataSize, file: file)
  }

  private static func metadata(
    _ json: JSON, file: String
  ) throws(ModelFileError) -> [(key: String, value: String)] {
    func refuse(_ explanation: String) -> ModelFileError {
      ModelFileError(
        file: file, place: "the metadata", reason: .metadata, explanation: explanation)
    }
    guard let members = json.members else {
      throw refuse("an object of strings is needed, not \(json.kind)")
    }
    var pairs: [(key: String, value: String)] = []
    for member in members {
      guard let value = member.value.stringValue else {
        throw refuse("\"\(visible(member.key))\" must be a string, not \(member.value.kind)")
      }
      pairs.append((member.key, value))
    }
    return pairs
  }

  /// Each byte of the data must belong to exactly one tensor.
  private func checkCoverage(dataSize: Int, file: String) throws(ModelFileError) {
    var end = 0
    let ordered = entries.sorted {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    for entry in ordered {
      guard entry.range.lowerBound == end else {
        throw ModelFileError(
          file: file, place: "tensor \"\(visible(entry.name))\"", reason: .offsets,
          explanation: "the data starts at byte \(entry.range.lowerBound), but the data before it "
            + "\(entry.range.lowerBound < end ? "goes on to" : "ends at") byte \(end)")
      }
      end = entry.range.upperBound
    }
    guard end == dataSize else {
      throw ModelFileError(
        file: file, reason: .offsets,
        explanation: "\(dataSize - end) bytes after the last tensor belong to none")
    }
  }
}
