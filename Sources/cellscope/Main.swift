import ArgumentParser
import CellEngine
import ModelFiles
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The program: parses the command line, runs a command, turns errors into one line and a status.
///
/// Nothing that a user or a file wrote reaches standard error but as visible characters.
@main
enum Main {
  static func main() {
    // Without the name of the program nothing is known: Swift reads the line from a file of the system's.
    guard CommandLine.argc > 0 else {
      stop(.failure, "The system does not say how the program was called; please call it again.")
    }
    guard CommandLine.argc > 1 else { return open() }
    if let sentence = Suggestion.command(in: Array(CommandLine.arguments.dropFirst())) {
      stop(.usage, sentence)
    }
    do {
      var command = try Cellscope.parseAsRoot()
      try command.run()
    } catch {
      end(with: error)
    }
  }

  private static func open() {
    do { try Opening().run() } catch { end(with: error) }
  }

  private static func end(with error: any Error) -> Never {
    switch error {
    case let error as UnknownWord: stop(.usage, error.description)
    case let error as UsageError: stop(.usage, error.description)
    case let error as ModelFileError:
      switch error.reason {
      case .exists, .unwritable: stop(.failure, error.description)
      case .unreadable, .notAFile, .tooLarge, .tooShort, .foreignFormat, .headerLength,
        .headerText, .entry, .elementType, .shape, .offsets, .metadata, .notFloatingPoint, .model,
        .sequence:
        stop(.refused, error.description)
      }
    case let error as RefusedPreferences: stop(.refused, error.description)
    case let error as TerminalError: stop(.terminal, error.description)
    case let error as OutputError: stop(.failure, error.description)
    default: endAsParser(error)
    }
  }

  /// Help and version go to standard output with status 0, a wrong command line is a usage error.
  private static func endAsParser(_ error: any Error) -> Never {
    var text = wrappingUsage(Cellscope.fullMessage(for: error))
    if Completions.areAsked(by: CommandLine.arguments) { text = Completions.completed(text) }
    guard Cellscope.exitCode(for: error) != .success else {
      do {
        try StandardOutput.write(text + (text.hasSuffix("\n") ? "" : "\n"))
      } catch {
        stop(.failure, "\(error)")
      }
      exit(ExitStatus.success.rawValue)
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    StandardOutput.complain(lines.map { visible(String($0), limit: 400) }.joined(separator: "\n"))
    let isUsage = Cellscope.exitCode(for: error) == .validationFailure
    exit((isUsage ? ExitStatus.usage : .failure).rawValue)
  }

  private static func stop(_ status: ExitStatus, _ sentence: String) -> Never {
    StandardOutput.complain("cellscope: " + visible(sentence, limit: 1000))
    exit(status.rawValue)
  }
}

/// What the program's exit status says.
enum ExitStatus: Int32 {
  case success = 0
  /// Something failed while running.
  case failure = 1
  /// The command line asks for something that does not exist.
  case usage = 2
  /// A file was refused.
  case refused = 3
  /// The terminal cannot be used.
  case terminal = 4
}

/// A command line that cannot be followed.
struct UsageError: Error, CustomStringConvertible {
  /// One full sentence.
  let description: String
}
