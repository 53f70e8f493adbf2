import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of a test's own, removed with all that is in it when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/burin-golden-XXXXXX\0".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileError(.write, "/tmp", FileError.Reason(errno: errno))
    }
    path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { remove(path) }

  private func remove(_ path: String) {
    for name in Self.names(in: path) { remove("\(path)/\(name)") }
    if rmdir(path) != 0 { unlink(path) }
  }

  /// The names of what lies in the folder, hidden files too.
  var names: [String] { Self.names(in: path).sorted() }

  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  func write(_ text: String, to name: String) throws {
    try AtomicFile.write(Array(text.utf8), to: "\(path)/\(name)")
  }

  func text(_ name: String) throws -> String {
    String(decoding: try AtomicFile.read("\(path)/\(name)", limit: 1 << 20), as: UTF8.self)
  }

  func delete(_ name: String) throws {
    guard unlink("\(path)/\(name)") == 0 else {
      throw FileError(.write, name, FileError.Reason(errno: errno))
    }
  }

  func makeFolder(_ name: String) { mkdir("\(path)/\(name)", 0o777) }
}
