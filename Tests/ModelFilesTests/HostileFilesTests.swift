import Testing

@testable import ModelFiles

@Suite("Hostile safetensors files")
struct HostileFilesTests {
  @Test("The table and the folder name the same files, and each is opened or refused as it says")
  func table() throws {
    let table = try Fixtures.hostileTable()
    #expect(table.count == 57)
    for (file, expectation) in table {
      let name = String(file.prefix { $0 != "." })
      let bytes = try Fixtures.hostile(name)
      let mustOpen = name.hasPrefix("ok_") || name.hasPrefix("cell_")
      if name.hasPrefix("ok_") { #expect(expectation.hasPrefix("open"), "\(file)") }
      if name.hasPrefix("bad_") { #expect(expectation.hasPrefix("refuse"), "\(file)") }
      #expect((refusal(bytes) == nil) == mustOpen, "\(file)")
    }
  }

  @Test(
    "Each bad file is refused for its reason, in one line",
    arguments: [
      ("empty_file", .tooShort), ("header_len_0", .headerLength),
      ("header_len_max", .headerLength), ("header_len_over_cap", .headerLength),
      ("header_len_short", .headerText), ("not_json", .headerText), ("json_null", .headerText),
      ("bom", .headerText), ("lone_surrogate", .headerText),
      ("trailing_garbage_json", .headerText), ("single_quotes", .headerText),
      ("no_data", .offsets), ("overlap", .offsets), ("hole", .offsets),
      ("begin_gt_end", .offsets), ("offset_huge", .offsets), ("offset_negative", .offsets),
      ("offset_float_int", .offsets), ("offset_string", .offsets), ("offset_3", .offsets),
      ("size_mismatch", .shape), ("shape_overflow", .shape),
      ("shape_overflow_zero", .shape), ("shape_float", .shape), ("shape_null", .shape),
      ("dtype_unknown", .elementType), ("dtype_number", .entry), ("missing_dtype", .entry),
      ("missing_offsets", .entry), ("dup_tensor", .headerText), ("dup_field", .headerText),
      ("metadata_number", .metadata), ("metadata_is_tensor", .metadata),
      ("deep_nesting", .headerText), ("is_pickle", .foreignFormat),
      ("is_lfs_pointer", .foreignFormat),
    ] as [(String, ModelFileError.Reason)])
  func badFile(name: String, reason: ModelFileError.Reason) throws {
    let path = "\(Fixtures.folder)/hostile/safetensors/bad_\(name).safetensors"
    let bytes = try Fixtures.hostile("bad_\(name)")
    for open in [{ try SafetensorsFile(path: path) }, { try .init(bytes: bytes, name: path) }] {
      let error = #expect(throws: ModelFileError.self) { try open() }
      #expect(error?.reason == reason)
      let sentence = error?.description ?? ""
      #expect(isOneSentence(sentence), "\(sentence)")
      #expect(sentence.contains("bad_\(name).safetensors"), "\(sentence)")
    }
  }

  @Test(
    "Each good file opens with the right numbers",
    arguments: [
      ("min", ["w [2, 2] F32"], [1, 2, 3, 4]), ("metadata", ["w [4] F32"], [1, 2, 3, 4]),
      ("unaligned", ["w [4] F32"], [1, 2, 3, 4]),
      ("zero_size_middle", ["a [2] F32", "z [0] F32", "b [2] F32"], [1, 2, 3, 4]),
      ("f16", ["w [4] F16"], [1, -2, 0.5, 65_504]), ("f64", ["w [2] F64"], [1.0 / 3, -2]),
      ("denormal_negzero", ["w [4] F32"], [0x1p-149, -0.0, 0x1.fffffep127, -71_362 * 0x1p-149]),
      ("escapes", ["abc [4] F32"], [1, 2, 3, 4]),
      ("unicode_name", ["重み.層0.αβ👩\u{200D}🔬 [4] F32"], [1, 2, 3, 4]),
    ] as [(String, [String], [Double])])
  func goodFile(name: String, tensors: [String], values: [Double]) throws {
    let path = "\(Fixtures.folder)/hostile/safetensors/ok_\(name).safetensors"
    let file = try SafetensorsFile(path: path)
    #expect(file.tensors.map { "\($0.name) \($0.shape) \($0.type.rawValue)" } == tensors)
    let read = try file.tensors.flatMap { try $0.values() }
    #expect(read.map(\.bitPattern) == values.map(\.bitPattern), "\(read)")
  }

  @Test("Integers open, and only taking them for weights is refused")
  func integers() throws {
    let file = try SafetensorsFile(bytes: try Fixtures.hostile("ok_bool_u8"), name: "m")
    #expect(file.tensors.map(\.type) == [.boolean, .uint8])
    #expect(file.tensors.map { Array($0.bytes) } == [[1, 0, 1], [5, 6]])
    let error = #expect(throws: ModelFileError.self) { try file.tensors[0].values() }
    #expect(
      error?.description
        == #"Cannot open "m": in tensor "m", weights need the type F64, F32, F16 or BF16, "#
        + "not BOOL.")
  }

  @Test("A name of 5,000 characters and 5,000 tensors open")
  func manyAndLong() throws {
    let long = try SafetensorsFile(bytes: try Fixtures.hostile("ok_long_name"), name: "m")
    #expect(long.tensors[0].name == String(repeating: "n", count: 5000))
    let many = try SafetensorsFile(bytes: try Fixtures.hostile("ok_many_tensors"), name: "m")
    #expect(many.tensors.map(\.name) == (0..<5000).map { "t\($0)" })
    #expect(try many.tensors.allSatisfy { try $0.values().count == 1 })
  }

  @Test("Metadata opens in order")
  func metadata() throws {
    let file = try SafetensorsFile(bytes: try Fixtures.hostile("ok_metadata"), name: "m")
    #expect(file.metadataValue(for: "format") == "pt")
  }

  @Test("Weights of 1e30 come out finite")
  func hugeWeights() throws {
    let file = try SafetensorsFile(bytes: try Fixtures.hostile("cell_huge_weights"), name: "m")
    #expect(file.tensor(named: "weight_ih_l0")?.shape == [20, 3])
    #expect(file.tensors.allSatisfy { (try? $0.values().allSatisfy(\.isFinite)) ?? true })
  }
}
