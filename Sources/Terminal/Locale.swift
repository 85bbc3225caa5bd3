internal import CNcurses

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Sets the character encoding that the environment asks for, and nothing else of its locale.
///
/// A machine may lack the locale (`LANG=zh_TW.UTF-8`): then any other UTF-8 locale serves, because
/// the C locale would lose every character beyond ASCII.
/// - Returns: whether the encoding is UTF-8.
func setCharacterEncoding() -> Bool {
  setlocale(LC_CTYPE, "")
  if cn_locale_is_utf8() { return true }
  let wanted = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap(Environment.value).first ?? ""
  let encoding = wanted.split(separator: ".").dropFirst().joined().lowercased()
  guard encoding.hasPrefix("utf-8") || encoding.hasPrefix("utf8") else { return false }
  let substitutes = ["C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"]
  return substitutes.contains { setlocale(LC_CTYPE, $0) != nil && cn_locale_is_utf8() }
}

/// The character that a picture has most of, `│`; its width is ambiguous (Unicode Annex 11).
let boxDrawing: UInt32 = 0x2502

/// Whether the environment speaks Chinese, Japanese or Korean.
var isEastAsian: Bool {
  let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap(Environment.value)
  return ["zh", "ja", "ko"].contains { names.first?.hasPrefix($0) ?? false }
}
