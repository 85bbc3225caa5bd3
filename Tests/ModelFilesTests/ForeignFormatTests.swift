import Testing

@testable import ModelFiles

@Suite("Files of other formats")
struct ForeignFormatTests {
  private static func zip(_ name: String) -> [UInt8] {
    Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 22)
      + [UInt8(name.utf8.count), 0, 0, 0] + Array(name.utf8) + [1, 2, 3]
  }

  @Test(
    "A known format is named, with a line that converts it",
    arguments: [
      (zip("archive/data.pkl"), "a PyTorch file", "torch.load"),
      (zip("W.npy"), "a NumPy archive", "numpy.load('model.npz')"),
      (zip("metadata.json"), "a Keras file", "keras.saving.load_model"),
      (zip("other"), "a zip archive", "torch.load"),
      (Array("PK\u{3}\u{4}".utf8), "a zip archive", "torch.load"),
      ([0x80, 2, 0x8A, 10, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A], "a pickle", "torch.load"),
      ([0x80, 5, 0x95], "a pickle", "torch.load"),
      ([0x89] + Array("HDF\r\n\u{1A}\n".utf8), "an HDF5 file", "keras.saving.load_model"),
      ([0x93] + Array("NUMPY\u{1}\0".utf8), "a NumPy array", "numpy.load('model.npy')"),
      (Array("GGUF\u{3}\0\0\0".utf8), "a GGUF file", "gguf.GGUFReader"),
      ([8, 7, 0x3A, 7] + Array(repeating: 0, count: 40), "an ONNX file", "onnx.load"),
      ([8, 7, 0x12, 7] + Array("pytorch".utf8), "an ONNX file", "onnx.load"),
      (Array("version https://git-lfs.github.com/spec/v1".utf8), "Git LFS", "git lfs pull"),
      (Array("<!DOCTYPE html>".utf8), "a web page", "download the file itself"),
      (Array(#"{"model": "lstm"}"#.utf8), "a text file", "length of its header"),
    ] as [([UInt8], String, String)])
  func knownFormats(bytes: [UInt8], name: String, recipe: String) {
    let error = #expect(throws: ModelFileError.self) {
      try SafetensorsFile(bytes: bytes, name: "model.bin")
    }
    #expect(error?.reason == .foreignFormat)
    let sentence = error?.description ?? ""
    #expect(isOneSentence(sentence), "\(sentence)")
    #expect(sentence.contains(name) && sentence.contains(recipe), "\(sentence)")
  }

  @Test("A header of 640 bytes is not taken for a pickle, which starts with the same bytes")
  func headerLikePickle() {
    let bytes = safetensors("{}" + String(repeating: " ", count: 638))
    #expect(bytes.starts(with: [0x80, 2]))
    #expect(refusal(bytes) == nil)
  }

  @Test("Unknown bytes are not given a name")
  func unknown() {
    #expect(refusal(Array("hello, world, this is text".utf8)) == .headerLength)
    #expect(refusal([1, 2, 3]) == .tooShort)
  }
}
