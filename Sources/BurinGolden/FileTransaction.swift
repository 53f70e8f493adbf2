import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Several files that are replaced together: when one cannot be, all are as they were.
///
/// New content is staged beside each file first, so that a full disk shows before anything changes;
/// what is then left to do is renaming.
struct FileTransaction {
  private struct Change {
    var path: String
    /// The new content's temporary file; nil where the file is removed.
    var staged: String?
    /// A second name of the old content; nil where there was none.
    var backup: String?
    var isDone = false
  }

  private var changes: [Change] = []

  /// Writes new content beside a file.
  mutating func stage(_ bytes: [UInt8], for path: String) throws(GoldenError) {
    let staged = Self.neighbour(of: path, "new")
    do throws(FileError) {
      try AtomicFile.write(bytes, to: staged)
    } catch {
      throw .file(FileError(.write, path, error.reason))
    }
    changes.append(Change(path: path, staged: staged))
  }

  /// Notes a file to be removed.
  mutating func stageRemoval(of path: String) {
    changes.append(Change(path: path, staged: nil))
  }

  /// Puts everything in place, or nothing.
  mutating func commit() throws(GoldenError) {
    do throws(FileError) {
      for index in changes.indices { try keepOld(index) }
      for index in changes.indices {
        try replace(index)
        changes[index].isDone = true
      }
    } catch {
      throw .file(error)
    }
    // From here on nothing can fail that matters.
    for change in changes { if let backup = change.backup { unlink(backup) } }
    changes = []
  }

  /// Takes back what was done and removes what was staged.
  mutating func discard() {
    for change in changes.reversed() {
      if change.isDone {
        if let backup = change.backup {
          rename(backup, change.path)
        } else {
          unlink(change.path)
        }
      } else {
        if let staged = change.staged { unlink(staged) }
        if let backup = change.backup { unlink(backup) }
      }
    }
    changes = []
  }

  private mutating func keepOld(_ index: Int) throws(FileError) {
    let path = changes[index].path
    let backup = Self.neighbour(of: path, "old")
    // Left by a run that was cut off.
    unlink(backup)
    if link(path, backup) != 0 {
      if errno == ENOENT { return }
      // Some file systems know no second names.
      try AtomicFile.write(
        try AtomicFile.read(path, limit: GoldenStore.fileLimit), to: backup)
    }
    changes[index].backup = backup
  }

  private func replace(_ index: Int) throws(FileError) {
    let change = changes[index]
    let result =
      if let staged = change.staged {
        rename(staged, change.path)
      } else {
        change.backup == nil ? 0 : unlink(change.path)
      }
    guard result == 0 else {
      throw FileError(.write, change.path, FileError.Reason(errno: errno))
    }
  }

  /// A hidden name in the same folder.
  private static func neighbour(of path: String, _ ending: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return ".\(path).\(ending)" }
    return "\(path[...slash]).\(path[path.index(after: slash)...]).\(ending)"
  }
}
