extension SafetensorsFile {
  /// The file's bytes; the same content always gives the same bytes.
  ///
  /// The header names the metadata first, sorted by the bytes of its keys, then the tensors in their
  /// order, in which their data follows. Spaces after the header make the data start at a multiple
  /// of 8 bytes.
  ///
  /// - Parameter name: the file's name for errors.
  /// - Throws: `ModelFileError` if the header exceeds `headerLimit`.
  public func bytes(name: String = "") throws(ModelFileError) -> [UInt8] {
    var header = headerText()
    header += repeatElement(UInt8(ascii: " "), count: (8 - header.count % 8) % 8)
    guard header.count <= Self.headerLimit else {
      throw ModelFileError(
        file: name, reason: .unwritable,
        explanation: "the names need \(header.count) bytes, but a header has at most "
          + "\(Self.headerLimit)")
    }
    var result: [UInt8] = []
    result.reserveCapacity(8 + header.count + tensors.reduce(0) { $0 + $1.bytes.count })
    withUnsafeBytes(of: UInt64(header.count).littleEndian) { result += $0 }
    result += header
    for tensor in tensors { result += tensor.bytes }
    return result
  }

  /// Writes the file, whole or not at all.
  ///
  /// - Parameters:
  ///   - path: where to write; the folder must exist.
  ///   - replacing: whether a file that exists may be replaced.
  /// - Throws: `ModelFileError` if the header exceeds `headerLimit` or the disk does not take the
  ///   file; nothing is changed then.
  public func write(to path: String, replacing: Bool = false) throws(ModelFileError) {
    try DiskFile.write(try bytes(name: path), to: path, replacing: replacing)
  }

  private func headerText() -> [UInt8] {
    var text = JSONText()
    text.object { text in
      if !metadata.isEmpty {
        text.key(Self.metadataKey)
        text.object { text in
          let sorted = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
          for (key, value) in sorted {
            text.key(key)
            text.string(value)
          }
        }
      }
      var end = 0
      for tensor in tensors {
        text.key(tensor.name)
        text.value(entry(of: tensor, from: end))
        end += tensor.bytes.count
      }
    }
    return text.bytes
  }

  private func entry(of tensor: Tensor, from begin: Int) -> JSON {
    .object([
      JSON.Member("dtype", .string(tensor.type.rawValue)),
      JSON.Member("shape", .array(tensor.shape.map { .integer($0) })),
      JSON.Member(
        "data_offsets", .array([.integer(begin), .integer(begin + tensor.bytes.count)])),
    ])
  }
}
