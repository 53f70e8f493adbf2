#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Reads and writes whole files; a write replaces the whole file or leaves it unchanged.
///
/// ```swift
/// try AtomicFile.write(bytes, to: "out/sales.png")
/// ```
public enum AtomicFile {
  /// Writes a file under a temporary name in the same folder, then renames it to its own.
  ///
  /// A reader sees the old file or the new one, never a part. If writing fails, the temporary file
  /// is removed and the old file is unchanged. A symbolic link to a file is followed, so that the
  /// file is replaced and not the link; a replaced file keeps its permissions.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    guard isUsable(path) else { throw FileError(.write, path, .invalidPath) }
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists {
      if isKind(status, S_IFDIR) { throw FileError(.write, path, .isFolder) }
      guard isKind(status, S_IFREG) else { throw FileError(.write, path, .notRegularFile) }
      // Renaming needs only the folder's permission, so write protection is checked here.
      if access(target, W_OK) != 0 { throw failure(.write, path, errno) }
    } else if errno != ENOENT {
      throw failure(.write, path, errno)
    }
    let temporary = try createTemporary(for: target, named: path)
    var number = temporary.file.append(bytes)
    if number == 0, exists, fchmod(temporary.file.descriptor, status.st_mode & 0o7777) != 0 {
      number = errno
    }
    // Some file systems report a full disk only here.
    let closed = temporary.file.finish()
    if number == 0 { number = closed }
    if number == 0, rename(temporary.path, target) != 0 { number = errno }
    if number != 0 {
      unlink(temporary.path)
      throw failure(.write, path, number)
    }
  }

  /// Reads a whole file of at most `limit` bytes.
  ///
  /// Folders, pipes, sockets and devices are refused, without waiting for any of them.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    try read(BytePath(path), limit: limit)
  }

  /// Reads a whole file whose name may be any bytes.
  package static func read(_ place: BytePath, limit: Int) throws(FileError) -> [UInt8] {
    let path = place.description
    guard !place.bytes.isEmpty, !place.bytes.contains(0) else {
      throw FileError(.read, path, .invalidPath)
    }
    // Without O_NONBLOCK, opening a pipe waits for its writer.
    let descriptor = place.withCString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY) }
    guard descriptor >= 0 else {
      // A socket cannot be opened at all (ENXIO, on macOS EOPNOTSUPP).
      if errno == ENXIO || errno == EOPNOTSUPP { throw FileError(.read, path, .notRegularFile) }
      throw failure(.read, path, errno)
    }
    let file = OpenFile(descriptor)
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(.read, path, errno) }
    if isKind(status, S_IFDIR) { throw FileError(.read, path, .isFolder) }
    guard isKind(status, S_IFREG) else { throw FileError(.read, path, .notRegularFile) }
    guard Int64(status.st_size) <= Int64(limit) else {
      throw FileError(.read, path, .tooLarge(limit: limit))
    }
    // The file may grow while it is read, so the limit is checked here too.
    do throws(OpenFile.ReadFailure) {
      return try file.contents(expected: Int(status.st_size), limit: limit)
    } catch {
      switch error {
      case .beyondLimit: throw FileError(.read, path, .tooLarge(limit: limit))
      case .system(let number): throw failure(.read, path, number)
      }
    }
  }

  private static func createTemporary(
    for target: String, named path: String
  ) throws(FileError) -> (path: String, file: OpenFile) {
    let (folder, name) = split(target)
    guard name != "", name != ".", name != ".." else { throw FileError(.write, path, .isFolder) }
    // Names may be used by other processes and by other threads: try the next number.
    for attempt in 0..<10_000 {
      let candidate = "\(folder).burin-\(getpid())-\(attempt).tmp"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (candidate, OpenFile(descriptor)) }
      guard errno == EEXIST else { throw failure(.write, path, errno) }
    }
    throw failure(.write, path, EEXIST)
  }

  /// Returns the folder, with its final slash, and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let start = path.index(after: slash)
    return (String(path[..<start]), String(path[start...]))
  }

  /// Returns the path with symbolic links resolved, or the path itself if nothing exists there yet.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func isUsable(_ path: String) -> Bool {
    !path.isEmpty && !path.utf8.contains(0)
  }

  private static func isKind(_ status: stat, _ kind: mode_t) -> Bool {
    status.st_mode & S_IFMT == kind
  }

  private static func failure(
    _ operation: FileError.Operation, _ path: String, _ number: Int32
  ) -> FileError {
    let missing: FileError.Reason = operation == .write ? .folderMissing : .notFound
    return FileError(operation, path, FileError.Reason(errno: number, missing: missing))
  }
}
