import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Folders: made, listed and locked.
enum Folder {
  /// Makes a folder and those above it where they are missing.
  static func make(_ path: String) throws(GoldenError) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(made, 0o777) != 0, errno != EEXIST {
        throw .folder(path, reason: FileError.Reason(errno: errno))
      }
    }
  }

  /// The names of what lies in a folder, sorted; none where there is no folder.
  static func names(in path: String) throws(GoldenError) -> [String] {
    guard let stream = opendir(path) else {
      if errno == ENOENT { return [] }
      throw .folder(path, reason: FileError.Reason(errno: errno))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }
}

/// Holds a folder for one writer; other threads and processes wait.
final class FolderLock {
  private let descriptor: Int32

  init(_ path: String) throws(GoldenError) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .folder(path, reason: FileError.Reason(errno: errno))
    }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let number = errno
        close(descriptor)
        throw .folder(path, reason: FileError.Reason(errno: number))
      }
    }
  }

  /// Lets the next writer in.
  func unlock() { close(descriptor) }
}
