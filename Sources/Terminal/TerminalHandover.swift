internal import CNcurses
internal import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

extension Terminal {
  /// Gives the terminal back, stops the job as Ctrl-Z does, and takes the terminal over again
  /// when the job goes on.
  ///
  /// The size is read again and the last canvas is shown in full; `.resized` follows.
  public func suspend() {
    guard isOpen else { return }
    leave()
    guard_stop_job()
    _ = guard_take()
    guard guard_ending_signal() == 0 else {
      // The terminal may be somebody else's now, and is given back already.
      end = .signal(guard_ending_signal())
      isOpen = false
      Self.release(input)
      return
    }
    enter()
  }

  /// Gives the terminal back; from then on the value does nothing.
  public func close() {
    guard isOpen else { return }
    leave()
    isOpen = false
    Self.release(input)
  }

  /// Lets go of what is ours besides the screen: the handlers and the opened terminal.
  static func release(_ input: Int32) {
    guard_remove()
    if input != STDIN_FILENO { closeDescriptor(input) }
  }

  private func leave() {
    write(sequences.leave, to: output)
    cn_close()
    guard_disarm()
  }

  private func enter() {
    guard_arm(input, output, sequences.restore, Self.crashMessage)
    reopen()
    decoder = KeyDecoder()
    resize()
    pay()
  }

  func reopen() {
    cn_reopen()
    write(sequences.enter + (reportsMouse ? sequences.mouseOn : ""), to: output)
  }
}
