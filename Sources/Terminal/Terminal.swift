internal import CNcurses
public import Screen

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The terminal that the program runs in: shows canvases and says which keys are pressed.
///
/// A class, because there is one terminal and it is either ours or not; curses is not made for
/// threads, so it belongs to the main actor. However the process ends, short of SIGKILL, the
/// terminal is given back as it was: see guard.h.
@MainActor
public final class Terminal {
  /// What TERM says and which terminal is taken for it; nil if TERM is known here.
  public let substitution: (named: String, used: String)?
  /// The columns and rows there are, at most 1000 × 500; 80 × 24 if the terminal does not say.
  public private(set) var size = Size(columns: 80, rows: 24)
  /// Which characters are drawn as they are; ASCII stands in for all others.
  public var repertoire: Repertoire {
    didSet { isOwed = canvas != nil }
  }
  /// What meanings look like.
  public var theme: ThemeChoice {
    didSet {
      guard theme != oldValue else { return }
      painter.use(theme)
      isOwed = canvas != nil
    }
  }

  /// Whether the terminal reports its mouse; nobody can select text with it meanwhile.
  public var reportsMouse = false {
    didSet {
      guard isOpen, reportsMouse != oldValue else { return }
      write(reportsMouse ? sequences.mouseOn : sequences.mouseOff, to: output)
    }
  }

  let input: Int32
  let output: Int32 = STDOUT_FILENO
  private let signals: Int32
  let sequences: Sequences
  private var painter: Painter
  var isOpen = true
  var decoder = KeyDecoder()
  private var lastInput = ContinuousClock.now
  private var events: [Event] = []
  var end: EndReason?
  /// What should be on the screen, and whether it still has to be sent.
  private var canvas: Canvas?
  private var isOwed = false
  /// Whether the terminal was asked how wide it draws and has not answered yet.
  private var awaitsWidth = false

  /// Takes the terminal over.
  ///
  /// In a Chinese, Japanese or Korean surrounding the terminal is asked how wide it draws, because
  /// terminals there may give box-drawing characters two columns. Nobody waits for the answer.
  ///
  /// - Parameter asksWidth: false if that is known.
  /// - Throws: `TerminalError` if there is no terminal or it cannot be drawn on; nothing has
  ///   changed then.
  public init(
    theme: ThemeChoice = .dark, colors: ColorChoice = .auto, asksWidth: Bool = true
  ) throws(TerminalError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    input = try Self.openInput()
    // The way back exists before the first change; a description may be damaged.
    signals = Self.installGuard()
    let term: String
    do throws(TerminalError) {
      (term, substitution) = try Self.findDescription()
    } catch {
      Self.release(input)
      throw error
    }
    self.theme = theme
    repertoire = .expected(of: term)
    sequences = Sequences()
    guard signals >= 0 else {
      Self.release(input)
      throw .refused(term: term)
    }
    guard_arm(input, output, sequences.restore, Self.crashMessage)
    guard cn_open(term, input, output) else {
      guard_disarm()
      Self.release(input)
      throw .refused(term: term)
    }
    painter = Painter(theme: theme, colors: colors)
    write(sequences.enter, to: output)
    if asksWidth, repertoire == .unicode, isEastAsian {
      write(sequences.askWidth, to: output)
      awaitsWidth = true
    }
    measure()
  }

  /// Shows a canvas from the top left corner; only what differs from the last one is sent.
  ///
  /// While the terminal does not take bytes the canvas waits; a newer one replaces it.
  public func show(_ canvas: Canvas) {
    guard isOpen, canvas != self.canvas || isOwed else { return }
    self.canvas = canvas
    isOwed = true
    if takesOutput(output) { pay() }
  }

  /// Makes the terminal draw everything anew, after something else has written on it.
  public func redraw() {
    guard isOpen else { return }
    cn_forget_screen()
    isOwed = canvas != nil
  }

  /// Waits for the next event.
  ///
  /// Without an event and without a timeout it sleeps in the kernel. After `.ended` it never
  /// waits again.
  /// - Returns: nil if the time has run out.
  public func nextEvent(timeout: Duration? = nil) -> Event? {
    let deadline = timeout.map { ContinuousClock.now + $0 }
    while true {
      if !events.isEmpty { return events.removeFirst() }
      if let end { return .ended(end) }
      let patienceEnds = decoder.patience.map { lastInput + $0 }
      let wakeUp = [deadline, patienceEnds].compactMap(\.self).min()
      let ready = wait(
        input: input, signals: signals, output: output, isOwed: isOwed,
        timeout: wakeUp.map { max(.zero, $0 - .now) })
      if ready.hasSignal { takeSignals() }
      if ready.isGone, !ready.hasInput {
        end = end ?? .hangup
        continue
      }
      if ready.takesOutput { pay() }
      if ready.hasInput {
        takeInput()
      } else if let patienceEnds, patienceEnds <= .now {
        events += decoder.giveUp().map(Event.key)
      }
      if let deadline, deadline <= .now, events.isEmpty, end == nil { return nil }
    }
  }
}

extension Terminal {
  func pay() {
    guard isOpen, isOwed, let canvas else { return }
    let shown =
      switch repertoire {
      case .unicode: canvas
      case .asciiAndHan: canvas.inASCIIButHan
      case .ascii: canvas.inASCII
      }
    painter.paint(shown, size: size)
    write(sequences.beginFrame, to: output)
    cn_flush()
    write(sequences.endFrame, to: output)
    isOwed = false
  }

  func resize() {
    measure()
    isOwed = canvas != nil
    events.append(.resized(size))
  }

  private func takeInput() {
    guard let bytes = readBytes(from: input) else { return }
    if bytes.isEmpty { end = end ?? .hangup }
    lastInput = .now
    events += decoder.inputs(bytes).compactMap { Event($0, reportsMouse: reportsMouse) }
    takeWidth()
  }

  /// Draws in ASCII if the box-drawing character took more than the first column.
  private func takeWidth() {
    guard awaitsWidth, let column = decoder.reportedColumn else { return }
    awaitsWidth = false
    guard column > 2 else { return }
    repertoire = .asciiAndHan
    painter.forget()
    redraw()
  }

  private func takeSignals() {
    let found = guard_take()
    if found & UInt32(guard_ending) != 0 { end = .signal(guard_ending_signal()) }
    if found & UInt32(guard_stop) != 0 { events.append(.suspendRequested) }
    if found & UInt32(guard_continued) != 0, isOpen {
      // Somebody else stopped the process, and may have used the terminal meanwhile.
      cn_close()
      reopen()
    }
    if found & (UInt32(guard_resized) | UInt32(guard_continued)) != 0, isOpen {
      resize()
    }
  }

  /// Reads the size of the window and tells curses, which does not survive absurd ones.
  private func measure() {
    var (columns, rows): (Int32, Int32) = (0, 0)
    if !cn_window_size(output, &columns, &rows) || columns <= 0 || rows <= 0 {
      (columns, rows) = (80, 24)
    }
    size = Size(columns: min(Int(columns), 1000), rows: min(Int(rows), 500))
    cn_resize(Int32(size.columns), Int32(size.rows))
    painter.forget()
  }
}
