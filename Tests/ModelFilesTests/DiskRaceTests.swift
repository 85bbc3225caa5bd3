import Synchronization
import Testing

@testable import ModelFiles

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

@Suite("Files that others change meanwhile")
struct DiskRaceTests {
  private let folder = "/tmp/file-races-\(UInt64.random(in: 0...UInt64.max))"

  /// Runs a test in a new folder and removes it, with the files of these names.
  private func inFolder(
    removing names: String..., test: () async throws -> Void
  ) async throws {
    try #require(mkdir(folder, 0o700) == 0)
    defer {
      for name in names { unlink(folder + "/" + name) }
      rmdir(folder)
    }
    try await test()
  }

  @Test("A link that is swapped in while a file is saved leads nowhere")
  func swappedLink() async throws {
    try await inFolder(removing: "file", "other", "outside") {
      let (path, other, outside) = (folder + "/file", folder + "/other", folder + "/outside")
      try DiskFile.write([7], to: outside)
      chmod(outside, 0o600)
      let isSwapping = Atomic(true)
      async let swaps = swap(path, with: other, to: outside, while: isSwapping)
      var (saved, tries) = (0, 0)
      // On a busy machine the other task may be in the way of each of the first thousand.
      while tries < 1000 || saved == 0 && tries < 1_000_000 {
        tries += 1
        await Task.yield()
        do throws(ModelFileError) {
          try DiskFile.write([8], to: path, replacing: true)
          saved += 1
        } catch {
          #expect(error.reason == .exists)
        }
      }
      isSwapping.store(false, ordering: .relaxed)
      let swapCount = await swaps
      #expect(saved > 0 && swapCount > 0, "\(saved) saved, \(swapCount) swapped")
      #expect(try DiskFile.read(outside, sizeLimit: 1) == [7])
      var status = stat()
      #expect(stat(outside, &status) == 0 && status.st_mode & 0o777 == 0o600)
    }
  }

  /// Makes the name a link to a file outside again and again.
  private func swap(
    _ path: String, with other: String, to outside: String, while goesOn: borrowing Atomic<Bool>
  ) async -> Int {
    var count = 0
    while goesOn.load(ordering: .relaxed) {
      symlink(outside, other)
      rename(other, path)
      await Task.yield()
      unlink(path)
      await Task.yield()
      count += 1
    }
    return count
  }

  @Test("Of eight who save under a new name at once one does, and that file is whole")
  func oneNewName() async throws {
    try await inFolder(removing: "file") {
      let path = folder + "/file"
      for _ in 0..<100 {
        let winners = await withTaskGroup(of: UInt8?.self) { group in
          for writer: UInt8 in 1...8 {
            group.addTask {
              let bytes = [UInt8](repeating: writer, count: 20_000)
              return (try? DiskFile.write(bytes, to: path)).map { writer }
            }
          }
          return await group.reduce(into: [UInt8]()) { if let one = $1 { $0.append(one) } }
        }
        try #require(winners.count == 1)
        #expect(
          try DiskFile.read(path, sizeLimit: 20_000)
            == Array(repeating: winners[0], count: 20_000))
        unlink(path)
      }
    }
  }
}
