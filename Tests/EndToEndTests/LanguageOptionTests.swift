import Foundation
import Testing

/// The language as the command line, the preferences and the locale ask for it.
@Suite(.timeLimit(.minutes(1))) struct LanguageOptionTests {
  private static let chinese = [Products.cellscope, "--language", "zh-Hant"]

  @Test func `the option and the file of preferences choose it`() async throws {
    let folder = try TemporaryFolder()
    try Data("language = zh-Hant\n".utf8)
      .write(to: URL(filePath: folder.path("cellscope/config")))
    for (arguments, variables) in [
      (Self.chinese, [:]), ([Products.cellscope], ["XDG_CONFIG_HOME": folder.path("")]),
    ] {
      let terminal = try PseudoTerminal(arguments, environment: Products.environment(variables))
      try await terminal.wait(for: "窺視孔")
      terminal.type("A")
      try await terminal.wait(for: "peepholes")
      terminal.type("q")
      #expect(try await terminal.end() == .exit(0))
    }
  }

  @Test func `where box drawing is two columns wide the drawing is ASCII and the words stay`()
    async throws
  {
    let folder = try TemporaryFolder()
    try Data("ambiguous = wide\nlanguage = zh-Hant\n".utf8)
      .write(to: URL(filePath: folder.path("cellscope/config")))
    let terminal = try PseudoTerminal(
      environment: Products.environment(["XDG_CONFIG_HOME": folder.path("")]))
    try await terminal.wait(for: "窺視孔")
    #expect(!terminal.text.contains("─") && !terminal.text.contains("σ"))
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test(arguments: ["C", "POSIX"])
  func `a locale without Unicode stays English and says so in one sentence`(
    locale: String
  ) async throws {
    let terminal = try PseudoTerminal(
      Self.chinese, environment: Products.environment(["LC_ALL": locale]))
    try await terminal.wait(for: "so it stays English.")
    #expect(!terminal.output.contains { $0 >= 0x80 })
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test func `a story through a pipe is told in it, or in English with a sentence beside`()
    async throws
  {
    let told = try await CommandOutput.of("run", "--language", "zh-Hant")
    #expect(told.output.contains("候選數值") && told.errors.isEmpty)
    let plain = try await CommandOutput.ofShell("LC_ALL=C \"$0\" --language zh-Hant")
    #expect(plain.output.contains("The candidate") && !plain.output.contains("候選"))
    #expect(
      plain.errors
        == "cellscope: This terminal shows no Chinese characters, so it stays English.\n")
  }

  @Test func `doctor speaks the language of the option or of the preferences`() async throws {
    let folder = try TemporaryFolder()
    try Data("language = zh-Hant\n".utf8)
      .write(to: URL(filePath: folder.path("cellscope/config")))
    let variables = ["XDG_CONFIG_HOME": folder.path("")]
    for doctor in [
      try await CommandOutput.of("doctor", "--language", "zh-Hant"),
      try await CommandOutput.of("doctor", environment: variables),
    ] {
      #expect(doctor.ending == .exit(0) && doctor.errors.isEmpty)
      for name in ["版本      ", "終端機    ", "顏色      ", "偏好設定  "] {
        #expect(doctor.output.contains("\(name)    "), "\(doctor.output)")
      }
      #expect(doctor.output.contains("沒有：標準輸出是檔案"))
      #expect(!doctor.output.contains("colours") && !doctor.output.contains("unknown"))
    }
    let english = try await CommandOutput.of(
      "doctor", "--language", "english", environment: variables)
    #expect(english.output.contains("colours") && !english.output.contains("顏色"))
  }

  @Test func `doctor tests keys in it`() async throws {
    let terminal = try PseudoTerminal(
      [Products.cellscope, "doctor", "--language", "zh-Hant"],
      environment: Products.environment(["TERM": "nobody-knows-it"]))
    try await terminal.wait(for: "q 結束")
    #expect(terminal.text.contains("這裡不認得 TERM=nobody-knows-it；當作 xterm-256color。"))
    terminal.type("\u{1B}[15~")
    try await terminal.wait(for: "F5")
    terminal.type("q")
    #expect(try await terminal.end() == .exit(0))
  }

  @Test(arguments: [["--language", "zh-Hant", "--ascii"], ["--language", "zh-Hant"]])
  func `where Chinese cannot be shown doctor speaks English and says why`(
    arguments: [String]
  ) async throws {
    let variables = arguments.contains("--ascii") ? [:] : ["LC_ALL": "C"]
    let doctor = try await CommandOutput.of(["doctor"] + arguments, environment: variables)
    #expect(doctor.ending == .exit(0) && doctor.output.contains("colours"))
    #expect(doctor.errors.contains("so it stays English."))
    #expect(!doctor.output.utf8.contains { $0 >= 0x80 })
  }

  @Test func `a language that does not exist is a usage error`() async throws {
    #expect(try await CommandOutput.of("--language", "klingon").ending == .exit(2))
  }
}
