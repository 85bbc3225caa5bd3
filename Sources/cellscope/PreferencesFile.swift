import CellScene
import ModelFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The user's own file of preferences.
enum PreferencesFile {
  /// Where it is looked for: `$XDG_CONFIG_HOME/cellscope/config`, without the variable
  /// `~/.config/cellscope/config`.
  static var path: String? { UserFolder.path("XDG_CONFIG_HOME", else: ".config", "config") }

  /// Whether there is something at a path; what may not be looked at counts as there, so that reading
  /// it says why it cannot be had.
  static func isThere(_ path: String) -> Bool {
    access(path, F_OK) == 0 || ![ENOENT, ENOTDIR].contains(errno)
  }

  /// Reads it; a file that is not there wants nothing.
  ///
  /// - Throws: `ModelFileError` if it cannot be read, `RefusedPreferences` if it is not understood.
  static func read() throws -> Preferences {
    guard let path, isThere(path) else { return Preferences() }
    let bytes = try DiskFile.read(path, sizeLimit: 65_536)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw RefusedPreferences(path: path, reason: "it is not UTF-8")
    }
    do {
      return try Preferences(parsing: text)
    } catch {
      throw RefusedPreferences(path: path, reason: error.description)
    }
  }
}

/// The user's own file is not understood.
struct RefusedPreferences: Error, CustomStringConvertible {
  let path: String
  let reason: String

  /// One full sentence.
  var description: String { "Cannot use \(visible(path, limit: 240)): \(reason)." }
}
