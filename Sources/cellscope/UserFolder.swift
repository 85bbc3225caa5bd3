import Terminal

/// The user's folders, as the XDG Base Directory Specification names them.
enum UserFolder {
  /// The path of a file of this program; nil if there is no home.
  ///
  /// - Parameters:
  ///   - variable: the variable of the environment that may name the folder.
  ///   - folder: where it is below the home folder otherwise.
  static func path(_ variable: String, else folder: String, _ name: String) -> String? {
    let start = Environment.value(variable) ?? Environment.value("HOME").map { "\($0)/\(folder)" }
    return start.map { "\($0)/cellscope/\(name)" }
  }
}
