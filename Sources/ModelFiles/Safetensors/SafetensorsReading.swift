extension SafetensorsFile {
  /// The most bytes a file may have unless another limit is given, 256 MiB.
  public static let defaultSizeLimit = 1 << 28

  /// Opens a file on disk.
  ///
  /// The header is checked against the file's size before any of the data is read.
  ///
  /// - Parameters:
  ///   - path: a regular file, or a link to one; its name need not end in `.safetensors`.
  ///   - sizeLimit: the most bytes the file may have.
  /// - Throws: `ModelFileError` if the system does not give the file, if it is too large or of
  ///   another format, or if anything in it is inconsistent.
  public init(path: String, sizeLimit: Int = defaultSizeLimit) throws(ModelFileError) {
    let file = try OpenFile(path: path, sizeLimit: sizeLimit)
    let prefix = ArraySlice(try file.bytes(0..<min(512, file.size)))
    let length = try SafetensorsHeader.length(prefix: prefix, size: file.size, file: path)
    let text = try file.bytes(8..<8 + length)
    let header = try SafetensorsHeader(text: text, dataSize: file.size - 8 - length, file: path)
    self.init(header, data: ArraySlice(try file.bytes(8 + length..<file.size)), file: path)
  }

  /// Reads a file that is in memory.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - name: the file's name for errors.
  /// - Throws: `ModelFileError` if the bytes are of another format or inconsistent.
  public init(bytes: [UInt8], name: String) throws(ModelFileError) {
    let length = try SafetensorsHeader.length(
      prefix: bytes.prefix(512), size: bytes.count, file: name)
    let data = bytes[(8 + length)...]
    let header = try SafetensorsHeader(
      text: Array(bytes[8..<8 + length]), dataSize: data.count, file: name)
    self.init(header, data: data, file: name)
  }

  private init(_ header: SafetensorsHeader, data: ArraySlice<UInt8>, file: String) {
    let start = data.startIndex
    self.init(
      tensors: header.entries.map { entry in
        Tensor(
          file: file, name: entry.name, type: entry.type, shape: entry.shape,
          bytes: data[start + entry.range.lowerBound..<start + entry.range.upperBound])
      },
      metadata: header.metadata)
  }
}
