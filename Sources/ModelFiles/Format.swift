#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A number as text with the given significant digits, the same in every locale.
///
/// The text is that of C's `%.17g`: the exact binary value, rounded to the digits, without trailing
/// zeros; 17 digits give back every `Double` bit by bit. Numbers that are not finite are `NaN`,
/// `Infinity` and `-Infinity`.
///
/// - Parameters:
///   - value: any number.
///   - digits: 1 to 17.
public func format(_ value: Double, digits: Int = 17) -> String {
  var bytes: [UInt8] = []
  append(value, digits: digits, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// Appends what `format` gives, without making a string.
func append(_ value: Double, digits: Int, to bytes: inout [UInt8]) {
  precondition((1...17).contains(digits), "the digits must be 1 to 17, not \(digits)")
  guard value.isFinite else {
    bytes += (value.isNaN ? "NaN" : value < 0 ? "-Infinity" : "Infinity").utf8
    return
  }
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 48) { buffer in
    let count = withVaList([CInt(digits), value]) { arguments in
      vsnprintf(buffer.baseAddress, buffer.count, "%.*g", arguments)
    }
    appendNumber(buffer.prefix(Int(count)).lazy.map { UInt8(bitPattern: $0) }, to: &bytes)
  }
}

/// Appends a number as the system writes it: the locale's decimal separator, of one or more bytes,
/// becomes a point.
func appendNumber(_ text: some Sequence<UInt8>, to bytes: inout [UInt8]) {
  var isInSeparator = false
  for byte in text {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "e"):
      bytes.append(byte)
      isInSeparator = false
    default:
      if !isInSeparator { bytes.append(UInt8(ascii: ".")) }
      isInSeparator = true
    }
  }
}
