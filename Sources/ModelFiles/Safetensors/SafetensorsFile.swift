/// The tensors and the metadata of a safetensors file.
///
/// A file is eight bytes with the header's length, the header – a JSON object that names each tensor
/// with type, shape and byte range – and the data. Files are taken as hostile: every number is
/// checked before it is used, and nothing in a file is ever run.
///
/// Limits: header 1 MiB, JSON nested 8 deep, and no more memory than the file's size explains.
/// Source: https://github.com/huggingface/safetensors, section "Format".
public struct SafetensorsFile: Sendable {
  /// The most bytes a header may have, 1 MiB; the reference implementation takes 100 MB.
  public static let headerLimit = 1 << 20

  /// The name of the header's member that holds the metadata; no tensor can have it.
  public static let metadataKey = "__metadata__"

  /// The tensors in the order in which the header names them.
  public let tensors: [Tensor]
  /// The pairs of the metadata in the order of the header; no key occurs twice.
  public let metadata: [(key: String, value: String)]

  /// Makes the content of a new file.
  ///
  /// Tensor names must differ from each other and from `metadataKey`, metadata keys from each other;
  /// anything else is a programmer's mistake and traps.
  public init(tensors: [Tensor], metadata: [(key: String, value: String)] = []) {
    guard Set(tensors.map { Array($0.name.utf8) }).count == tensors.count else {
      preconditionFailure("a tensor name occurs twice")
    }
    guard Set(metadata.map { Array($0.key.utf8) }).count == metadata.count else {
      preconditionFailure("a metadata key occurs twice")
    }
    guard !tensors.contains(where: { $0.name == Self.metadataKey }) else {
      preconditionFailure("no tensor can be \(Self.metadataKey)")
    }
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The tensor with a name, compared byte by byte, or `nil`.
  ///
  /// - Complexity: O(number of tensors).
  public func tensor(named name: String) -> Tensor? {
    tensors.first { $0.name.utf8.elementsEqual(name.utf8) }
  }

  /// The metadata's value for a key, compared byte by byte, or `nil`.
  public func metadataValue(for key: String) -> String? {
    metadata.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
