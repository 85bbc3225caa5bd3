#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A new file that takes its final name when it is complete; it closes and removes itself.
struct TemporaryFile: ~Copyable {
  private let descriptor: CInt
  private let path: String
  private let target: String

  /// Makes an empty file of a name that nobody has, in the folder of the target.
  init(folder: String, target: String) throws(ModelFileError) {
    self.target = target
    for _ in 0..<16 {
      let name = folder + ".cellscope-" + String(UInt64.random(in: 0...UInt64.max), radix: 36)
      let (descriptor, code) = retrying {
        open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
      }
      if descriptor >= 0 {
        self.descriptor = descriptor
        self.path = name
        return
      }
      guard code == EEXIST else { throw Self.failure(target, code) }
    }
    throw Self.failure(target, EEXIST)
  }

  deinit {
    close(descriptor)
    unlink(path)
  }

  private static func failure(_ target: String, _ code: CInt) -> ModelFileError {
    ModelFileError(file: target, reason: .unwritable, explanation: systemReason(code))
  }

  /// Writes the bytes and waits until they are on the disk.
  func fill(_ bytes: [UInt8], permissions: mode_t?) throws(ModelFileError) {
    var written = 0
    while written < bytes.count {
      let (count, code) = bytes.withUnsafeBytes { buffer in
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        return retrying { write(descriptor, rest.baseAddress, rest.count) }
      }
      guard count > 0 else { throw Self.failure(target, code == 0 ? EIO : code) }
      written += count
    }
    if let permissions, fchmod(descriptor, permissions) != 0 { throw Self.failure(target, errno) }
    let (result, code) = retrying { fsync(descriptor) }
    guard result == 0 else { throw Self.failure(target, code) }
  }

  /// Gives the file its final name.
  ///
  /// A hard link fails if the name is taken, in one step. On disks without hard links the name is
  /// looked at once more and then taken, so a file made in between is lost.
  func takeName(replacing: Bool) throws(ModelFileError) {
    if !replacing {
      guard link(path, target) != 0 else { return }
      let code = errno
      var status = stat()
      guard code != EEXIST, lstat(target, &status) != 0 else { throw ModelFileError.exists(target) }
      guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(code) else {
        throw Self.failure(target, code)
      }
    }
    guard rename(path, target) == 0 else { throw Self.failure(target, errno) }
  }

  /// Asks the disk to keep the folder's new entry; the file is complete even if it cannot.
  func flush(_ folder: String) {
    let (descriptor, _) = retrying { open(folder, O_RDONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
