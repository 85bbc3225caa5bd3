public import ArgumentParser
public import CellScene
import ModelFiles
public import Screen

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// How everything is shown.
struct ScreenOptions: ParsableArguments {
  @Option(help: "\(ThemeChoice.allCases.map(\.rawValue).joined(separator: ", ")).")
  var theme: ThemeChoice?
  @Option(help: "\(Language.allCases.map(\.rawValue).joined(separator: " or ")).")
  var language: Language?
  @Option(help: "auto, always or never; auto heeds NO_COLOR.")
  var color = ColorChoice.auto
  @Flag(help: "Draw with ASCII characters alone.")
  var ascii = false
  @Flag(help: "Tell everything line by line, for screen readers (also ACCESSIBLE=1).")
  var accessible = false

  /// What was chosen.
  var chosen: Look {
    Look(theme: theme, language: language, color: color, ascii: ascii, accessible: accessible)
  }
}

/// How everything is shown, as chosen on the command line.
struct Look {
  var theme: ThemeChoice?
  var language: Language?
  var color = ColorChoice.auto
  var ascii = false
  var accessible = false

  /// Whether nothing may be drawn: asked for here, by the environment or by the terminal.
  var isLinear: Bool {
    let wish = Environment.value("ACCESSIBLE")
    return accessible || wish != nil && wish != "0" || Environment.value("TERM") == "dumb"
  }
}

extension ThemeChoice: ExpressibleByArgument {}
extension ColorChoice: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}

/// The variables of the environment.
enum Environment {
  /// A variable; nil if it is missing or empty.
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// The user's own file of preferences.
enum PreferencesFile {
  /// Where it is looked for: `$XDG_CONFIG_HOME/cellscope/config`, without the variable
  /// `~/.config/cellscope/config`.
  static var path: String? {
    let folder =
      Environment.value("XDG_CONFIG_HOME") ?? Environment.value("HOME").map { $0 + "/.config" }
    return folder.map { $0 + "/cellscope/config" }
  }

  /// Reads it; a file that is not there wants nothing.
  ///
  /// - Throws: `ModelFileError` if it cannot be read, `RefusedPreferences` if it is not understood.
  static func read() throws -> Preferences {
    guard let path, access(path, F_OK) == 0 else { return Preferences() }
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
