/// Why a text of preferences is refused.
public struct PreferencesError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with a line.
  public enum Reason: Error, Equatable, Sendable {
    /// The line has not the form of a setting.
    case notASetting(String)
    /// There is no setting of that name.
    case unknownSetting(String)
    /// The setting has no such value.
    case unknownValue(String, of: String, known: [String])
    /// There is no key of that name.
    case unknownKey(String)
    /// The key is a digit.
    case digit(Int)
    /// The setting stands on an earlier line too.
    case twice(String)
  }

  /// The line, from 1.
  public let line: Int
  /// What is wrong with it.
  public let reason: Reason

  private static let settings = Preferences.Setting.allCases.map(\.rawValue)

  /// A part of a sentence that names the line.
  public var description: String {
    switch reason {
    case .notASetting(let text):
      "line \(line) is “\(text)”, not "
        + Self.settings.map { "“\($0) = …”" }.joined(separator: ", ") + " or “key … = …”"
    case .unknownSetting(let name):
      "line \(line) sets “\(name)”, but there are only "
        + Self.settings.joined(separator: ", ") + " and key"
    case .unknownValue(let value, let name, let known):
      "line \(line) says \(name) = “\(value)”, but it is one of \(known.joined(separator: ", "))"
    case .unknownKey(let name):
      "line \(line) names the key “\(name)”, but a key is a single character or a name such as "
        + "Space, PgDn, F5 or C-l"
    case .digit(let digit):
      "line \(line) names the key “\(digit)”, but digits count how often the key behind them acts"
    case .twice(let name): "line \(line) sets “\(name)” a second time"
    }
  }
}
