import CellScene
import ModelFiles
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output as bytes, with every failure noticed.
///
/// A reader that goes away (`| head`) ends the program silently, as the system does by default.
enum StandardOutput {
  /// Writes all of a text, as lines in which a terminal finds nothing but characters.
  ///
  /// The one way for text to get out: whatever a file, a word or the environment has put into it,
  /// controls and hidden characters become visible marks.
  static func write(_ text: String) throws(OutputError) { try send(Printable(text).bytes) }

  /// Writes text that is there as whole characters of UTF-8.
  static func write(_ text: [UInt8]) throws(OutputError) { try send(Printable(text).bytes) }

  /// Writes a picture in one of the formats.
  static func write(
    _ canvas: Canvas, as format: ExportFormat, theme: ThemeChoice
  ) throws(OutputError) {
    // A canvas holds no control characters, and the sequences for colours are our own.
    try send(Array(Export.content(of: canvas, as: format, theme: theme).utf8))
  }

  private static func send(_ bytes: [UInt8], to descriptor: Int32 = 1) throws(OutputError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN {
          // Another process has made the pipe or the terminal non-blocking.
          waitForOutput(descriptor)
          continue
        }
        throw OutputError(reason: String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(written)
    }
  }

  /// Writes to standard error; if that fails there is nobody left to tell.
  ///
  /// - Parameters:
  ///   - endsLine: whether a line feed follows.
  ///   - replacesLine: whether it stands in the place of the line before, which was not ended.
  static func complain(_ text: String, endsLine: Bool = true, replacesLine: Bool = false) {
    let bytes =
      Array((replacesLine ? "\r\u{1B}[K" : "").utf8)
      + Printable(text.hasSuffix("\n") || !endsLine ? text : text + "\n").bytes
    try? send(bytes, to: 2)
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
