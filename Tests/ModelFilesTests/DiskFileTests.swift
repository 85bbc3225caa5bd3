import Testing

@testable import ModelFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@Suite("Reading and writing files")
struct DiskFileTests {
  /// Runs a test in a new folder and removes it.
  private func inFolder(_ test: (String) throws -> Void) throws {
    let folder = "/tmp/model-files-\(UInt64.random(in: 0...UInt64.max))"
    try #require(mkdir(folder, 0o700) == 0)
    defer {
      for name in names(in: folder) { unlink(folder + "/" + name) }
      rmdir(folder)
    }
    try test(folder)
  }

  /// The names in a folder, in order.
  private func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var result: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { result.append(name) }
    }
    return result.sorted()
  }

  private func permissions(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o777 : 0
  }

  private func reason(_ action: () throws -> Void) -> ModelFileError.Reason? {
    let error = #expect(throws: ModelFileError.self) { try action() }
    #expect(isOneSentence(error?.description ?? ""), "\(error?.description ?? "")")
    return error?.reason
  }

  @Test("A file reads back as it was written and leaves nothing else behind")
  func roundTrip() throws {
    try inFolder { folder in
      for size in [0, 1, 70_000] {
        let bytes = [UInt8](repeating: 7, count: size)
        try DiskFile.write(bytes, to: "\(folder)/file\(size)")
        #expect(try DiskFile.read("\(folder)/file\(size)", sizeLimit: size) == bytes)
      }
      #expect(names(in: folder) == ["file0", "file1", "file70000"])
    }
  }

  @Test("An existing file stays unless it may be replaced, and then keeps its permissions")
  func replacing() throws {
    try inFolder { folder in
      let path = folder + "/file"
      try DiskFile.write([1], to: path)
      #expect(reason { try DiskFile.write([2], to: path) } == .exists)
      #expect(try DiskFile.read(path, sizeLimit: 1) == [1])
      chmod(path, 0o600)
      try DiskFile.write([3], to: path, replacing: true)
      #expect(try DiskFile.read(path, sizeLimit: 1) == [3])
      #expect(permissions(path) == 0o600)
      #expect(names(in: folder) == ["file"])
    }
  }

  @Test("A new file can be read by all, less the umask")
  func newPermissions() throws {
    try inFolder { folder in
      try DiskFile.write([1], to: folder + "/file")
      let mask = umask(0)
      umask(mask)
      #expect(permissions(folder + "/file") == 0o644 & ~mask)
    }
  }

  @Test("A folder, a device and a link are neither replaced nor overwritten")
  func unusualTargets() throws {
    try inFolder { folder in
      try DiskFile.write([1], to: folder + "/file")
      #expect(symlink("file", folder + "/link") == 0)
      #expect(symlink("nowhere", folder + "/dangling") == 0)
      for path in [folder, folder + "/", "/dev/null", folder + "/link", folder + "/dangling"] {
        for replacing in [false, true] {
          #expect(reason { try DiskFile.write([2], to: path, replacing: replacing) } == .exists)
        }
      }
      #expect(try DiskFile.read(folder + "/link", sizeLimit: 1) == [1])
      #expect(names(in: folder) == ["dangling", "file", "link"])
    }
  }

  @Test("A path that cannot be written is refused", arguments: ["", "a\0b", "/nowhere/at/all"])
  func unwritable(path: String) {
    #expect(reason { try DiskFile.write([1], to: path) } == .unwritable)
  }

  @Test("What is not a regular file is refused without waiting")
  func notRegular() throws {
    try inFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      for path in [folder, folder + "/pipe", "/dev/zero"] {
        #expect(reason { _ = try SafetensorsFile(path: path) } == .notAFile)
      }
    }
  }

  @Test("A missing file and an impossible path are refused", arguments: ["/nowhere", "", "a\0"])
  func missing(path: String) {
    #expect(reason { _ = try SafetensorsFile(path: path) } == .unreadable)
  }

  @Test("A file opens up to the size limit and not beyond", arguments: [-1, 0, 1])
  func sizeLimit(excess: Int) throws {
    let path = "\(Fixtures.folder)/hostile/safetensors/ok_min.safetensors"
    let open = { _ = try SafetensorsFile(path: path, sizeLimit: 88 - excess) }
    if excess > 0 { #expect(reason(open) == .tooLarge) } else { try open() }
  }

  @Test("A safetensors file written to disk opens again")
  func safetensorsOnDisk() throws {
    try inFolder { folder in
      let file = SafetensorsFile(tensors: [.init(name: "w", shape: [2], values: [1, 2])])
      try file.write(to: folder + "/m.safetensors")
      let read = try SafetensorsFile(path: folder + "/m.safetensors")
      #expect(try read.tensor(named: "w")?.values() == [1, 2])
    }
  }
}
