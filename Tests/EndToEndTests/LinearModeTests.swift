import Foundation
import Testing

/// The program without a drawing: lines in, sentences out.
@Suite(.timeLimit(.minutes(1))) struct LinearModeTests {
  @Test(arguments: [["TERM": "dumb"], ["ACCESSIBLE": "1"], ["TERM": "dumb", "LC_ALL": "C"]])
  func `nothing is drawn, each line of keys is answered by a sentence`(
    variables: [String: String]
  ) async throws {
    let terminal = try PseudoTerminal(environment: Products.environment(variables))
    try await terminal.wait(for: "Word 1 of 8, the, step 1 of 11:")
    terminal.type("\n")
    try await terminal.wait(for: "step 2 of 11:")
    terminal.type("3 L\n")
    try await terminal.wait(for: "Word 4 of 8, ")
    terminal.type(":2\n")
    try await terminal.wait(for: "Word 2 of 8, cats")
    terminal.type("nonsense\n")
    try await terminal.wait(for: "There is no key nonsense")
    terminal.type("q\n")
    #expect(try await terminal.end() == .exit(0))
    #expect(!terminal.output.contains(0x1B))
    #expect(terminal.isAsBefore)
  }

  @Test func `a terminal that cannot move its cursor gets lines and is told why`() async throws {
    let terminal = try PseudoTerminal(environment: Products.environment(["TERM": "cons25-nowhere"]))
    try await terminal.wait(for: "LSTM")
    terminal.type("q")
    _ = try await terminal.end()
    let none = try PseudoTerminal(
      environment: Products.environment(["TERM": "hurd", "TERMINFO_DIRS": "/nonexistent"]))
    try await none.wait(for: "LSTM")
    none.type("q\n")
    #expect(try await none.end() == .exit(0))
  }

  @Test func `a conversation through pipes ends with its lines`() async throws {
    let said = try await CommandOutput.ofShell("printf '\\n\\nscreen\\n' | \"$0\" --accessible")
    #expect(said.ending == .exit(0) && said.errors.isEmpty)
    #expect(said.output.contains("step 3 of 11:"))
    #expect(said.output.contains("LSTM  peepholes"))
  }

  @Test func `a key that is about the drawing swallows no line`() async throws {
    let said = try await CommandOutput.ofShell("printf 'b\\nL\\n' | \"$0\" --accessible")
    #expect(said.output.contains("Nothing is drawn here") && said.output.contains("Word 2 of 8"))
  }

  @Test func `a text is typed over several lines`() async throws {
    let said = try await CommandOutput.ofShell(
      "printf 'e\\n1\\nd o g Enter\\n/ fish\\n' | \"$0\" --accessible")
    #expect(said.ending == .exit(0) && said.errors.isEmpty)
    #expect(said.output.contains("Word 1 of 8, dog,"))
    #expect(said.output.contains("Word 6 of 8, fish,"))
  }

  @Test func `what a key measures is measured without a screen too`() async throws {
    let said = try await CommandOutput.ofShell("printf 'c\\nm\\nscreen\\n' | \"$0\" --accessible")
    #expect(said.ending == .exit(0))
    #expect(!said.output.contains("m measures it"))
    #expect(said.output.contains(/a time step takes +[0-9.]+ [nµ]s/))
  }
}
