import Foundation
import ModelFiles
import Testing

/// What the commands print, and how they end when something is wrong.
@Suite(.timeLimit(.minutes(1))) struct CommandTests {
  @Test func `a pipe gets the story of the sentence`() async throws {
    let story = try await CommandOutput.ofShell("\"$0\" --text 'the cat was full' | cat")
    #expect(story.ending == .exit(0))
    #expect(story.errors.isEmpty)
    let lines = story.output.split(separator: "\n")
    #expect(lines.count == 1 + 4 * 12)
    #expect(lines.contains("2. cat"))
    #expect(story.output.allSatisfy { $0 != "\u{1B}" })
  }

  @Test func `a file gets the story too, whatever TERM says`() async throws {
    let story = try await CommandOutput.of("--text", "fish", environment: ["TERM": "dumb"])
    #expect(story.ending == .exit(0))
    #expect(story.output.contains("1. fish"))
  }

  @Test(arguments: [
    (["show", "--size", "0x0"], "0x0"), (["show", "--size", "80"], "80"),
    (["show", "--size", "9999x9999"], "9999x9999"), (["show", "--size=-1x24"], "-1x24"),
    (["show", "--keys", "Space Spc"], "Spc"), (["--text", "the kat was"], "“kat”"),
    (["--text", ""], "no words"), (["--model", "nonsense"], "agreement-peephole"),
    (["models", "nonsense"], "“nonsense”"),
    (["train"], "--output"), (["train", "--output", ""], "--output"),
    (["train", "--output", "-"], "./-"),
  ])
  func `what cannot be understood is refused in one line`(
    arguments: [String], reason: String
  ) async throws {
    try await Self.expectRefusal(arguments, .exit(2), reason)
  }

  @Test func `an unknown word comes with the nearest ones`() async throws {
    let refused = try await CommandOutput.of("trace", "--text", "the kat")
    #expect(refused.errors.contains("“cat”"))
    #expect(refused.output.isEmpty)
  }

  @Test(arguments: [
    ["--bogus"], ["show", "--bogus"], ["trace", "--format", "xml"],
    ["models", "--vocabulary"], ["train", "--output", "x", "--steps", "0"],
    ["train", "--output", "x", "--units", "0"], ["train", "--output", "x", "--seed", "-1"],
  ])
  func `an unknown option is refused and the usage shown`(arguments: [String]) async throws {
    let refused = try await CommandOutput.of(arguments)
    #expect(refused.ending == .exit(2))
    #expect(refused.output.isEmpty)
    #expect(refused.errors.contains("Usage: cellscope"))
  }

  @Test(arguments: [
    (["--bogus"], "--bogus"), (["extra"], "extra"), (["--units", "-5"], "from 1 to 4096"),
    (["--seed", "-1"], "from 0 to 18446744073709551615"), (["--batch", "-1"], "from 1 to 4096"),
    (["--steps", "1e3"], "from 1 to 1000000000000"),
    (["--steps", "99999999999999999999"], "from 1 to 1000000000000"),
  ])
  func `train names what is wrong, whatever else is missing`(
    arguments: [String], reason: String
  ) async throws {
    for output in [[], ["--output", "x"]] {
      let refused = try await CommandOutput.of(["train"] + output + arguments)
      #expect(refused.ending == .exit(2) && refused.output.isEmpty)
      #expect(refused.errors.contains(reason), "\(refused.errors)")
    }
  }

  @Test func `what --force does not replace is said at once`() async throws {
    let folder = try TemporaryFolder()
    let link = folder.path("link")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: folder.path("a"))
    try Data().write(to: URL(filePath: folder.path("a")))
    for output in [folder.path(""), "/dev/null", link] {
      let refused = try await CommandOutput.of("train", "--steps", "1", "--output", output)
      #expect(refused.ending == .exit(1))
      #expect(refused.errors.contains("a folder, a device or a link"), "\(refused.errors)")
    }
    let file = try await CommandOutput.of("train", "--steps", "1", "--output", folder.path("a"))
    #expect(file.ending == .exit(1) && file.errors.contains("--force replaces it"))
  }

  @Test func `files that are no models are refused in one line`() async throws {
    let folder = try TemporaryFolder()
    let bad = folder.path("bad.safetensors")
    try Data("this is no model at all".utf8).write(to: URL(filePath: bad))
    try await Self.expectRefusal(["--model", bad], .exit(3), "bad.safetensors")
    let missing = folder.path("missing.safetensors")
    try await Self.expectRefusal(["show", "--model", missing], .exit(3), "no such file")
    try await Self.expectRefusal(["trace", "--model", folder.path("")], .exit(3), "folder")
  }

  @Test(arguments: ["show", "trace", "trace --format csv", "models", "--help", "--version", ""])
  func `a full disk is reported`(arguments: String) async throws {
    let failed = try await CommandOutput.ofShell("\"$0\" \(arguments) > /dev/full")
    #expect(failed.ending == .exit(1))
    #expect(
      failed.errors == "cellscope: Cannot write to standard output: No space left on device.\n")
  }

  @Test(arguments: ["show", "trace", "models agreement --vocabulary", ""])
  func `a reader that goes away gets no message`(arguments: String) async throws {
    let read = try await CommandOutput.ofShell("\"$0\" \(arguments) | head -c1")
    #expect(read.ending == .exit(0))
    #expect(read.errors.isEmpty)
    #expect(read.output.utf8.count == 1)
  }

  @Test func `a pipe that does not block is waited for`() async throws {
    let arguments = ["trace", "--model", "agreement-100"]
    let whole = try await CommandOutput.of(arguments).output
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0 && fcntl(ends[1], F_SETFL, O_NONBLOCK) == 0)
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = try ChildProcess(
      [Products.cellscope] + arguments, environment: Products.environment(), output: ends[1])
    let pipe = FileHandle(fileDescriptor: ends[0], closeOnDealloc: true)
    try await eventually("a full pipe") {
      var room = pollfd(fd: ends[1], events: Int16(POLLOUT), revents: 0)
      return poll(&room, 1, 0) == 0
    }
    close(ends[1])
    let read = pipe.readDataToEndOfFile()
    #expect(String(decoding: read, as: UTF8.self) == whole)
    let ending = try await eventually("the end", within: .seconds(10), { child.ending() })
    #expect(ending == .exit(0))
  }

  @Test func `show prints the canvas as text, with colours and as JSON`() async throws {
    let text = try await CommandOutput.of("show", "--size", "70x20", "--keys", "p Space")
    let lines = text.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == 20)
    let ansi = try await CommandOutput.of(
      "show", "--size", "70x20", "--keys", "p Space", "--format", "ansi")
    let plain = ansi.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(Self.withoutEndSpaces(plain) == Self.withoutEndSpaces(text.output))
    let json = try await CommandOutput.of(
      "show", "--size", "70x20", "--keys", "p Space", "--format", "json")
    let read = try JSON(parsing: json.output)
    #expect(read["columns"]?.integerValue == 70)
    #expect(read["rows"]?.integerValue == 20)
    #expect(read["lines"]?.elements?.compactMap(\.stringValue) == lines.map(String.init))
    for layer in ["inks", "grounds"] { #expect(read[layer]?.elements?.count == 20, "\(layer)") }
  }

  @Test func `a shipped model with other words is named with the command that opens it`()
    async throws
  {
    for (model, other, why) in [
      ("agreement", "source", "knows other words"),
      ("source", "agreement-rnn", "reads other things"),
    ] {
      let letters = "model \(other)".map { $0 == " " ? "Space" : String($0) }
      let said = try await CommandOutput.of(
        "show", "--model", model, "--keys", ": \(letters.joined(separator: " ")) Enter")
      #expect(said.output.contains("\(other) \(why)"), "\(said.output)")
      #expect(said.output.contains("cellscope --model \(other) opens it."))
    }
  }

  @Test func `keys after the one that quits change nothing`() async throws {
    let quit = try await CommandOutput.of("show", "--keys", "Space q Space Space")
    let before = try await CommandOutput.of("show", "--keys", "Space")
    #expect(quit.output == before.output)
  }

  @Test func `models lists the shipped ones and their words`() async throws {
    let list = try await CommandOutput.of("models")
    #expect(
      list.output.split(separator: "\n").map { $0.prefix { $0 != " " } }
        == [
          "agreement", "agreement-peephole", "agreement-100", "agreement-gru", "agreement-rnn",
          "source",
        ])
    let words = try await CommandOutput.of("models", "agreement", "--vocabulary")
    let lines = words.output.split(separator: "\n")
    #expect(lines.count == 36 && lines.contains("cats"))
    let facts = try await CommandOutput.of("models", "agreement-peephole")
    #expect(facts.output.contains("forget.peephole"))
  }

  @Test func `a file in the user's own folder stands in for a shipped model`() async throws {
    let folder = try TemporaryFolder()
    let own = folder.path("cellscope/agreement.safetensors")
    try FileManager.default.copyItem(atPath: Products.asset("agreement-peephole"), toPath: own)
    let shown = try await CommandOutput.of(
      "models", "agreement", environment: ["XDG_DATA_HOME": folder.path("")])
    #expect(shown.output.hasPrefix("agreement-peephole "))
    try Data("no model".utf8).write(to: URL(filePath: own))
    let refused = try await CommandOutput.of(
      "show", environment: ["XDG_DATA_HOME": folder.path("")])
    #expect(refused.ending == .exit(3))
    #expect(refused.errors.contains("cellscope/agreement.safetensors"))
    let listed = try await CommandOutput.of(
      "models", environment: ["XDG_DATA_HOME": folder.path("")])
    #expect(listed.ending == .exit(3) && listed.output.split(separator: "\n").count == 5)
    #expect(listed.errors.contains("cellscope/agreement.safetensors"))
  }

  private static func expectRefusal(
    _ arguments: [String], _ ending: Ending, _ reason: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    let refused = try await CommandOutput.of(arguments)
    #expect(refused.ending == ending, sourceLocation: sourceLocation)
    #expect(refused.output.isEmpty, sourceLocation: sourceLocation)
    let lines = refused.errors.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 2 && lines.last == "", sourceLocation: sourceLocation)
    #expect(
      refused.errors.hasPrefix("cellscope: ") && refused.errors.contains(reason),
      "\(refused.errors)", sourceLocation: sourceLocation)
  }

  private static func withoutEndSpaces(_ text: String) -> String {
    text.replacing(/[ ]+\n/, with: "\n")
  }
}
