#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Files that are replaced whole or not at all.
///
/// ```swift
/// try AtomicFile.write(bytes, to: "out/sales.png")
/// ```
public enum AtomicFile {
  /// Writes a file under a temporary name in the same folder, then renames it to its own.
  ///
  /// A reader sees the old file or the new one, never a part. On failure the temporary file is
  /// removed and the old file is as it was. A symbolic link to a file is followed, so that the file
  /// is replaced and not the link; the permissions of a replaced file are kept.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileError) {
    guard isUsable(path) else { throw FileError(.write, path, .invalidPath) }
    let target = resolved(path)
    var status = stat()
    let exists = stat(target, &status) == 0
    if exists {
      if isKind(status, S_IFDIR) { throw FileError(.write, path, .isFolder) }
      guard isKind(status, S_IFREG) else { throw FileError(.write, path, .notRegularFile) }
      // Renaming needs the folder's permission only; a file protected on purpose stays.
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
  /// Folders, pipes, sockets and devices are refused, and none of them is waited for.
  public static func read(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
    guard isUsable(path) else { throw FileError(.read, path, .invalidPath) }
    // Without O_NONBLOCK, opening a pipe waits for its writer.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
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
    // The file may grow while it is read, so the limit is held here too.
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
    // Names of other processes and of threads of this one may be taken: try the next number.
    for attempt in 0..<10_000 {
      let candidate = "\(folder).burin-\(getpid())-\(attempt).tmp"
      let descriptor = open(candidate, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (candidate, OpenFile(descriptor)) }
      guard errno == EEXIST else { throw failure(.write, path, errno) }
    }
    throw failure(.write, path, EEXIST)
  }

  /// The folder, with its final slash, and the name in it.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return ("", path) }
    let start = path.index(after: slash)
    return (String(path[..<start]), String(path[start...]))
  }

  /// The path behind symbolic links, or the path itself when nothing is there yet.
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
