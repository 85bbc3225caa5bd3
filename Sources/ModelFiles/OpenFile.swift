#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A regular file that is open for reading; it closes itself.
struct OpenFile: ~Copyable {
  private let descriptor: CInt
  private let path: String
  /// The number of bytes when the file was opened.
  let size: Int

  /// Opens a file without waiting, even if the path is a pipe.
  ///
  /// - Throws: `ModelFileError` if the system does not give the file, if it is not a regular file or
  ///   larger than the limit.
  init(path: String, sizeLimit: Int) throws(ModelFileError) {
    guard !path.isEmpty else {
      throw ModelFileError(file: path, reason: .unreadable, explanation: "the path is empty")
    }
    guard !path.utf8.contains(0) else {
      throw ModelFileError(
        file: path, reason: .unreadable, explanation: "a path cannot hold a zero byte")
    }
    let (descriptor, code) = retrying { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else {
      throw ModelFileError(file: path, reason: .unreadable, explanation: systemReason(code))
    }
    do {
      size = try Self.size(of: descriptor, path, sizeLimit)
    } catch {
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  private static func size(
    of descriptor: CInt, _ path: String, _ limit: Int
  ) throws(ModelFileError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw ModelFileError(file: path, reason: .unreadable, explanation: systemReason(errno))
    }
    guard status.st_mode.isRegularFile else {
      let kind = status.st_mode.kind == mode_t(S_IFDIR) ? "a folder" : "a device or a pipe"
      throw ModelFileError(
        file: path, reason: .notAFile,
        explanation: "this is \(kind), not a file")
    }
    guard status.st_size <= limit else {
      throw ModelFileError(
        file: path, reason: .tooLarge,
        explanation: "the file has \(status.st_size) bytes, but at most \(limit) are allowed")
    }
    return Int(status.st_size)
  }

  /// Reads a part of the file.
  ///
  /// - Parameter range: a part of `0..<size`.
  /// - Throws: `ModelFileError` if reading fails or the file has become shorter.
  func bytes(_ range: Range<Int>) throws(ModelFileError) -> [UInt8] {
    // For no bytes the library would write the count of the one empty array that all threads share.
    guard !range.isEmpty else { return [] }
    var failure: CInt?
    let result = [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        let rest = UnsafeMutableBufferPointer(rebasing: buffer[count..<range.count])
        let offset = off_t(range.lowerBound + count)
        let (read, code) = retrying { pread(descriptor, rest.baseAddress, rest.count, offset) }
        guard read > 0 else {
          failure = code
          return
        }
        count += read
      }
    }
    guard let failure else { return result }
    throw ModelFileError(
      file: path, reason: .unreadable,
      explanation: failure == 0
        ? "the file became shorter while it was read" : systemReason(failure))
  }
}
