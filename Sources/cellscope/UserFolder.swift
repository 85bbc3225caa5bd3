import Terminal

/// The user's folders, as the XDG Base Directory Specification names them.
///
/// Like there, a path that does not begin at the root counts for nothing: what the program reads
/// must not depend on the folder in which it is started.
enum UserFolder {
  /// The path of a file of this program; nil if there is no home.
  ///
  /// - Parameters:
  ///   - variable: the variable of the environment that may name the folder.
  ///   - folder: where it is below the home folder otherwise.
  static func path(_ variable: String, else folder: String, _ name: String) -> String? {
    let start = absolute(variable) ?? absolute("HOME").map { "\($0)/\(folder)" }
    return start.map { "\($0)/cellscope/\(name)" }
  }

  private static func absolute(_ variable: String) -> String? {
    Environment.value(variable).flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
