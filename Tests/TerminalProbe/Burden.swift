import CNcurses
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the signal guard must bear though the program never asks it to.
enum Burden: String {
  /// Never asks for signals again, like a computation without end.
  case deaf
  /// More bytes to give the terminal back than the guard keeps.
  case lengthy
  /// Settings that cannot be read where the guard is told to read them.
  case unreadable
  /// The terminal given back a second time.
  case twice
  /// A stop on request, as C-z makes the program do.
  case stopping
  /// A stop on request of a program that was just asked to end.
  case ending
  /// curses breaks on a description, with a bad pointer or by giving up.
  case badDescription, givenUpDescription
  /// A key that quits while a description is used and the terminal is not taken over.
  case quitKey

  /// Does it.
  @MainActor func carry(_ terminal: Terminal) {
    switch self {
    case .deaf: while true { pause() }
    case .lengthy:
      terminal.close()
      _ = guard_install()
      guard_arm(0, 1, String(repeating: "x", count: 600), "")
    case .unreadable:
      terminal.close()
      _ = guard_install()
      guard_arm(open("/dev/null", O_RDWR), 1, "bytes all the same", "")
    case .twice:
      terminal.close()
      guard_disarm()
    case .stopping:
      terminal.suspend()
      _ = terminal.nextEvent()
      terminal.close()
    case .ending:
      raise(SIGTERM)
      terminal.suspend()
      guard terminal.nextEvent() == .ended(.signal(SIGTERM)) else { exit(1) }
      terminal.close()
    case .badDescription, .givenUpDescription:
      guard_blame("The description is damaged.", 4)
      guard_use_description(true)
      if self == .givenUpDescription { abort() }
      UnsafeMutablePointer<Int>(bitPattern: CommandLine.arguments.count)?.pointee = 1
    case .quitKey:
      terminal.close()
      _ = guard_install()
      guard_blame("The description is damaged.", 4)
      guard_use_description(true)
      puts("ready")
      fflush(nil)
      while true { pause() }
    }
    exit(0)
  }
}
