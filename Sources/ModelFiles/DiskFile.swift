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
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ModelFileError(
        file: path, reason: .unwritable, explanation: "the path is empty or holds a zero byte")
    }
    let permissions = try permissionsToKeep(path, replacing: replacing)
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { String(Substring(path.utf8[...$0])) } ?? "./"
    let temporary = try TemporaryFile(folder: folder, target: path)
    try temporary.fill(bytes, permissions: permissions)
    try temporary.takeName(replacing: replacing)
    temporary.flush(folder)
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

extension ModelFileError {
  static func exists(_ path: String) -> Self {
    ModelFileError(
      file: path, reason: .exists,
      explanation: "a file of this name exists; choose another name or ask to replace it")
  }
}
