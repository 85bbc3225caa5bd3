import CellEngine
import Testing

@testable import CellScene

/// The sentence as a story, where there is no screen.
@Suite struct StoryTests {
  @Test(arguments: Shipped.allCases, Shipped.sentences)
  func `the story has a heading for each word and a line for each micro-step`(
    _ shipped: Shipped, sentence: String
  ) throws {
    let session = try shipped.session(sentence)
    let text = Story(session).text
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    let heading = lines.removeFirst()
    #expect(heading.contains(session.model.name) && heading.hasSuffix(": " + sentence))
    #expect(lines.removeFirst().isEmpty)
    let perWord = session.run.microSteps.count + 1
    #expect(lines.count == session.tokens.count * perWord)
    for (number, line) in lines.enumerated() {
      let (time, step) = number.quotientAndRemainder(dividingBy: perWord)
      if step == 0 {
        #expect(line == "\(time + 1). \(session.words[time])")
      } else {
        #expect(line.hasPrefix("   ") && line.hasSuffix(".") && line.count > 10)
      }
    }
  }

  @Test func `the story does not depend on where the session stands`() throws {
    let start = Story(try Shipped.agreement.session()).text
    #expect(Story(try Shipped.agreement.session(keys: "5 G $ v")).text == start)
  }
}
