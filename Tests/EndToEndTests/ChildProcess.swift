import Foundation

/// How a process has ended.
enum Ending: Hashable {
  case exit(Int32)
  case signal(Int32)
}

/// A process started with no signal blocked and none ignored.
///
/// Foundation's `Process` passes on the signal mask of the thread that happens to run the test.
struct ChildProcess {
  let identifier: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - terminal: the path of a terminal to be the process's own, with a session of its own.
  ///   - files: what the descriptors 0, 1 and 2 are otherwise.
  ///   - output: an open descriptor that is standard output.
  init(
    _ arguments: [String], environment: [String: String], terminal: String? = nil,
    files: [Int32: String] = [:], output: Int32? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    if let terminal {
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      for copy: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, copy) }
    }
    for (descriptor, path) in files {
      let access = descriptor == 0 ? O_RDONLY : O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, descriptor, path, access, 0o600)
    }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var flags = Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    if terminal != nil { flags |= Self.ownSession }
    posix_spawnattr_setflags(&attributes, flags)
    let variables = environment.map { "\($0)=\($1)" }
    let program = arguments.first ?? ""
    var child: pid_t = 0
    let error = withCStrings(arguments) { arguments in
      withCStrings(variables) {
        posix_spawnp(&child, program, &actions, &attributes, arguments, $0)
      }
    }
    guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EIO) }
    identifier = child
  }

  #if os(Linux)
    /// POSIX_SPAWN_SETSID, which Swift does not import.
    private static let ownSession: Int16 = 0x80
  #else
    private static let ownSession = Int16(POSIX_SPAWN_SETSID)
  #endif

  /// How the process has ended, nil while it runs; once it has answered it must not be asked again.
  func ending() -> Ending? {
    var status: Int32 = 0
    guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
    return status & 0x7F == 0 ? .exit(status >> 8 & 0xFF) : .signal(status & 0x7F)
  }

  /// The processor time it has used in all, nil while it runs; then it must not be asked again.
  func processorTimeAtEnd() -> Duration? {
    var (status, usage): (Int32, rusage) = (0, rusage())
    guard wait4(identifier, &status, WNOHANG, &usage) == identifier else { return nil }
    return [usage.ru_utime, usage.ru_stime].reduce(.zero) {
      $0 + .seconds($1.tv_sec) + .microseconds(Int($1.tv_usec))
    }
  }

  /// The processor time used so far, of a process that runs (Linux).
  func processorTime() throws -> Duration {
    let text = try String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    let ticks = fields[11...12].compactMap { Int($0) }.reduce(0, +)
    return .milliseconds(ticks * 1000 / Int(sysconf(Int32(_SC_CLK_TCK))))
  }
}

/// Calls a function with a NULL-terminated array of C strings.
private func withCStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}

/// Where the products of the build are.
enum Products {
  /// The path of the program under test: it is built into the folder of the test bundle.
  static let cellscope: String = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let folder = bundle?.bundleURL ?? Bundle.main.executableURL ?? URL(filePath: ".")
    return folder.deletingLastPathComponent().appending(path: "cellscope").path
  }()

  /// The environment of programs under test: nothing of the person's who runs the tests.
  static func environment(_ changes: [String: String?] = [:]) -> [String: String] {
    var variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": "/nonexistent"]
    // The second is set while coverage is measured, and no matter to the programs themselves.
    for name in ["PATH", "LLVM_PROFILE_FILE"] {
      variables[name] = ProcessInfo.processInfo.environment[name]
    }
    for (name, value) in changes { variables[name] = value }
    return variables
  }
}
