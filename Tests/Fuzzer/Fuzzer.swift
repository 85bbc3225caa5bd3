import CellScene
import ModelFiles
import Screen

#if canImport(Glibc)
  import Glibc

  private let processorTime = __itimer_which_t(ITIMER_PROF.rawValue)
#elseif canImport(Darwin)
  import Darwin

  private let processorTime = ITIMER_PROF
#endif

/// Feeds one reader of foreign bytes with what libFuzzer thinks up; see the script `fuzz`.
///
/// `READER` names the reader. It is no argument because libFuzzer, which runs the program anew to keep its corpus small,
/// takes all arguments for its own.
@main
enum Fuzzer {
  static func main() {
    guard let name = getenv("READER"), let reader = Reader(rawValue: String(cString: name)) else {
      print("READER is one of \(Reader.allCases.map(\.rawValue).joined(separator: ", "))")
      exit(2)
    }
    signal(SIGPROF) { _ in
      let message: StaticString = "one input took more processor time than there is for one\n"
      _ = write(STDERR_FILENO, message.utf8Start, message.utf8CodeUnitCount)
      abort()  // Which libFuzzer takes as a fault of this input.
    }
    var count = CommandLine.argc
    var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
    exit(run(&count, &arguments, reader.callback))
  }
}

/// libFuzzer's loop: calls a function with one input after the other, until it is told to stop.
@_silgen_name("LLVMFuzzerRunDriver")
private func run(
  _ count: UnsafeMutablePointer<Int32>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// Everything that reads bytes which somebody else may have written.
enum Reader: String, CaseIterable {
  case json, safetensors, sequence, words, preferences, keys, line, transcript, visible, canvas

  var callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 {
    switch self {
    case .json: { Reader.json.read($0, $1) }
    case .safetensors: { Reader.safetensors.read($0, $1) }
    case .sequence: { Reader.sequence.read($0, $1) }
    case .words: { Reader.words.read($0, $1) }
    case .preferences: { Reader.preferences.read($0, $1) }
    case .keys: { Reader.keys.read($0, $1) }
    case .line: { Reader.line.read($0, $1) }
    case .transcript: { Reader.transcript.read($0, $1) }
    case .visible: { Reader.visible.read($0, $1) }
    case .canvas: { Reader.canvas.read($0, $1) }
    }
  }

  /// Seconds of processor time that one input may take.
  ///
  /// libFuzzer's own limit is of the clock on the wall, and whoever is given no processor for that long breaks it.
  private static let limit = 10

  private func read(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    var timer = itimerval(
      it_interval: timeval(), it_value: timeval(tv_sec: Self.limit, tv_usec: 0))
    setitimer(processorTime, &timer, nil)
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    let text = String(decoding: bytes, as: UTF8.self)
    switch self {
    case .json: Claims.json(bytes)
    case .safetensors: Claims.safetensors(bytes)
    case .sequence: Claims.sequence(bytes)
    case .words: Claims.words(bytes)
    case .preferences: Claims.preferences(text)
    case .keys: Claims.keys(bytes)
    case .line: Claims.line(text)
    case .transcript: Claims.transcript(text)
    case .visible: Claims.visible(text)
    case .canvas: Claims.canvas(text)
    }
    return 0
  }
}
