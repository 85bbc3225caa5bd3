import Foundation
import Screen
import Testing

/// Every locale on every terminal: the whole picture, in the characters that both have.
@Suite(.serialized, .timeLimit(.minutes(10))) struct TerminalGridTests {
  static let terms = [
    "xterm", "xterm-256color", "screen", "screen-256color", "tmux-256color", "linux", "vt100",
    "vt220", "ansi", "rxvt", "xterm-mono", "xterm-direct", "", "dumb", "tmux", "vt102",
    "rxvt-unicode-256color", "screen.xterm-256color", "xterm-kitty", "xterm-ghostty", "alacritty",
  ]
  /// Those of them that many machines do not know.
  static let modern: Set = ["xterm-kitty", "xterm-ghostty", "alacritty"]
  /// Whether the locale writes Unicode, also where it is not installed.
  static let locales: [(name: String, isUnicode: Bool)] = [
    ("", false), ("C", false), ("POSIX", false), ("C.UTF-8", true),
    ("en_US.ISO-8859-1", false), ("en_US.UTF-8", true), ("de_DE.UTF-8", true),
    ("tr_TR.UTF-8", true), ("ja_JP.UTF-8", true), ("zh_TW.UTF-8", true), ("xx_XX.UTF-8", true),
  ]

  @Test(arguments: locales)
  func `nothing is clipped and nothing is written that the terminal does not have`(
    locale: String, isUnicode: Bool
  ) async throws {
    let folder = try TemporaryFolder()
    var environment = Products.environment(["LANG": nil])
    environment["TERMINFO"] = try await Self.directColors(in: folder)
    environment["LOCPATH"] = try await Self.install(locale, in: folder)
    if !locale.isEmpty { environment["LC_ALL"] = locale }
    let session = try await TerminalSession(environment: environment)
    let picture = try await Self.picture()
    for term in Self.terms {
      try await session.enter("clear; TERM=\(term) '\(Products.cellscope)'; echo left=$?=")
      if term == "dumb" {
        try await session.wait(for: "step 1 of 11:")
        try await session.enter("q")
      } else {
        let isPlain = !isUnicode || term == "linux"
        try await Self.compare(session, isPlain ? Self.inASCII(picture) : picture, term)
        try await session.press("q")
      }
      try await session.wait(for: "left=0=")
    }
  }

  /// A terminal that is not known says so below the picture, which is as always.
  private static func compare(
    _ session: TerminalSession, _ picture: [String], _ term: String
  ) async throws {
    let isSubstituted = try await Self.isUnknown(term)
    let count = isSubstituted ? 16 : 24
    let expected = picture.prefix(count).joined(separator: "\n")
    try await session.wait(forScreen: expected, rows: count, note: "TERM=\(term)")
    if isSubstituted {
      try await session.wait(for: term.isEmpty ? "TERM is not set" : "is unknown here")
    }
  }

  private static func isUnknown(_ term: String) async throws -> Bool {
    guard modern.contains(term) else { return term.isEmpty }
    return try await CommandOutput.ofShell("infocmp \(term)").ending != .exit(0)
  }

  private static func picture() async throws -> [String] {
    let show = try await CommandOutput.of("show")
    try #require(show.ending == .exit(0))
    return show.output.components(separatedBy: "\n")
  }

  private static func inASCII(_ rows: [String]) -> [String] {
    rows.map { String($0.map(AsciiFallback.character(for:))) }
  }

  /// Makes the locale if the machine has its sources; otherwise the C library does without it.
  static func install(_ name: String, in folder: TemporaryFolder) async throws -> String? {
    let parts = name.split(separator: ".").map(String.init)
    guard parts.count == 2, parts[0].count == 5 else { return nil }
    let path = folder.path("locales/\(name)")
    let made = try await CommandOutput.ofShell(
      "localedef -i \(parts[0]) -f \(parts[1]) '\(path)' && ls '\(path)'")
    return made.output.contains("LC_CTYPE") ? folder.path("locales/") : nil
  }

  /// A description of xterm with 24-bit colours, which Debian keeps in a package of its own.
  static func directColors(in folder: TemporaryFolder) async throws -> String {
    let (source, compiled) = (folder.path("direct.ti"), folder.path("terminfo/"))
    let colors = { (first: Int) in
      "\\E[%?%p1%{8}%<%t\(first)%p1%d%e\(first)8\\:2\\:\\:%p1%{65536}%/%d"
        + "\\:%p1%{256}%/%{255}%&%d\\:%p1%{255}%&%d%;m"
    }
    try """
    xterm-direct|xterm with direct colors,
    \tRGB, colors#0x1000000, pairs#0x10000, ccc@, initc@, oc@,
    \tsetaf=\(colors(3)), setab=\(colors(4)), use=xterm-256color,

    """.write(toFile: source, atomically: true, encoding: .utf8)
    let made = try await CommandOutput.ofShell("tic -x -o '\(compiled)' '\(source)'")
    try #require(made.ending == .exit(0), "\(made.errors)")
    return compiled
  }

  @Test func `direct colours are those of the palette`() async throws {
    let folder = try TemporaryFolder()
    let environment = Products.environment([
      "TERMINFO": try await Self.directColors(in: folder)
    ])
    let session = try await TerminalSession(environment: environment)
    try await session.enter("TERM=xterm-direct '\(Products.cellscope)'")
    try await session.wait(for: "LSTM")
    let direct = try await session.coloredScreen()
    try await session.press("q")
    try await session.enter("clear; TERM=xterm-256color '\(Products.cellscope)'")
    try await session.wait(for: "LSTM")
    let palette = try await session.coloredScreen()
    #expect(direct.contains("38;2;") && !direct.contains("38;5;"))
    #expect(direct == Self.writtenOut(palette))
  }

  /// With the palette's numbers written as amounts of red, green and blue.
  private static func writtenOut(_ screen: String) -> String {
    screen.replacing(/([34])8;5;(\d+)m/) { match in
      let color = Color(paletteIndex: Int(match.2) ?? 16)
      // Numbers below 8 are the terminal's own there, so black has a trace of blue.
      let blue = color.red == 0 && color.green == 0 ? max(8, color.blue) : color.blue
      return "\(match.1)8;2;\(color.red);\(color.green);\(blue)m"
    }
  }
}

