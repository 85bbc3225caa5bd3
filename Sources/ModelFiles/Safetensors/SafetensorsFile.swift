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
  /// Where each tensor stands, by the bytes of its name.
  private let places: [[UInt8]: Int]

  /// Makes the content of a new file.
  ///
  /// Tensor names must differ from each other and from `metadataKey`, metadata keys from each other;
  /// anything else is a programmer's mistake and traps.
  public init(tensors: [Tensor], metadata: [(key: String, value: String)] = []) {
    places = Dictionary(
      zip(tensors.lazy.map { Array($0.name.utf8) }, tensors.indices),
      uniquingKeysWith: { first, _ in first })
    precondition(places.count == tensors.count, "a tensor name occurs twice")
    precondition(
      places[Array(Self.metadataKey.utf8)] == nil, "no tensor can be \(Self.metadataKey)")
    precondition(
      Set(metadata.map { Array($0.key.utf8) }).count == metadata.count,
      "a metadata key occurs twice")
    self.tensors = tensors
    self.metadata = metadata
  }

  /// The tensor with a name, compared byte by byte, or `nil`.
  ///
  /// - Complexity: O(length of the name).
  public func tensor(named name: String) -> Tensor? {
    places[Array(name.utf8)].map { tensors[$0] }
  }

  /// The metadata's value for a key, compared byte by byte, or `nil`.
  public func metadataValue(for key: String) -> String? {
    metadata.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
  }
}
