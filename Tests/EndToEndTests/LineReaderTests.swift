import Foundation
import Testing

@testable import cellscope

/// Lines come whole from a descriptor, whatever the writes were.
struct LineReaderTests {
  /// The lines of what is written piece by piece before the other end is closed.
  private func lines(of pieces: [[UInt8]]) throws -> [String] {
    let pipe = Pipe()
    for piece in pieces { try pipe.fileHandleForWriting.write(contentsOf: piece) }
    try pipe.fileHandleForWriting.close()
    var reader = LineReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    var lines: [String] = []
    while let line = reader.next() { lines.append(line) }
    return lines
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a"]), ("a\n\nb", ["a", "", "b"]), ("a\r\nb\r", ["a", "b\r"]),
    ("\n", [""]), ("γ\n語", ["γ", "語"]),
  ])
  func `a line ends with a line feed or with the input`(text: String, expected: [String]) throws {
    #expect(try lines(of: [Array(text.utf8)]) == expected)
    #expect(try lines(of: text.utf8.map { [$0] }) == expected)
  }

  @Test func `what is no UTF-8 is replaced`() throws {
    #expect(try lines(of: [[0x61, 0xFF, 0x0A, 0xC3]]) == ["a\u{FFFD}", "\u{FFFD}"])
  }

  @Test func `an endless line is cut`() throws {
    let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(repeating: 0x78, count: LineReader.lengthLimit + 10).write(to: file)
    let handle = try FileHandle(forReadingFrom: file)
    var reader = LineReader(descriptor: handle.fileDescriptor)
    #expect(reader.next()?.count == LineReader.lengthLimit)
    #expect(reader.next()?.count == 10)
    #expect(reader.next() == nil)
  }

  @Test func `a descriptor that cannot be read has no lines`() {
    var reader = LineReader(descriptor: -1)
    #expect(reader.next() == nil)
    #expect(reader.next() == nil)
  }
}