/// Terminals that give box-drawing characters two columns.
@Suite(.timeLimit(.minutes(2))) struct AmbiguousWidthTests {
  private static let question = "\u{1B}[6n"

  /// What the program writes after the terminal has said in which column its cursor is.
  private static func pictureAfter(
    _ answer: String, locale: String = "ja_JP.UTF-8"
  ) async throws -> PseudoTerminal {
    let terminal = try PseudoTerminal(environment: Products.environment(["LANG": locale]))
    try await terminal.wait(for: question)
    terminal.type(answer)
    try await terminal.waitForFirstPicture()
    return terminal
  }

  @Test(arguments: ["ja_JP.UTF-8", "zh_TW.UTF-8", "ko_KR.UTF-8"])
  func `two columns mean ASCII`(locale: String) async throws {
    let terminal = try await Self.pictureAfter("\u{1B}[1;3R", locale: locale)
    let picture = try await terminal.wholePicture()
    #expect(picture.allSatisfy { $0 < 0x80 })
    #expect(picture.firstRange(of: Array("LSTM".utf8)) != nil)
  }

  @Test(arguments: ["\u{1B}[1;2R", "", "\u{1B}[1;R", "\u{1B}[R"])
  func `one column, or no answer, leaves the drawing as it is`(answer: String) async throws {
    let picture = try await Self.pictureAfter(answer).wholePicture()
    #expect(picture.contains { $0 >= 0x80 })
  }

  @Test func `an answer that comes late is heeded and presses no key`() async throws {
    let terminal = try await Self.pictureAfter("")
    let before = terminal.output.count
    terminal.type("\u{1B}[1;3R")
    try await terminal.wait(for: "LSTM", after: before)
    try await terminal.waitUntilSilent()
    #expect(terminal.output[before...].allSatisfy { $0 < 0x80 })
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test func `where it does not matter nothing is asked`() async throws {
    let terminal = try PseudoTerminal()
    try await terminal.waitForFirstPicture()
    #expect(!terminal.text.contains(Self.question))
  }

  @Test(arguments: [("wide", false), ("narrow", true)])
  func `the preferences know better`(width: String, drawsUnicode: Bool) async throws {
    let folder = try TemporaryFolder()
    try "ambiguous = \(width)\n".write(
      toFile: folder.path("cellscope/config"), atomically: true, encoding: .utf8)
    let terminal = try PseudoTerminal(
      environment: Products.environment([
        "LANG": "ja_JP.UTF-8", "XDG_CONFIG_HOME": folder.path(""),
      ]))
    try await terminal.waitForFirstPicture()
    #expect(!terminal.text.contains(Self.question))
    #expect(terminal.output.contains { $0 >= 0x80 } == drawsUnicode)
  }
}
