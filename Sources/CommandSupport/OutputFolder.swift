#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The folder for output files.
package enum OutputFolder {
  /// Creates a folder, and its parents if they are missing.
  package static func make(_ path: String) throws {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/" + part
      if mkdir(made, 0o777) != 0, errno != EEXIST {
        throw CommandFailure(
          "the folder \(made) cannot be created: \(String(cString: strerror(errno)))")
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure("\(path) is not a folder; --out must name one")
    }
    guard access(path, W_OK) == 0 else {
      throw CommandFailure(
        "the folder \(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }
}
