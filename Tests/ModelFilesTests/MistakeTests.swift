import Testing

@testable import ModelFiles

/// What only a mistake in a program can ask for ends it, instead of writing a file that nobody reads.
@Suite("Mistakes of a programmer end the program") struct MistakeTests {
  @Test("A limit of depth that the stack may not bear")
  func depth() async {
    await #expect(processExitsWith: .failure) { _ = try JSON(parsing: "1", depthLimit: 129) }
  }

  @Test("A key outside an object")
  func keyOutside() async {
    await #expect(processExitsWith: .failure) {
      var text = JSONText()
      text.key("a")
    }
  }

  @Test("A key after a key")
  func keyAfterKey() async {
    await #expect(processExitsWith: .failure) {
      var text = JSONText()
      text.object { text in
        text.key("a")
        text.key("b")
      }
    }
  }

  @Test("A value without a key in an object")
  func valueWithoutKey() async {
    await #expect(processExitsWith: .failure) {
      var text = JSONText()
      text.object { $0.null() }
    }
  }

  @Test("An object that ends after a key")
  func keyWithoutValue() async {
    await #expect(processExitsWith: .failure) {
      var text = JSONText()
      text.object { $0.key("a") }
    }
  }

  @Test("A second value beside the first")
  func twoValues() async {
    await #expect(processExitsWith: .failure) {
      var text = JSONText()
      text.null()
      text.null()
    }
  }

  @Test("A tensor whose shape is not that of its numbers")
  func shape() async {
    await #expect(processExitsWith: .failure) {
      _ = SafetensorsFile.Tensor(name: "a", shape: [2], values: [1])
    }
  }

  @Test("A tensor of numbers written as integers")
  func integers() async {
    await #expect(processExitsWith: .failure) {
      _ = SafetensorsFile.Tensor(name: "a", shape: [1], values: [1], type: .int8)
    }
  }

  @Test("A tensor's name twice")
  func nameTwice() async {
    await #expect(processExitsWith: .failure) {
      let tensor = SafetensorsFile.Tensor(name: "a", shape: [1], values: [1])
      _ = SafetensorsFile(tensors: [tensor, tensor])
    }
  }

  @Test("A tensor with the name of the metadata")
  func metadataName() async {
    await #expect(processExitsWith: .failure) {
      let name = SafetensorsFile.metadataKey
      _ = SafetensorsFile(tensors: [.init(name: name, shape: [1], values: [1])])
    }
  }

  @Test("A key of the metadata twice")
  func keyTwice() async {
    await #expect(processExitsWith: .failure) {
      _ = SafetensorsFile(tensors: [], metadata: [(key: "a", value: ""), (key: "a", value: "")])
    }
  }
}
