/// A text as one field of comma-separated values (RFC 4180): quoted where it would be read otherwise.
func csvField(_ text: String) -> String {
  guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
  return "\"" + text.flatMap { $0 == "\"" ? "\"\"" : String($0) } + "\""
}
