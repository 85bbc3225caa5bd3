/// Reads what a header says about one tensor.
struct SafetensorsEntryReader {
  let file: String
  let name: String
  let json: JSON

  /// The entry, if its fields have the right kinds and the shape fits the range and the data.
  func entry(dataSize: Int) throws(ModelFileError) -> SafetensorsHeader.Entry {
    guard case .object = json else {
      throw refuse(.entry, "a tensor must be described by an object, not by \(json.kind)")
    }
    let type = try elementType()
    let shape = try shape()
    let range = try range(dataSize: dataSize)
    let text = "the shape [\(shape.map(String.init).joined(separator: ", "))]"
    guard let size = byteCount(of: shape, type) else {
      throw refuse(.shape, "\(visible(text)) has more elements than 64 bits can count")
    }
    guard size == range.count else {
      throw refuse(
        .shape,
        "\(visible(text)) of \(type.rawValue) needs \(size) bytes, but data_offsets give "
          + "\(range.count)")
    }
    return SafetensorsHeader.Entry(name: name, type: type, shape: shape, range: range)
  }

  private func refuse(_ reason: ModelFileError.Reason, _ explanation: String) -> ModelFileError {
    ModelFileError(
      file: file, place: "tensor \"\(visible(name))\"", reason: reason, explanation: explanation)
  }

  private func field(_ key: String) throws(ModelFileError) -> JSON {
    guard let value = json[key] else { throw refuse(.entry, "the field \(key) is missing") }
    return value
  }

  private func elementType() throws(ModelFileError) -> SafetensorsFile.ElementType {
    let value = try field("dtype")
    guard let text = value.stringValue else {
      throw refuse(.entry, "dtype must be a string, not \(value.kind)")
    }
    guard let type = SafetensorsFile.ElementType(rawValue: text) else {
      let known = SafetensorsFile.ElementType.allCases.map(\.rawValue).joined(separator: ", ")
      throw refuse(.elementType, "the dtype \"\(visible(text))\" is none of \(known)")
    }
    return type
  }

  private func shape() throws(ModelFileError) -> [Int] {
    let value = try field("shape")
    guard let elements = value.elements else {
      throw refuse(.shape, "the shape must be an array of sizes, not \(value.kind)")
    }
    var shape: [Int] = []
    for element in elements {
      guard let size = element.integerValue, size >= 0 else {
        throw refuse(.shape, "a size in the shape must be an integer of at least 0")
      }
      shape.append(size)
    }
    return shape
  }

  private func range(dataSize: Int) throws(ModelFileError) -> Range<Int> {
    let value = try field("data_offsets")
    guard let elements = value.elements, elements.count == 2,
      let begin = elements[0].integerValue, let end = elements[1].integerValue
    else { throw refuse(.offsets, "data_offsets must be an array of two integers") }
    guard 0 <= begin, begin <= end else {
      throw refuse(.offsets, "data_offsets must rise from at least 0, not from \(begin) to \(end)")
    }
    guard end <= dataSize else {
      throw refuse(
        .offsets, "the data ends at byte \(end), but the file has only \(dataSize) bytes of data")
    }
    return begin..<end
  }

  /// The bytes of a tensor, or `nil` if the number or a step to it does not fit 64 bits.
  private func byteCount(of shape: [Int], _ type: SafetensorsFile.ElementType) -> Int? {
    var product = 1
    for factor in shape + [type.byteCount] {
      let (next, overflow) = product.multipliedReportingOverflow(by: factor)
      guard !overflow else { return nil }
      product = next
    }
    return product
  }
}
