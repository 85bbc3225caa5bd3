import Foundation

/// A terminal that the test itself plays: it reads what the program writes, or does not.
final class PseudoTerminal {
  let process: ChildProcess
  /// The path of its device.
  let name: String
  /// Everything the program has written, as far as the test has read it.
  private(set) var output: [UInt8] = []
  private var controller: Int32
  private var observer: Int32
  private let settingsBefore: [UInt8]

  /// Starts a program in a new terminal.
  ///
  /// - Parameter isDeaf: whether the terminal itself, before and after the program, neither repeats bytes
  ///   nor makes signals of them.
  init(
    _ arguments: [String] = [Products.cellscope], columns: Int = 80, rows: Int = 24,
    environment: [String: String] = Products.environment(), isDeaf: Bool = false
  ) throws {
    let opened = try Self.open()
    (controller, name) = (opened.controller, opened.name)
    // Open as long as the test: its settings can be read after the program has gone.
    observer = Foundation.open(name, O_RDWR | O_NOCTTY | O_CLOEXEC)
    Self.resize(controller, columns: columns, rows: rows)
    if isDeaf { Self.deafen(observer) }
    settingsBefore = Self.settings(observer)
    process = try ChildProcess(arguments, environment: environment, terminal: name)
  }

  private static func deafen(_ terminal: Int32) {
    var settings = termios()
    tcgetattr(terminal, &settings)
    settings.c_lflag &= ~tcflag_t(ECHO | ISIG)
    tcsetattr(terminal, TCSANOW, &settings)
  }

  /// Gives the window another size.
  func resize(columns: Int, rows: Int) {
    Self.resize(controller, columns: columns, rows: rows)
  }

  private static func resize(_ controller: Int32, columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  deinit {
    disconnect()
    _ = process.ending()
  }

  /// The text read so far; escape sequences are part of it.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Whether every setting of the terminal is as it was before the program started.
  var isAsBefore: Bool { Self.settings(observer) == settingsBefore }
  /// Whether the cursor shows, the alternate screen is left, pasted text is no longer marked and
  /// so on, and text has its ordinary look again.
  var isScreenGivenBack: Bool { TerminalModes(after: output).areAsAtFirst }

  /// Reads what the program has written by now.
  ///
  /// - Parameter limit: the most bytes that are read at once, for a slow line.
  func read(atMost limit: Int = 65_536) {
    var buffer = [UInt8](repeating: 0, count: limit)
    var ready = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    while controller >= 0, poll(&ready, 1, 0) > 0, ready.revents & Int16(POLLIN) != 0 {
      let count = Foundation.read(controller, &buffer, buffer.count)
      guard count > 0 else { return }
      output += buffer.prefix(count)
      if limit < 65_536 { return }
    }
  }

  /// Waits until the program has written a text, after so many bytes.
  func wait(for text: String, after count: Int = 0) async throws {
    let wanted = Array(text.utf8)
    try await eventually("\(text) on the terminal", evidence: self.text) {
      read()
      return output.dropFirst(count).firstRange(of: wanted) != nil
    }
  }

  /// Waits until the program has drawn its first picture.
  func waitForFirstPicture() async throws {
    try await wait(for: "LSTM")
    try await waitUntilSilent()
  }

  /// The bytes of the whole picture, which the program draws anew.
  func wholePicture() async throws -> [UInt8] {
    try await waitUntilSilent()
    let count = output.count
    type("\u{0C}")
    try await wait(for: "\u{1B}[?2026l", after: count)
    try await waitUntilSilent()
    return Array(output.dropFirst(count))
  }

  /// Waits until the program has written nothing for 0.2 s.
  ///
  /// - Parameters:
  ///   - reading: false leaves what it writes where it is, as a stalled network does.
  ///   - longest: when to go on although it still writes.
  func waitUntilSilent(reading: Bool = true, longest: Duration = .seconds(60)) async throws {
    let end = ContinuousClock.now + longest
    var last = (count: -1, time: ContinuousClock.now)
    try await eventually("silence") {
      if reading { read() }
      let count = output.count + unread
      if count != last.count { last = (count, .now) }
      return last.time.duration(to: .now) > .milliseconds(200) || ContinuousClock.now > end
    }
  }

  /// How many bytes wait to be read.
  private var unread: Int {
    var count: Int32 = 0
    _ = ioctl(controller, UInt(FIONREAD), &count)
    return Int(count)
  }

  /// Waits for the end of the program; reads on meanwhile unless told otherwise.
  func end(within limit: Duration = .seconds(5), reading: Bool = true) async throws -> Ending {
    try await eventually("the end of the program", within: limit, evidence: text) {
      if reading { read() }
      let ending = process.ending()
      if ending != nil { read() }
      return ending
    }
  }

  /// Holds what programs write, as C-s does, until the terminal is gone or told to go on.
  func holdOutput(_ isHeld: Bool) { tcflow(observer, isHeld ? TCOOFF : TCOON) }

  /// Types bytes.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(controller, bytes, bytes.count)
  }

  /// Types bytes as fast as the program takes them, and reads what it writes meanwhile.
  func feed(_ bytes: [UInt8]) async throws {
    let flags = fcntl(controller, F_GETFL)
    _ = fcntl(controller, F_SETFL, flags | O_NONBLOCK)
    defer { _ = fcntl(controller, F_SETFL, flags) }
    var rest = bytes[...]
    while !rest.isEmpty {
      try await eventually("keys are taken", evidence: String(text.suffix(4000))) {
        read()
        let count = rest.prefix(1024).withUnsafeBytes {
          write(controller, $0.baseAddress, $0.count)
        }
        rest = rest.dropFirst(max(0, count))
        return count > 0
      }
    }
  }

  /// Waits until the program has read all that was typed.
  func waitUntilKeysAreRead() async throws {
    try await eventually("all keys are read") {
      read()
      var count: Int32 = 0
      _ = ioctl(observer, UInt(FIONREAD), &count)
      return count == 0
    }
  }

  /// Takes the terminal away, as closing its window does.
  func disconnect() {
    if observer >= 0 { close(observer) }
    if controller >= 0 { close(controller) }
    (observer, controller) = (-1, -1)
  }

  /// Opens a terminal that no other process inherits, and says its name.
  private static func open() throws -> (controller: Int32, name: String) {
    let controller = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard controller >= 0 else { throw POSIXError(.ENXIO) }
    #if os(Linux)
      // Swift does not import these two, nor posix_openpt and its relatives.
      let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      var number: Int32 = 0
      var lock: Int32 = 0
      guard ioctl(controller, setLock, &lock) == 0, ioctl(controller, getNumber, &number) == 0
      else { throw POSIXError(.ENXIO) }
      return (controller, "/dev/pts/\(number)")
    #else
      guard grantpt(controller) == 0, unlockpt(controller) == 0,
        let name = ptsname(controller)
      else { throw POSIXError(.ENXIO) }
      return (controller, String(cString: name))
    #endif
  }

  private static func settings(_ descriptor: Int32) -> [UInt8] {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return [] }
    return withUnsafeBytes(of: &settings) { Array($0) }
  }
}
