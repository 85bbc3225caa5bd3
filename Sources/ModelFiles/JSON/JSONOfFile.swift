extension JSON {
  /// Parses the text of a file, or of a part of it.
  ///
  /// - Parameters:
  ///   - file: the file's name for the error.
  ///   - reason: the kind of error that a text which is no strict JSON is.
  ///   - part: what the text is called.
  ///   - start: where it begins in the file.
  /// - Throws: `ModelFileError` with the byte at which the text goes wrong.
  init(
    _ bytes: [UInt8], depthLimit: Int, of file: String, _ reason: ModelFileError.Reason,
    part: String = "the text", from start: Int = 0
  ) throws(ModelFileError) {
    do {
      try self.init(parsing: bytes, depthLimit: depthLimit)
    } catch {
      throw ModelFileError(
        file: file, place: "\(part) at byte \(start + error.offset)", reason: reason,
        explanation: error.explanation)
    }
  }
}
