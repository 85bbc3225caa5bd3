import Testing

@testable import ModelFiles

@Suite("Text from files in messages")
struct VisibleTests {
  @Test(
    "Hidden characters become escapes",
    arguments: [
      ("plain é 重み 😀", "plain é 重み 😀"), ("\u{202E}", #"\u{202E}"#),
      ("a\u{1B}[2J\n", #"a\u{1B}[2J\u{A}"#), ("\u{7F}\u{9B}", #"\u{7F}\u{9B}"#),
      ("\r\n", #"\u{D}\u{A}"#), ("\u{200B}\u{FEFF}\u{2066}", #"\u{200B}\u{FEFF}\u{2066}"#),
      ("\u{2028}\u{E0041}", #"\u{2028}\u{E0041}"#),
    ])
  func escapes(text: String, shown: String) {
    #expect(visible(text) == shown)
  }

  @Test("A text is shortened to 60 scalars", arguments: [59, 60, 61, 5000])
  func shortening(count: Int) {
    let shown = visible(String(repeating: "n", count: count))
    #expect(shown.count == min(count, 60))
    #expect(shown.hasSuffix("…") == (count > 60))
  }

  @Test("An escape or a character of many scalars is never cut in two")
  func cuts() {
    for count in 0...61 {
      let padding = String(repeating: "n", count: count)
      let escaped = visible(padding + "\u{202E}" + padding)
      #expect(!escaped.contains("\\") || escaped.contains(#"\u{202E}"#))
      let accented = visible(padding + "e\u{301}" + String(repeating: "n", count: 60))
      #expect(accented.unicodeScalars.contains("\u{301}") == accented.unicodeScalars.contains("e"))
      #expect(escaped.unicodeScalars.count <= 60 && accented.unicodeScalars.count <= 60)
    }
    #expect(visible("e" + String(repeating: "\u{301}", count: 5000)) == "…")
  }

  @Test("A long path shows its end")
  func longPath() {
    let path = String(repeating: "folder/", count: 50) + "model.safetensors"
    let error = ModelFileError(file: path, reason: .tooShort, explanation: "it is short")
    #expect(error.description.hasPrefix("Cannot open \"…"))
    #expect(error.description.hasSuffix("folder/model.safetensors\": it is short."))
    #expect(error.description.count < 90)
  }
}
