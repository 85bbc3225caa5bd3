#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads a descriptor line by line.
///
/// The standard library's `readLine` takes the end of the input for an interruption when a call was
/// interrupted before, and asks again for ever.
struct LineReader {
  /// What is longer is cut into lines of this many bytes: a person types no such line.
  static let lengthLimit = 65_536

  let descriptor: Int32
  private var bytes: [UInt8] = []
  private var hasEnded = false

  init(descriptor: Int32) { self.descriptor = descriptor }

  /// The next line without its line end, what is no UTF-8 replaced; nil at the end of the input or
  /// when it cannot be read.
  mutating func next() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        return take(end, andThen: 1)
      }
      if bytes.count >= Self.lengthLimit { return take(Self.lengthLimit, andThen: 0) }
      guard !hasEnded else { return bytes.isEmpty ? nil : take(bytes.count, andThen: 0) }
      fill()
    }
  }

  private mutating func take(_ count: Int, andThen rest: Int) -> String {
    var line = bytes[..<count]
    if rest > 0, line.last == UInt8(ascii: "\r") { line.removeLast() }
    let text = String(decoding: line, as: UTF8.self)
    bytes.removeFirst(count + rest)
    return text
  }

  private mutating func fill() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
    if count > 0 {
      bytes += buffer[..<count]
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
  }
}
