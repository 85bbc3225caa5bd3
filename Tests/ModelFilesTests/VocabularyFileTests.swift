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

  @Test func `the words of a tokenizer's file are found, and rows may name the words`() throws {
    #expect(try read(#"{"model":{"type":"x","vocab":{"b":1,"a":0}}}"#).words == ["a", "b"])
    #expect(try read(#"{"vocab":["a","b"],"merges":[]}"#).words == ["a", "b"])
    #expect(try read(#"{"1":"b","0":"a"}"#).words == ["a", "b"])
  }

  @Test func `one odd word does not keep the others from being read`() throws {
    let odd = try read(#"["new york","a\u0007","","the","the","\u3000","\u200B"]"#)
    #expect(odd.words == ["new␣york", #"a\u{7}"#, "∅", "the", "the", #"\u{3000}"#, #"\u{200B}"#])
    #expect(odd.words.allSatisfy { !$0.contains(where: \.isWhitespace) })
    #expect(!odd.isOfCharacters)
    #expect(try odd.tokens(of: "the new␣york") == [3, 0])
  }

  @Test func `a space behind a mark that is one character with it leaves no gap`() throws {
    #expect(try read(#"["\u070F ", "b"]"#).words == [#"\u{70F}\u{20}"#, "b"])
  }

  @Test func `a text is read character by character where all words are characters`() throws {
    let han = try read(#"["天","氣","好","<pad>","<unk>","\u3000"]"#)
    #expect(han.isOfCharacters)
    #expect(try han.tokens(of: "天氣\u{3000}好壞") == [0, 1, 5, 2, 4])
    #expect(try !read(#"["天氣","好"]"#).isOfCharacters)
    #expect(try !read(#"["<pad>"]"#).isOfCharacters)
  }

  @Test func `what is not known is read as what stands for it, where there is such a word`() throws
  {
    let vocabulary = try read(#"["the","cat","<unk>"]"#)
    #expect(try vocabulary.tokens(of: "the dog cat") == [0, 2, 1])
    #expect(throws: UnknownWord.self) { try read(#"["the","cat"]"#).tokens(of: "the dog") }
  }

  @Test(arguments: [
    ("[", "the text at byte 1"), ("7", "a list of words or an object with their rows"),
    ("[]", "the vocabulary is empty"), ("{}", "the vocabulary is empty"),
    (#"["a",1]"#, "entry 1 of the words is an integer"),
    (#"{"a":0,"b":2}"#, #"the word "b" needs a row of its own from 0 to 1"#),
    (#"{"a":0,"b":0}"#, #"the word "b" needs a row of its own"#),
    (#"{"a":"0"}"#, #"the word "a" needs a row of its own"#),
    (#"{"a":null}"#, #"the word "a" needs a row of its own"#),
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
