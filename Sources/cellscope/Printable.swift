import ModelFiles

/// Text that can do nothing to a terminal: visible characters, tabs and line feeds alone.
struct Printable {
  /// UTF-8.
  let bytes: [UInt8]

  /// Makes any text harmless; what is harmless already stays as it is.
  init(_ text: String) { self.init(Array(text.utf8)) }

  /// The same for UTF-8; what is none becomes U+FFFD.
  init(_ raw: [UInt8]) {
    let isKept = { (byte: UInt8) in byte == 0x0A || byte == 0x09 || (0x20..<0x7F).contains(byte) }
    // Most texts are long and plain.
    guard !raw.allSatisfy(isKept) else {
      bytes = raw
      return
    }
    let text = String(decoding: raw, as: UTF8.self)
    let parts = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      $0 == "\n" || $0 == "\t"
    }
    let separators = text.unicodeScalars.filter { $0 == "\n" || $0 == "\t" }.map(String.init) + [""]
    bytes = Array(
      zip(parts, separators).map { visible(String($0), limit: .max) + $1 }.joined().utf8)
  }
}
