import Foundation

/// A shell in a real terminal emulator: tmux, with a server of its own.
///
/// The screen is read as a person sees it, and tmux tells what state the terminal is in.
final class TerminalSession {
  private let folder: URL
  private let environment: [String: String]
  /// The process of the terminal emulator.
  private(set) var server: pid_t = 0
  /// How many lines have been asked for their output.
  private var outputs = 0

  /// Starts an interactive shell whose prompt is `ready>`.
  init(
    columns: Int = 80, rows: Int = 24, environment: [String: String] = Products.environment()
  ) async throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "session-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    self.environment = environment.merging(["PS1": "ready>", "ENV": ""]) { $1 }
    let variables = self.environment.map { "\($0)=\($1)" }
    _ = try await tmux(
      [
        "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env", "-i",
      ] + variables + ["sh", "-i"])
    server = pid_t(try await state("pid")) ?? 0
    _ = try await tmux(["set-option", "-g", "status", "off"])
    try await resize(columns: columns, rows: rows)
    try await wait(for: "ready>")
  }

  deinit {
    if server > 0 { kill(server, SIGTERM) }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Presses keys by tmux's names, such as `C-z`, `Right`, `Escape`.
  func press(_ keys: String...) async throws { _ = try await tmux(["send-keys"] + keys) }

  /// Types text.
  func type(_ text: String) async throws { _ = try await tmux(["send-keys", "-l", text]) }

  /// Types a line of text and presses Enter.
  func enter(_ line: String) async throws {
    try await type(line)
    try await press("Enter")
  }

  /// Gives tmux a command.
  func command(_ words: [String]) async throws { _ = try await tmux(words) }

  /// Changes the size of the window.
  func resize(columns: Int, rows: Int) async throws {
    _ = try await tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What is on the screen now.
  func screen() async throws -> String { try await tmux(["capture-pane", "-p"]) }

  /// The same with colours, when it has held still.
  func coloredScreen() async throws -> String {
    _ = try await stillScreen()
    return try await tmux(["capture-pane", "-p", "-e"])
  }

  /// What tmux knows about the terminal, such as `alternate_on` or `cursor_flag`.
  func state(_ name: String) async throws -> String {
    try await tmux(["display-message", "-p", "#{\(name)}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Waits until a text is on the screen, or until it is no longer there.
  @discardableResult
  func wait(for text: String, gone: Bool = false) async throws -> String {
    var patience = Patience()
    while true {
      let seen = try await screen()
      if seen.contains(text) != gone { return seen }
      guard patience.isLeft else {
        throw Impatience(description: "\(text) \(gone ? "still" : "not") on the screen:\n\(seen)")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until the screen is exactly this, apart from spaces at the ends of lines.
  ///
  /// - Parameter count: how many rows count.
  func wait(forScreen expected: String, rows count: Int = .max, note: String = "") async throws {
    let wanted = Self.rows(expected)
    var patience = Patience()
    while true {
      let seen = Array(Self.rows(try await screen()).prefix(count))
      if seen == wanted { return }
      guard patience.isLeft else {
        let rows = zip(wanted, seen).enumerated().filter { $0.element.0 != $0.element.1 }
        let lines = rows.prefix(5).map { row in
          "row \(row.offset + 1)\n  expected \(row.element.0)\n  actual   \(row.element.1)"
        }
        throw Impatience(
          description:
            "\(note) \(rows.count) rows differ, \(wanted.count) expected, \(seen.count) seen:\n"
            + lines.joined(separator: "\n"))
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// The rows without spaces at their ends and without empty rows at the end.
  private static func rows(_ text: String) -> [String] {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    while rows.last == "" { rows.removeLast() }
    return rows
  }

  /// What is on the screen when it has held still for 0.1 s.
  func stillScreen() async throws -> String {
    var last = (screen: try await screen(), time: ContinuousClock.now)
    var patience = Patience()
    while last.time.duration(to: .now) < .milliseconds(100) {
      let now = try await screen()
      if now != last.screen { last = (now, .now) }
      guard patience.isLeft else {
        throw Impatience(description: "the screen does not hold still:\n\(now)")
      }
    }
    return last.screen
  }

  /// The process that the shell has started (Linux).
  func program() async throws -> pid_t {
    let shell = try await state("pane_pid")
    return try await eventually("a program in the shell") {
      let file = "/proc/\(shell)/task/\(shell)/children"
      let children = try String(contentsOfFile: file, encoding: .utf8)
      return children.split(separator: " ").first.flatMap { pid_t($0) }
    }
  }

  /// Runs a line in the shell and returns the one line that it prints.
  ///
  /// Each has a number of its own: what the line before has printed stands there until the shell has cleared it.
  func output(of line: String) async throws -> String {
    outputs += 1
    let start = "[\(outputs):"
    try await enter("clear; echo \"\(start)$(\(line))]\"")
    var patience = Patience()
    while patience.isLeft {
      // -J joins what the terminal has wrapped.
      let rows = try await tmux(["capture-pane", "-p", "-J"]).split(separator: "\n")
      for row in rows.map({ $0.trimmingCharacters(in: .whitespaces) })
      where row.hasPrefix(start) && row.hasSuffix("]") {
        return String(row.dropFirst(start.count).dropLast())
      }
    }
    throw Impatience(description: "no output of \(line):\n\(try await screen())")
  }

  private func tmux(_ arguments: [String]) async throws -> String {
    let output = folder.appending(path: "output-\(UUID())")
    defer { try? FileManager.default.removeItem(at: output) }
    let child = try ChildProcess(
      ["tmux", "-u", "-f", "/dev/null", "-S", folder.appending(path: "socket").path] + arguments,
      environment: Products.environment(),
      files: [0: "/dev/null", 1: output.path, 2: "/dev/null"])
    let ending = try await eventually("tmux \(arguments[0])") { child.ending() }
    guard ending == .exit(0) else {
      throw Impatience(description: "tmux \(arguments.joined(separator: " ")): \(ending)")
    }
    return try String(contentsOf: output, encoding: .utf8)
  }
}
