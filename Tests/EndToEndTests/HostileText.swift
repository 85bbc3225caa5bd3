import Foundation

/// Texts that try to do something to a terminal.
enum HostileText {
  /// Sequences that move, erase, name windows, write clipboards, ask questions or turn text round.
  static let known = [
    "\u{1B}[2J", "\u{1B}[31m", "\u{1B}]0;title\u{7}", "\u{1B}]52;c;cm0gLXJm\u{7}",
    "\u{1B}P$q\u{1B}\\",
    "\u{1B}_G\u{1B}\\", "\u{1B}[6n", "\u{1B}c", "\u{9B}2J", "\u{9D}0;t\u{9C}", "\u{90}q\u{9C}",
    "a\rb",
    "a\u{8}b", "a\u{7}b", "\u{7F}", "\u{E}x\u{F}", "a\u{202E}b", "a\u{2066}b\u{2069}", "\u{200B}",
    "\u{FEFF}", "\u{E0041}", "\u{2028}", "\u{85}", "\u{AD}", "%s%n%x", "\u{FFF9}", "a\nb",
    "e\u{301}\u{1B}[1m", "\u{1F468}\u{200D}\u{1B}[7m",
  ]

  /// So many texts: the known ones, every control and format character, and mixtures of them.
  static func texts(_ count: Int) -> [String] {
    let scalars =
      (1...0x9F).filter { !(0x20..<0x7F).contains($0) } + Array(0x200B...0x200F)
      + Array(0x202A...0x202E) + Array(0x2060...0x206F) + [0x61C, 0x180E, 0xFFF9, 0xE0001, 0xE007F]
    var texts = known + scalars.compactMap { Unicode.Scalar($0) }.map { "x\(Character($0))y" }
    var state: UInt64 = 5
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    while texts.count < count {
      texts.append((0...next(4)).map { _ in texts[next(texts.count)] }.joined(separator: "é"))
    }
    return Array(texts.prefix(count))
  }

  /// What a terminal could take for something else than visible characters; nil if there is nothing.
  static func fault(in output: String) -> String? {
    let hidden = output.unicodeScalars.first { scalar in
      guard scalar != "\n" else { return false }
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator: return true
      default: return false
      }
    }
    return hidden.map { "U+\(String($0.value, radix: 16)) in \(output.debugDescription)" }
  }
}
