import Screen

extension KeyMap {
  /// The keys as a Markdown table, as the README shows them.
  public func markdown(_ language: Language = .english) -> String {
    var lines = ["| | keys | |", "| --- | --- | --- |"]
    for context in [Context.cell, .variants, .help, .prompt, .edit] {
      for binding in bindings(in: context) where context == .cell || !isEverywhere(binding) {
        let keys = binding.keys.map { "`\($0.name)`" }.joined(separator: " ")
        let group = language.text(.helpGroup(binding.group))
        let deed = language.text(.command(binding.command))
        lines.append("| \(group) | \(keys) | \(deed) |")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Whether a pop-up's binding only repeats what the key does on the cell.
  private func isEverywhere(_ binding: Binding) -> Bool {
    bindings(in: .cell).contains { $0.command == binding.command && $0.keys == binding.keys }
  }
}
