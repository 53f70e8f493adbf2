#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// One path for each folder, however it is written.
enum CanonicalPath {
  /// Returns the path without links, `.`, `..` and doubled slashes; what does not exist yet is
  /// added to what does.
  static func of(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    var parts = path.split(separator: "/").filter { $0 != "." }
    guard let last = parts.popLast() else { return path.hasPrefix("/") ? "/" : "." }
    let root = path.hasPrefix("/") ? "/" : ""
    let parent = of(
      parts.isEmpty ? (root.isEmpty ? "." : "/") : root + parts.joined(separator: "/"))
    if last == ".." {
      guard let slash = parent.lastIndex(of: "/"), slash != parent.startIndex else { return "/" }
      return String(parent[..<slash])
    }
    return parent == "/" ? "/\(last)" : "\(parent)/\(last)"
  }
}
