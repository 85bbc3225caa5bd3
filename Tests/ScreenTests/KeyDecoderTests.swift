import Screen
import Testing

@Suite struct KeyDecoderTests {
  static let sequences = single + numbered + console + keypad
  private static let single: [(String, Key)] = [
    ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}OA", .up), ("\u{1B}OD", .left), ("\u{1B}[H", .home), ("\u{1B}[F", .end),
    ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\t", .tab),
    ("\r", .enter), ("\n", .enter), ("\u{7F}", .backspace), ("\u{8}", .backspace), (" ", .space),
    ("\u{1B}OP", .function(1)), ("\u{1B}[[B", .function(2)), ("\u{1B}[13~", .function(3)),
    ("\u{1B}OS", .function(4)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
    ("\u{1B}[21~", .function(10)), ("\u{1B}[24~", .function(12)), ("\u{3}", .control("c")),
    ("\u{1A}", .control("z")), ("\u{C}", .control("l")), ("\u{10}", .control("p")),
    ("q", .character("q")), ("é", .character("é")), ("中", .character("中")),
    ("𝜎", .character("𝜎")), ("\u{1B}Oq", .character("1")), ("\u{1B}OM", .enter),
    ("\u{1B}[7~", .home), ("\u{1B}[8~", .end), ("\u{1B}OH", .home), ("\u{1B}OF", .end),
    ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}[1;1A", .up), ("\u{1B}[P", .function(1)),
  ]
  /// `ESC [`, a number and `~`; the numbers have gaps.
  private static let numbered = zip([11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24], 1...12)
    .map { ("\u{1B}[\($0)~", Key.function($1)) }
  private static let console = zip("ABCDE", 1...5).map { ("\u{1B}[[\($0)", Key.function($1)) }
  private static let keypad = zip("jklmnopqrstuvwxy", "*+,-./0123456789")
    .map { ("\u{1B}O\($0)", Key.character($1)) }

  static let noise = [
    "\u{1B}[200~q\r\u{1B}[A\u{1B}q\u{1B}[201~", "\u{1B}]11;rgb:qq/qq/qq\u{7}",
    "\u{1B}]52;c;qqq\u{1B}\\", "\u{1B}P1+r436f=q\u{1B}\\", "\u{1B}_Gqq\u{1B}\\",
    "\u{1B}[?64;1;2q", "\u{1B}[12;40R", "\u{1B}[I", "\u{1B}[O", "\u{1B}[1;5C", "\u{1B}[1;2P",
    "\u{1B}[<0;10;20M", "\u{1B}[<0;10;20m", "\u{1B}[Mqqq", "\u{1B}[?2026;2$y", "\u{1B}[27;5;113~",
    "\u{1B}[113;5u", "\u{1B}[[F", "\u{1B}O2Q", "\u{1B}O1;2Q", "\u{1B}[7$", "\u{1B}[8^",
    "\u{0}", "\u{1C}", "\u{85}",
  ]

  @Test(arguments: sequences) func `a sequence is a key`(bytes: String, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes.utf8) == [key])
    #expect(decoder.patience == nil)
  }

  @Test(arguments: sequences) func `a sequence may come in two parts`(bytes: String, key: Key) {
    for cut in 1..<max(2, bytes.utf8.count) {
      var decoder = KeyDecoder()
      let keys =
        decoder.decode(bytes.utf8.prefix(cut)) + decoder.decode(bytes.utf8.dropFirst(cut))
      #expect(keys == [key], "cut after \(cut)")
    }
  }

  @Test(arguments: sequences) func `a sequence may come byte by byte`(bytes: String, key: Key) {
    var decoder = KeyDecoder()
    #expect(bytes.utf8.flatMap { decoder.decode([$0]) } == [key])
  }

  @Test(arguments: noise) func `what is not a key is swallowed whole`(bytes: String) {
    for cut in 0..<bytes.utf8.count {
      var decoder = KeyDecoder()
      let keys =
        decoder.decode(bytes.utf8.prefix(cut)) + decoder.decode(bytes.utf8.dropFirst(cut))
      #expect(keys == [], "cut after \(cut)")
      #expect(decoder.decode("x".utf8) == [.character("x")], "cut after \(cut)")
    }
  }

  @Test func `only a cursor behind one character answers how wide it is`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[1;5R\u{1B}[24;80R".utf8) == [])
    #expect(decoder.reportedColumn == nil)
    #expect(decoder.decode("\u{1B}[7;3R\u{1B}[1;5R".utf8) == [])
    #expect(decoder.reportedColumn == 3)
  }

  @Test func `ESC alone is the Escape key after a short wait`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x1B]) == [])
    #expect(decoder.patience == .milliseconds(25))
    #expect(decoder.giveUp() == [.escape])
    #expect(decoder.patience == nil)
  }

  @Test func `ESC and a key typed quickly are two keys`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}q".utf8) == [.escape, .character("q")])
    #expect(decoder.decode("\u{1B}\u{1B}[A".utf8) == [.escape, .up])
  }

  @Test func `an unfinished sequence is dropped when its rest does not come`() {
    for bytes in ["\u{1B}[20", "\u{1B}O", "\u{1B}]11;", "\u{E4}"] {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes.utf8.prefix(bytes == "\u{E4}" ? 1 : 99)) == [])
      #expect(decoder.patience == .seconds(1))
      #expect(decoder.giveUp() == [])
      #expect(decoder.decode("x".utf8) == [.character("x")])
    }
  }

  @Test(arguments: ["\u{1B}]", "\u{1B}P", "\u{1B}]11;\u{1B}"])
  func `a text that never ends swallows letters, but not the arrow after them`(start: String) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(Array("\(start)xq\u{1B}[A".utf8)) == [.up])
    #expect(decoder.decode(Array("q".utf8)) == [.character("q")])
  }

  @Test func `a paste may pause longer than a key, and its keys come back at last`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1B}[200~abc".utf8) == [])
    #expect(decoder.patience == .seconds(5))
    #expect(decoder.giveUp() == [])
    #expect(decoder.decode("x".utf8) == [.character("x")])
  }

  @Test func `a sequence longer than any terminal sends is no key`() {
    var decoder = KeyDecoder()
    let digits = String(repeating: "1", count: 1000)
    #expect(decoder.decode("\u{1B}[\(digits)~x".utf8) == [.character("x")])
  }

  @Test func `a paste ends where its end stands whole, whatever has begun like it before`() {
    for text in ["", "\u{1B}", "\u{1B}[20", "\u{1B}[201", "\u{1B}[200~", "q\u{1B}\u{1B}[2"] {
      var decoder = KeyDecoder()
      #expect(decoder.decode("\u{1B}[200~q\(text)\u{1B}[201~x".utf8) == [.character("x")])
    }
  }

  @Test func `invalid UTF-8 types nothing`() {
    var decoder = KeyDecoder()
    #expect(decoder.decode([0x80, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80]) == [.character("(")])
  }

  @Test func `any bytes are survived and Escape always works again`() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let bytes = (0..<200).map { _ in
        UInt8.random(in: 0...9, using: &random) < 3
          ? 0x1B : UInt8.random(in: 0...255, using: &random)
      }
      var decoder = KeyDecoder()
      _ = decoder.decode(bytes)
      _ = decoder.giveUp()
      #expect(decoder.decode("q".utf8) == [.character("q")], "\(bytes)")
    }
  }
}
