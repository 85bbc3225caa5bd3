import Foundation

/// A way for the program to end, and what then must be true besides a terminal that is as before.
struct WayOut: Sendable {
  let name: String
  /// What is started instead of the program: the probe that makes mistakes on purpose.
  var probe: String?
  /// What is typed.
  var keys = ""
  /// The signal that is sent after the keys.
  var signal: Int32?
  /// How the program may end.
  let endings: Set<Ending>
  /// Whether the last line asks for a report.
  var asksForReport = false

  var arguments: [String] { probe.map { [Products.probe, $0] } ?? [Products.cellscope] }

  /// Every way that is tried.
  static let all = keyed + signalled + midDrawing + mistakes

  private static let keyed = ["q", "Q", "\u{3}\u{3}", "vqq", "?Q", "aq", "5Gy\u{3}\u{3}"].map {
    WayOut(name: "typing \($0.debugDescription)", keys: $0, endings: [.exit(0)])
  }

  private static let signalled =
    [SIGTERM, SIGHUP, SIGINT, SIGQUIT].map {
      WayOut(name: "signal \($0)", signal: $0, endings: [.signal($0)])
    }
    + [SIGTRAP, SIGILL, SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGSYS].map {
      WayOut(name: "signal \($0)", signal: $0, endings: [.signal($0)], asksForReport: true)
    }

  /// Each C-l asks for the whole picture again: the signal comes while the last are drawn.
  private static let midDrawing = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV].map {
    WayOut(
      name: "signal \($0) while drawing", keys: "y" + String(repeating: "\u{C}", count: 30),
      signal: $0, endings: [.signal($0)], asksForReport: $0 == SIGSEGV)
  }

  private static let mistakes =
    ["index", "overflow", "absent", "fatal", "conversion", "range"].map { (name: String) in
      WayOut(
        name: "mistake \(name)", probe: name, keys: "x",
        endings: [.signal(SIGILL), .signal(SIGTRAP)],
        asksForReport: true)
    }
    + ["pointer", "recursion"].map { (name: String) in
      WayOut(
        name: "mistake \(name)", probe: name, keys: "x",
        endings: [.signal(SIGSEGV), .signal(SIGBUS)], asksForReport: true)
    } + [WayOut(name: "exit without closing", probe: "exit", keys: "x", endings: [.exit(0)])]
}

extension Products {
  /// The path of the program that makes mistakes on purpose.
  static let probe: String = URL(filePath: cellscope).deletingLastPathComponent()
    .appending(path: "TerminalProbe").path
}
