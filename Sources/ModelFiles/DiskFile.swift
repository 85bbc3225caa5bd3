#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reading and writing whole files.
public enum DiskFile {
  /// The bytes of a regular file.
  ///
  /// - Parameters:
  ///   - path: the file, or a link to it.
  ///   - sizeLimit: the most bytes it may have.
  /// - Throws: `ModelFileError` if the system does not give the file, if it is a folder, device or
  ///   pipe, or larger than the limit.
  public static func read(_ path: String, sizeLimit: Int) throws(ModelFileError) -> [UInt8] {
    let file = try OpenFile(path: path, sizeLimit: sizeLimit)
    return try file.bytes(0..<file.size)
  }

  /// What standard input is called in a message.
  public static let standardInput = "standard input"

  /// The bytes of standard input up to its end.
  ///
  /// - Parameter sizeLimit: the most bytes it may have.
  /// - Throws: `ModelFileError` if it cannot be read or has more.
  public static func readStandardInput(sizeLimit: Int) throws(ModelFileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let (count, code) = buffer.withUnsafeMutableBytes { buffer in
        retrying { systemRead(STDIN_FILENO, buffer.baseAddress, buffer.count) }
      }
      guard count >= 0 else {
        throw ModelFileError(
          file: standardInput, reason: .unreadable, explanation: systemReason(code))
      }
      guard count > 0 else { return bytes }
      bytes += buffer[..<count]
      guard bytes.count <= sizeLimit else {
        throw ModelFileError(
          file: standardInput, reason: .tooLarge,
          explanation: "it has more than the \(sizeLimit) bytes that are allowed")
      }
    }
  }

  /// Finds out, before long work, whether `write` would be refused.
  ///
  /// - Throws: `ModelFileError` as `write` does for a path, a folder or a name that cannot take a file.
  public static func checkTarget(_ path: String, replacing: Bool) throws(ModelFileError) {
    let (folder, _) = try target(path, replacing: replacing)
    _ = try TemporaryFile(folder: folder, target: path)
  }

  /// Writes a file, whole or not at all.
  ///
  /// The bytes go to a new file in the same folder, reach the disk and then take the name, so that at
  /// any moment the name stands for the old file or the new one. A new file can be read by all and
  /// written by its owner, less what the umask takes away; one that replaces another keeps its
  /// permissions. A folder, device or link is never replaced.
  ///
  /// - Parameters:
  ///   - bytes: the file's content.
  ///   - path: where to write; the folder must exist.
  ///   - replacing: whether a file that exists may be replaced.
  /// - Throws: `ModelFileError` if the file exists and may not be replaced or the disk does not take
  ///   it; nothing is changed then.
  public static func write(
    _ bytes: [UInt8], to path: String, replacing: Bool = false
  ) throws(ModelFileError) {
    let (folder, permissions) = try target(path, replacing: replacing)
    let temporary = try TemporaryFile(folder: folder, target: path)
    try temporary.fill(bytes, permissions: permissions)
    try temporary.takeName(replacing: replacing)
    temporary.flush(folder)
  }

  /// The folder of a file that may be written, and the permissions that it keeps, if it has any.
  private static func target(
    _ path: String, replacing: Bool
  ) throws(ModelFileError) -> (folder: String, permissions: mode_t?) {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ModelFileError(
        file: path, reason: .unwritable, explanation: "the path is empty or holds a zero byte")
    }
    let permissions = try permissionsToKeep(path, replacing: replacing)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return (slash.map { String(Substring(path.utf8[...$0])) } ?? "./", permissions)
  }

  /// The permissions of the file to replace, or `nil` if there is none.
  private static func permissionsToKeep(
    _ path: String, replacing: Bool
  ) throws(ModelFileError) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    guard status.st_mode.isRegularFile else {
      throw ModelFileError(
        file: path, reason: .exists,
        explanation: "a folder, a device or a link has this name; choose another one")
    }
    guard replacing else { throw ModelFileError.exists(path) }
    return status.st_mode & 0o777
  }
}

/// The system's read, apart from the function above that bears its name.
private let systemRead: @Sendable (Int32, UnsafeMutableRawPointer?, Int) -> Int = {
  read($0, $1, $2)
}

extension ModelFileError {
  static func exists(_ path: String) -> Self {
    ModelFileError(
      file: path, reason: .exists,
      explanation: "a file of this name exists; choose another name or ask to replace it")
  }
}
