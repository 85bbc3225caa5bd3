import CellEngine
import Testing

@testable import ModelFiles

/// The words of a model that does not name them, from JSON.
@Suite struct VocabularyFileTests {
  private func read(_ text: String) throws(ModelFileError) -> Vocabulary {
    try Vocabulary(bytes: Array(text.utf8), path: "w.json")
  }

  @Test func `words stand in the order of a list, or by their rows`() throws {
    #expect(try read(#"["the","cat"]"#).words == ["the", "cat"])
    #expect(try read(#"{"cat":1,"the":0}"#).words == ["the", "cat"])
  }

  @Test func `characters that cannot be seen get their signs, and make a vocabulary of characters`()
    throws
  {
    let vocabulary = try read(#"["a"," ","\n","\t"]"#)
    #expect(vocabulary.words == ["a", "␣", "⏎", "⇥"])
    #expect(vocabulary.isOfCharacters)
    #expect(try vocabulary.tokens(of: "a a\n") == [0, 1, 0, 2])
  }

  @Test(arguments: [
    ("[", "the text at byte 1"), ("7", "a list of words or an object with their rows"),
    ("[]", "the vocabulary is empty"), ("{}", "the vocabulary is empty"),
    (#"["a",1]"#, "entry 1 of the words is an integer"), (#"["a","a"]"#, #"the word "a" twice"#),
    (#"{"a":0,"b":2}"#, #"the word "b" needs a row of its own from 0 to 1"#),
    (#"{"a":0,"b":0}"#, #"the word "b" needs a row of its own"#),
    (#"{"a":"0"}"#, #"the word "a" needs a row of its own"#), (#"["a",""]"#, "a word is empty"),
    (#"["a","b c"]"#, #"the word "b c" holds a space"#),
    (#"["a","b\u0007"]"#, "has characters that cannot be seen"),
  ])
  func `whatever else it is, it is refused with one sentence`(text: String, part: String) {
    do throws(ModelFileError) {
      _ = try read(text)
      Issue.record("\(text) is read")
    } catch {
      #expect(isOneSentence(error.description))
      #expect(error.description.contains(part), "\(error.description)")
    }
  }
}
