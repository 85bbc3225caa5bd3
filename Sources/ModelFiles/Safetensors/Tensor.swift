extension SafetensorsFile {
  /// One named array of a safetensors file.
  public struct Tensor: Sendable {
    /// The name, as it stands in the file: it may hold anything, so make it visible before showing it.
    public let name: String
    /// The type of the elements.
    public let type: ElementType
    /// The sizes, outermost first; empty for a single number.
    public let shape: [Int]
    /// The elements in row-major order and little-endian bytes, shared with the file's data.
    public let bytes: ArraySlice<UInt8>
    /// The file's name for errors; empty for a tensor that does not come from a file.
    let file: String

    /// Makes a tensor from what a checked header says.
    init(file: String, name: String, type: ElementType, shape: [Int], bytes: ArraySlice<UInt8>) {
      self.file = file
      self.name = name
      self.type = type
      self.shape = shape
      self.bytes = bytes
    }

    /// Makes a tensor of double or single precision from numbers in row-major order.
    ///
    /// Single precision rounds to the nearest number; one beyond its range becomes infinite.
    ///
    /// - Parameters:
    ///   - name: the tensor's name.
    ///   - shape: the sizes, each at least 0; their product is the number of values.
    ///   - values: the numbers.
    ///   - type: `.float64` or `.float32`; any other is a programmer's mistake and traps.
    public init(name: String, shape: [Int], values: [Double], type: ElementType = .float64) {
      guard shape.allSatisfy({ $0 >= 0 }), shape.reduce(1, *) == values.count else {
        preconditionFailure("the shape \(shape) does not have \(values.count) elements")
      }
      self.init(
        file: "", name: name, type: type, shape: shape,
        bytes: ArraySlice(Self.encode(values, as: type)))
    }

    /// The number of elements.
    public var count: Int { bytes.count / type.byteCount }

    /// The elements widened to double precision, exactly.
    ///
    /// NaN and infinities come out as they are.
    ///
    /// - Throws: `ModelFileError` if the elements are integers.
    public func values() throws(ModelFileError) -> [Double] {
      guard let values = decoded() else {
        throw ModelFileError(
          file: file, place: "tensor \"\(visible(name))\"", reason: .notFloatingPoint,
          explanation: "weights need the type F64, F32, F16 or BF16, not \(type.rawValue)")
      }
      return values
    }
  }
}

extension SafetensorsFile.Tensor {
  /// The numbers, or `nil` for integers.
  private func decoded() -> [Double]? {
    switch type {
    case .float64: map(UInt64.self) { Double(bitPattern: $0) }
    case .float32: map(UInt32.self) { Double(Float(bitPattern: $0)) }
    case .float16: map(UInt16.self) { widenedHalf($0) }
    case .bfloat16: map(UInt16.self) { Double(Float(bitPattern: UInt32($0) << 16)) }
    case .int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8, .boolean: nil
    }
  }

  /// Loads element by element, since the data of a file starts anywhere.
  private func map<Bits: FixedWidthInteger & BitwiseCopyable>(
    _ bits: Bits.Type, _ widen: (Bits) -> Double
  ) -> [Double] {
    bytes.withUnsafeBytes { buffer in
      (0..<count).map { index in
        let offset = index * MemoryLayout<Bits>.size
        return widen(Bits(littleEndian: buffer.loadUnaligned(fromByteOffset: offset, as: bits)))
      }
    }
  }

  private static func encode(
    _ values: [Double], as type: SafetensorsFile.ElementType
  ) -> [UInt8] {
    switch type {
    case .float64: bytes(of: values) { $0.bitPattern }
    case .float32: bytes(of: values) { Float($0).bitPattern }
    case .float16, .bfloat16, .int64, .int32, .int16, .int8, .uint64, .uint32, .uint16, .uint8,
      .boolean:
      preconditionFailure("tensors are made of F64 or F32, not of \(type.rawValue)")
    }
  }

  private static func bytes<Bits: FixedWidthInteger>(
    of values: [Double], _ bits: (Double) -> Bits
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(values.count * MemoryLayout<Bits>.size)
    for value in values {
      withUnsafeBytes(of: bits(value).littleEndian) { result += $0 }
    }
    return result
  }
}

/// A half precision number as a double; `Float16` does not exist on every platform.
///
///     sign 1 bit, exponent e 5 bits, fraction m 10 bits
///     0 < e < 31: ± (1 + m/1024) · 2^(e − 15)      e = 0: ± m · 2^−24      e = 31: ± ∞ or NaN
func widenedHalf(_ bits: UInt16) -> Double {
  let exponent = Int(bits >> 10 & 0x1F)
  let fraction = bits & 0x3FF
  let sign: FloatingPointSign = bits >> 15 == 0 ? .plus : .minus
  switch exponent {
  case 0:
    return Double(sign: sign, exponent: -24, significand: Double(fraction))
  case 31:
    return fraction != 0 ? .nan : sign == .plus ? .infinity : -.infinity
  default:
    return Double(sign: sign, exponent: exponent - 15, significand: 1 + Double(fraction) / 1024)
  }
}
