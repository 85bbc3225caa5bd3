import ModelFiles
import Screen
import Terminal

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Takes the terminal over, waits for a key and then dies in the way that its argument names.
///
/// It stands in for mistakes that the program does not have; it is built for the tests alone.
@main @MainActor
enum TerminalProbe {
  static func main() throws {
    if CommandLine.arguments.count == 3, CommandLine.arguments[1] == "save" {
      try save(CommandLine.arguments[2])
    }
    guard let way = Fault(rawValue: CommandLine.arguments.last ?? "") else { exit(2) }
    let terminal = try Terminal()
    var canvas = Canvas(size: terminal.size)
    canvas.write("LSTM", at: Point(0, 0))
    terminal.reportsMouse = true
    terminal.show(canvas)
    _ = terminal.nextEvent()
    way.commit()
  }

  /// Saves one of two contents in turn until it is killed.
  private static func save(_ path: String) throws -> Never {
    while true {
      for letter: UInt8 in [0x41, 0x42] {
        try DiskFile.write(Array(repeating: letter, count: 300_000), to: path, replacing: true)
      }
    }
  }
}

/// A way to die that no code means to take.
enum Fault: String {
  case index, overflow, absent, fatal, conversion, range, recursion, pointer, exit

  /// Dies.
  ///
  /// What the compiler could see at once is read from the command line, which it cannot.
  func commit() {
    let count = CommandLine.arguments.count
    switch self {
    case .index: print(CommandLine.arguments[count + 1])
    case .overflow: print(Int.max - 1 + count)
    case .absent:
      // swift-format-ignore: NeverForceUnwrap
      print(CommandLine.arguments.firstIndex(of: "absent value")!)
    case .fatal: fatalError("on purpose")
    case .conversion: print(Int(Double(count) - .nan))
    case .range: print((count..<count - 1).count)
    case .recursion: print(Self.depth(below: count))
    case .pointer: UnsafeMutablePointer<Int>(bitPattern: count)?.pointee = 1
    case .exit: endProcess(0)
    }
  }

  private static func depth(below count: Int) -> Int {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 1000) { room in
      room.initialize(repeating: count)
      return count == 0 ? 0 : depth(below: count + 1) + room[count % 1000]
    }
  }
}

/// The system's exit, apart from the case of the same name.
private func endProcess(_ status: Int32) -> Never { exit(status) }
