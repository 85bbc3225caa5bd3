#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output as bytes, with every failure noticed.
///
/// A reader that goes away (`| head`) ends the program silently, as the system does by default.
enum StandardOutput {
  /// Writes all of a text.
  static func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Writes all bytes.
  static func write(_ bytes: [UInt8]) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(1, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        throw OutputError(reason: String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes to standard error; if that fails there is nobody left to tell.
  static func complain(_ text: String, endsLine: Bool = true) {
    let bytes = Array((text.hasSuffix("\n") || !endsLine ? text : text + "\n").utf8)
    _ = bytes.withUnsafeBytes { systemWrite(2, $0.baseAddress, $0.count) }
  }

  /// Whether a person looks at it.
  static var isTerminal: Bool { isatty(1) == 1 }
}

/// Standard output did not take what was written.
struct OutputError: Error, CustomStringConvertible {
  let reason: String

  /// One full sentence.
  var description: String { "Cannot write to standard output: \(reason)." }
}

/// The system's write, apart from the functions above that bear its name.
private let systemWrite: @Sendable (Int32, UnsafeRawPointer?, Int) -> Int = { write($0, $1, $2) }
