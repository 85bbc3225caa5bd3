extension SafetensorsFile {
  /// The type of a tensor's elements; the raw value is its name in the file.
  public enum ElementType: String, CaseIterable, Sendable {
    /// Double precision.
    case float64 = "F64"
    /// Single precision.
    case float32 = "F32"
    /// Half precision.
    case float16 = "F16"
    /// The upper half of a single precision number.
    case bfloat16 = "BF16"
    /// Signed integers.
    case int64 = "I64"
    /// Signed integers of four bytes.
    case int32 = "I32"
    /// Signed integers of two bytes.
    case int16 = "I16"
    /// Signed integers of one byte.
    case int8 = "I8"
    /// Unsigned integers.
    case uint64 = "U64"
    /// Unsigned integers of four bytes.
    case uint32 = "U32"
    /// Unsigned integers of two bytes.
    case uint16 = "U16"
    /// Unsigned integers of one byte.
    case uint8 = "U8"
    /// Truth values of one byte.
    case boolean = "BOOL"

    /// The bytes of one element.
    public var byteCount: Int {
      switch self {
      case .float64, .int64, .uint64: 8
      case .float32, .int32, .uint32: 4
      case .float16, .bfloat16, .int16, .uint16: 2
      case .int8, .uint8, .boolean: 1
      }
    }
  }
}
