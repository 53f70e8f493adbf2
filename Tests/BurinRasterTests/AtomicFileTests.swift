import TestSupport
import Testing

@testable import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of its own for one test, removed with what is in it.
private final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("\(TemporaryFolder.base)/burin-tests-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static var base: String {
    guard let value = getenv("TMPDIR") else { return "/tmp" }
    return String(cString: value)
  }

  var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  deinit {
    chmod(path, 0o700)
    for name in names where unlink(self(name)) != 0 { rmdir(self(name)) }
    rmdir(path)
  }
}

@Suite("Files replaced whole")
struct AtomicFileTests {
  private func writeFailure(_ path: String) -> FileError.Reason? {
    do throws(FileError) {
      try AtomicFile.write([1, 2, 3], to: path)
      return nil
    } catch {
      #expect(error.path == path)
      #expect(error.operation == .write)
      return error.reason
    }
  }

  private func readFailure(_ path: String, limit: Int = 100) -> FileError.Reason? {
    do throws(FileError) {
      _ = try AtomicFile.read(path, limit: limit)
      return nil
    } catch {
      #expect(error.operation == .read)
      return error.reason
    }
  }

  @Test("A file comes back as it was written, and nothing else lies beside it")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let large = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    for bytes in [[], [1, 2, 3], large, [9]] {
      try AtomicFile.write(bytes, to: folder("图.png"))
      #expect(try AtomicFile.read(folder("图.png"), limit: 300_000) == bytes)
    }
    #expect(folder.names == ["图.png"])
  }

  @Test("Replacing keeps the permissions")
  func permissions() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1], to: folder("a"))
    #expect(chmod(folder("a"), 0o640) == 0)
    try AtomicFile.write([2], to: folder("a"))
    var status = stat()
    #expect(stat(folder("a"), &status) == 0)
    #expect(status.st_mode & 0o7777 == 0o640)
  }

  @Test("A link stays a link, and its file is replaced")
  func link() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1], to: folder("real"))
    #expect(symlink("real", folder("link")) == 0)
    try AtomicFile.write([2], to: folder("link"))
    #expect(try AtomicFile.read(folder("real"), limit: 1) == [2])
    var status = stat()
    #expect(lstat(folder("link"), &status) == 0)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
  }

  @Test("A missing folder is an error that says so")
  func missingFolder() throws {
    let folder = try TemporaryFolder()
    #expect(writeFailure(folder("none/a.png")) == .folderMissing)
    #expect(folder.names.isEmpty)
    #expect(
      FileError(.write, "none/a.png", .folderMissing).description
        == "cannot write none/a.png: its folder does not exist; create it first")
  }

  @Test("A folder, a pipe or a device is not replaced")
  func otherKinds() throws {
    let folder = try TemporaryFolder()
    #expect(mkdir(folder("folder"), 0o700) == 0)
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(writeFailure(folder("folder")) == .isFolder)
    #expect(writeFailure(folder("folder/")) == .isFolder)
    #expect(writeFailure(folder("new/")) == .isFolder)
    #expect(writeFailure(folder("pipe")) == .notRegularFile)
    #expect(writeFailure("/dev/null") == .notRegularFile)
    #expect(folder.names == ["folder", "pipe"])
  }

  @Test("A path through a file, in a circle, too long or empty is an error")
  func oddPaths() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([7], to: folder("file"))
    #expect(symlink("loop", folder("loop")) == 0)
    #expect(writeFailure(folder("file/a")) == .notFolder)
    #expect(writeFailure(folder("loop")) == .linkLoop)
    #expect(writeFailure(folder(String(repeating: "n", count: 300))) == .nameTooLong)
    #expect(writeFailure("") == .invalidPath)
    #expect(writeFailure("a\0b") == .invalidPath)
    #expect(readFailure(folder("loop")) == .linkLoop)
    #expect(readFailure("") == .invalidPath)
    #expect(try AtomicFile.read(folder("file"), limit: 1) == [7])
    #expect(folder.names == ["file", "loop"])
  }

  @Test(
    "Where writing is forbidden the old file stays",
    .disabled(if: geteuid() == 0, "root may write anywhere"))
  func forbidden() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([7], to: folder("a"))
    #expect(chmod(folder("a"), 0o400) == 0)
    #expect(writeFailure(folder("a")) == .accessDenied)
    #expect(chmod(folder.path, 0o500) == 0)
    #expect(writeFailure(folder("b")) == .accessDenied)
    #expect(try AtomicFile.read(folder("a"), limit: 1) == [7])
    #expect(folder.names == ["a"])
  }

  #if os(Linux)
    @Test("A full disk is noticed while writing")
    func fullDisk() {
      let file = OpenFile(open("/dev/full", O_WRONLY))
      #expect(file.append([1, 2, 3]) == ENOSPC)
      #expect(file.finish() == 0)
      #expect(FileError.Reason(errno: ENOSPC, missing: .folderMissing) == .diskFull)
    }
  #endif

  @Test("Reading refuses what is missing, too large or no file, without waiting")
  func reading() throws {
    let folder = try TemporaryFolder()
    try AtomicFile.write([1, 2, 3], to: folder("a"))
    #expect(mkfifo(folder("pipe"), 0o600) == 0)
    #expect(readFailure(folder("none")) == .notFound)
    #expect(readFailure(folder("a"), limit: 3) == nil)
    #expect(readFailure(folder("a"), limit: 2) == .tooLarge(limit: 2))
    #expect(readFailure(folder.path) == .isFolder)
    #expect(readFailure(folder("pipe")) == .notRegularFile)
    #expect(readFailure("/dev/zero") == .notRegularFile)
  }

  @Test("Each reason is one line of words")
  func messages() {
    for number in [EACCES, EISDIR, ENOSPC, EROFS, ELOOP, EFBIG, EIO] {
      let error = FileError(.write, "a.png", .init(errno: number, missing: .folderMissing))
      #expect(error.description.hasPrefix("cannot write a.png: "))
      #expect(!error.description.contains("\n"))
    }
  }
}
