/// A help text whose lines of usage end where a screen of 80 columns does; the parser wraps all others.
func wrappingUsage(_ text: String) -> String {
  text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
    let title = ["USAGE: ", "Usage: "].first { line.hasPrefix($0) }
    guard let title, line.count > 80 else { return String(line) }
    return wrapped(usage: line, below: String(repeating: " ", count: title.count))
  }.joined(separator: "\n")
}

/// An option stays on one line with its value.
private func wrapped(usage: Substring, below margin: String) -> String {
  var lines = [""]
  var depth = 0
  for word in usage.split(separator: " ") {
    let isNew = depth == 0 && lines[lines.count - 1].count + word.count > 60
    if isNew {
      lines.append(margin + word)
    } else {
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    depth += word.count { $0 == "[" } - word.count { $0 == "]" }
  }
  return lines.joined(separator: "\n")
}
