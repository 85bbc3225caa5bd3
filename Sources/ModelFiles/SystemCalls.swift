#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// What a system call's error code says, as a clause in English.
func systemReason(_ code: CInt) -> String {
  switch code {
  case ENOENT: "there is no such file or folder"
  case EACCES, EPERM: "permission is denied"
  case ENOTDIR: "a part of the path is not a folder"
  case EISDIR: "it is a folder"
  case ENAMETOOLONG: "the name is too long"
  case ELOOP: "links point at each other"
  case ENOSPC: "the disk is full"
  case EDQUOT: "your share of the disk is full"
  case EFBIG: "the disk does not take files this large"
  case EROFS: "the disk can only be read"
  case EMFILE, ENFILE: "too many files are open"
  case EIO: "the disk reports a defect"
  case ENOMEM: "there is not enough memory"
  default: String(cString: strerror(code))
  }
}

/// Repeats a call of the system that a signal interrupted.
///
/// - Returns: the call's result, or an error number if it failed.
func retrying<Count: SignedInteger>(_ call: () -> Count) -> (result: Count, code: CInt) {
  while true {
    let result = call()
    guard result == -1 else { return (result, 0) }
    guard errno == EINTR else { return (result, errno) }
  }
}

extension mode_t {
  /// The part that tells files from folders and devices.
  var kind: mode_t { self & mode_t(S_IFMT) }

  /// Whether it belongs to a regular file.
  var isRegularFile: Bool { kind == mode_t(S_IFREG) }
}
