internal import CNcurses

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// What `wait` found.
struct Readiness {
  /// The terminal has bytes, or is at its end.
  var hasInput = false
  /// The terminal is gone.
  var isGone = false
  /// A signal has come.
  var hasSignal = false
  /// The terminal takes bytes again.
  var takesOutput = false
}

/// Waits until a descriptor is ready or the time has passed; a signal may end the wait early.
///
/// - Parameters:
///   - isOwed: whether it matters that `output` takes bytes; that it is gone always matters.
///   - timeout: nil waits for ever.
func wait(
  input: Int32, signals: Int32, output: Int32, isOwed: Bool, timeout: Duration?
) -> Readiness {
  var descriptors = [
    pollfd(fd: input, events: Int16(POLLIN), revents: 0),
    pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
    pollfd(fd: output, events: isOwed ? Int16(POLLOUT) : 0, revents: 0),
  ]
  let count = poll(&descriptors, nfds_t(descriptors.count), timeout.map(milliseconds) ?? -1)
  guard count > 0 else { return Readiness() }
  let lost = Int16(POLLHUP | POLLERR | POLLNVAL)
  return Readiness(
    hasInput: descriptors[0].revents & Int16(POLLIN) != 0,
    isGone: (descriptors[0].revents | descriptors[2].revents) & lost != 0,
    hasSignal: descriptors[1].revents != 0,
    takesOutput: descriptors[2].revents & Int16(POLLOUT) != 0)
}

/// Whether the terminal takes bytes right now.
func takesOutput(_ output: Int32) -> Bool {
  var descriptor = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
  return poll(&descriptor, 1, 0) > 0
}

/// Whole milliseconds, rounded up so that a wait never ends early.
private func milliseconds(_ duration: Duration) -> Int32 {
  let (seconds, attoseconds) = duration.components
  guard seconds < 86_400 else { return 86_400_000 }
  let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
  return Int32(clamping: max(0, seconds * 1000 + rest))
}

/// Reads what is there; empty at the end of the file and when the terminal is gone, nil where another
/// process has made the terminal non-blocking and nothing is there after all.
func readBytes(from descriptor: Int32) -> [UInt8]? {
  var buffer = [UInt8](repeating: 0, count: 1024)
  while true {
    let count = read(descriptor, &buffer, buffer.count)
    if count >= 0 { return Array(buffer.prefix(count)) }
    if errno == EAGAIN { return nil }
    guard errno == EINTR else { return [] }
  }
}

/// Writes all of it, as far as the terminal is there; one that does not block is waited for.
func write(_ text: String, to descriptor: Int32) {
  var bytes = Array(text.utf8)[...]
  while !bytes.isEmpty {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count < 0 {
      guard errno == EINTR || errno == EAGAIN else { return }
      if errno == EAGAIN { waitForOutput(descriptor) }
    }
    bytes = bytes.dropFirst(max(0, count))
  }
}

/// Waits until a descriptor takes bytes or is gone; a signal ends the wait early.
public func waitForOutput(_ descriptor: Int32) {
  var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
  poll(&waiting, 1, -1)
}

/// Closes a descriptor.
func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
