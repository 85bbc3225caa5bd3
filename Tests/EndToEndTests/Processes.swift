import Foundation

/// The processes of this machine (Linux).
enum Processes {
  /// One of them.
  struct Entry {
    let identifier: pid_t
    let name: String

    /// Whether it runs; one that only waits for its parent to take note has ended.
    var isRunning: Bool { Processes.state(of: identifier).map { $0 != "Z" && $0 != "X" } ?? false }
    /// Whether it has been stopped.
    var isStopped: Bool { Processes.state(of: identifier) == "T" }
  }

  /// A process and all that it has started, the parents first.
  static func descendants(of identifier: pid_t) -> [Entry] {
    let children =
      (try? String(
        contentsOfFile: "/proc/\(identifier)/task/\(identifier)/children", encoding: .utf8))
      ?? ""
    let name = (try? String(contentsOfFile: "/proc/\(identifier)/comm", encoding: .utf8)) ?? ""
    let entry = Entry(identifier: identifier, name: String(name.prefix { $0 != "\n" }))
    return [entry] + children.split(separator: " ").compactMap { pid_t($0) }.flatMap(descendants)
  }

  /// The letter of a process's state, nil if there is no such process.
  private static func state(of identifier: pid_t) -> Character? {
    let text = try? String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
    return text?.split(separator: ")").last?.first { $0 != " " }
  }
}
