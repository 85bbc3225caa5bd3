/// Why a file cannot be opened or written: the file, the place in it and the reason in one sentence.
///
/// The description is one line without control characters, whatever the file contains.
public struct ModelFileError: Error, Hashable, Sendable {
  /// The kinds of reasons, for programs that decide by them; the sentence says more.
  public enum Reason: Hashable, Sendable {
    /// The system does not give the file.
    case unreadable
    /// A folder, device or pipe, not a regular file.
    case notAFile
    /// More bytes than the limit.
    case tooLarge
    /// Fewer bytes than the format needs.
    case tooShort
    /// A known file of another format; the sentence says how to convert it.
    case foreignFormat
    /// The header's length is zero, over the limit or beyond the end of the file.
    case headerLength
    /// The header is not the JSON object that the format asks for.
    case headerText
    /// A tensor's entry lacks a field or has one of the wrong kind.
    case entry
    /// An element type that the format does not have.
    case elementType
    /// A shape that is not a list of sizes, overflows or does not fit the data.
    case shape
    /// Data ranges that overlap, leave holes or go beyond the file.
    case offsets
    /// Metadata that is not a list of strings.
    case metadata
    /// Integers where weights are needed.
    case notFloatingPoint
    /// The tensors and the metadata do not describe a model.
    case model
    /// The numbers of a sequence do not fit the cell or are none.
    case sequence
    /// The file to write exists already.
    case exists
    /// The system does not take the file.
    case unwritable
  }

  /// The file's name as the user gave it, with nothing made visible.
  public let file: String
  /// The place in the file, such as `tensor "w"`; empty if it is the file as a whole.
  public let place: String
  /// The kind of the reason.
  public let reason: Reason
  /// What is wrong and what to do, as a clause without a full stop.
  public let explanation: String

  /// Makes an error; what comes from the file in place and explanation is shortened by the caller.
  public init(file: String, place: String = "", reason: Reason, explanation: String) {
    self.file = file
    self.place = place
    self.reason = reason
    self.explanation = explanation
  }
}

extension ModelFileError: CustomStringConvertible {
  /// The error as one sentence on one line.
  public var description: String {
    let quoted = file.isEmpty ? "the file" : "\"\(visibleEnd(of: file))\""
    let name = file == DiskFile.standardInput ? file : quoted
    let location = place.isEmpty ? "" : "in \(visible(place, limit: 200)), "
    return "Cannot \(verb) \(name): \(location)\(visible(explanation, limit: 1000))."
  }

  private var verb: String {
    guard file != DiskFile.standardInput else { return "read" }
    return switch reason {
    case .exists, .unwritable: "write"
    case .unreadable, .notAFile, .tooLarge, .tooShort, .foreignFormat, .headerLength, .headerText,
      .entry, .elementType, .shape, .offsets, .metadata, .notFloatingPoint, .model,
      .sequence:
      "open"
    }
  }

  /// Of a long path the end tells more than the beginning.
  private func visibleEnd(of path: String) -> String {
    let end = path.suffix(60)
    let mark = end.startIndex == path.startIndex ? "" : "…"
    return mark + visible(String(end), limit: 240)
  }
}
