import CellEngine
import Foundation

/// An array as the conformance files write it: numbers, or little-endian bytes in base 64.
struct ForeignTensor: Decodable {
  let shape: [Int]
  let values: [Double]

  private enum Key: CodingKey {
    case shape, dtype, data, b64
  }

  init(from decoder: any Decoder) throws {
    let content = try decoder.container(keyedBy: Key.self)
    shape = try content.decode([Int].self, forKey: .shape)
    let isSingle = try content.decode(String.self, forKey: .dtype) == "float32"
    guard let text = try content.decodeIfPresent(String.self, forKey: .b64) else {
      // Single precision is written with as few digits as it needs.
      let written = try content.decode([Double].self, forKey: .data)
      values = isSingle ? written.map { Double(Float($0)) } : written
      return
    }
    guard let bytes = Data(base64Encoded: text) else {
      throw DecodingError.dataCorruptedError(
        forKey: .b64, in: content, debugDescription: "not base 64")
    }
    values = bytes.withUnsafeBytes { buffer in
      stride(from: 0, to: buffer.count, by: isSingle ? 4 : 8).map { offset in
        isSingle
          ? Double(
            Float(bitPattern: buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
          : Double(bitPattern: buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      }
    }
  }

  /// The part at a place of the outermost dimension.
  subscript(place: Int) -> [Double] {
    let size = values.count / shape[0]
    return Array(values[(place * size)..<((place + 1) * size)])
  }
}

extension Cell<Double> {
  /// Adds numbers to a parameter that stands in a list of blocks of the same size.
  mutating func add(_ blocks: [Double], of names: [String?]) {
    for (name, block) in zip(names, blocks.rows(of: blocks.count / names.count)) {
      guard let id = name.flatMap(parameter) else { continue }
      self[id] = zip(self[id], block).map { $0 + $1 }[...]
    }
  }
}

extension Array where Element == Double {
  /// The transpose of a matrix with some columns, both row by row.
  func transposed(columns: Int) -> [Double] {
    (0..<columns).flatMap { column in
      stride(from: column, to: count, by: columns).map { self[$0] }
    }
  }
}
