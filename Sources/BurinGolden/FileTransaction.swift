import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Several files of a folder that are replaced together: all of them or none, even if the process
/// is killed on the way.
///
/// New content is staged in a hidden folder first. Then a journal that lists the changes gets its
/// name, and from that moment the recording has happened: what is left is renaming, and whoever
/// opens the folder next finishes it. Before that moment nothing has changed.
struct FileTransaction {
  private struct Change {
    /// The file's name in the folder.
    var name: String
    /// The new content's name in the staging folder; nil if the file is removed.
    var staged: String?
  }

  let folder: String
  private let calls: RecordingCalls
  private var changes: [Change] = []

  /// The name of the staging folder.
  static let stagingName = ".burin-recording"
  private static let journalName = "journal"
  private static let journalLimit = 16 << 20

  private static func staging(in folder: String) -> String { "\(folder)/\(stagingName)" }
  private static func journal(in folder: String) -> String {
    "\(staging(in: folder))/\(journalName)"
  }

  /// Begins a transaction in a folder, which must be locked.
  init(folder: String, calls: RecordingCalls = .system) {
    self.folder = folder
    self.calls = calls
  }

  private func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Stages new content for a file.
  mutating func stage(_ bytes: [UInt8], for name: String) throws(GoldenError) {
    let mode = try Self.checkReplaceable(path(name))
    let staging = Self.staging(in: folder)
    if changes.isEmpty {
      // What is there was left by a recording that never happened.
      try Self.clear(folder, calls)
      try require(calls.makeFolder(staging), path(name))
    }
    let staged = "\(changes.count)"
    // Noted first, so that a part of it is removed too.
    changes.append(Change(name: name, staged: staged))
    try require(calls.write(bytes, "\(staging)/\(staged)"), path(name))
    // A replaced file keeps its permissions.
    if let mode { chmod("\(staging)/\(staged)", mode) }
  }

  /// Notes a file to be removed.
  mutating func stageRemoval(of name: String) throws(GoldenError) {
    _ = try Self.checkReplaceable(path(name))
    changes.append(Change(name: name, staged: nil))
  }

  /// Puts everything in place.
  mutating func commit() throws(GoldenError) {
    let entries = changes.map { change in
      JSONValue.object([
        JSONValue.Member(name: "file", value: .string(change.name)),
        JSONValue.Member(name: "staged", value: change.staged.map(JSONValue.string) ?? .null),
      ])
    }
    let journal = Self.journal(in: folder)
    let text = JSONValue.array(entries).text() + "\n"
    try require(calls.write(Array(text.utf8), journal + ".new"), journal)
    try require(calls.rename(journal + ".new", journal), journal)
    // From here on the recording has happened.
    try Self.finish(folder, calls)
    changes = []
  }

  /// Removes what was staged, unless the recording has happened.
  func discard() {
    guard !changes.isEmpty, access(Self.journal(in: folder), F_OK) != 0 else { return }
    try? Self.clear(folder, calls)
  }

  private func require(_ number: Int32, _ path: String) throws(GoldenError) {
    guard number == 0 else {
      throw .file(FileError(.write, path, FileError.Reason(errno: number)))
    }
  }

  /// Throws for links, folders, devices and write-protected files, which are not replaced; returns
  /// the permissions of a file that exists.
  private static func checkReplaceable(_ path: String) throws(GoldenError) -> mode_t? {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return nil }
      throw .file(FileError(.write, path, FileError.Reason(errno: errno)))
    }
    let reason: FileError.Reason? =
      switch status.st_mode & S_IFMT {
      case S_IFLNK: .isLink
      case S_IFDIR: .isFolder
      case S_IFREG:
        // The administrator may write any file, so the permissions themselves are looked at.
        status.st_mode & 0o222 == 0
          ? .writeProtected : access(path, W_OK) != 0 ? .accessDenied : nil
      default: .notRegularFile
      }
    if let reason { throw .file(FileError(.write, path, reason)) }
    return status.st_mode & 0o7777
  }
}

// What a recording that was cut off leaves behind
extension FileTransaction {
  /// Whether a recording in a folder has happened but is not finished.
  static func isUnfinished(_ folder: String) -> Bool { access(journal(in: folder), F_OK) == 0 }

  /// Whether something of a recording that never happened is there.
  static func isAbandoned(_ folder: String) -> Bool {
    access(staging(in: folder), F_OK) == 0 && !isUnfinished(folder)
  }

  /// Finishes a recording that has happened; the folder must be locked.
  static func finish(_ folder: String, _ calls: RecordingCalls = .system) throws(GoldenError) {
    for change in try changes(in: folder) {
      let path = "\(folder)/\(change.name)"
      let number: Int32
      if let staged = change.staged {
        let source = "\(staging(in: folder))/\(staged)"
        // What is no longer staged is in its place.
        number = access(source, F_OK) == 0 ? calls.rename(source, path) : 0
      } else {
        let result = calls.remove(path)
        number = result == ENOENT ? 0 : result
      }
      guard number == 0 else {
        throw .unfinished(folder: folder, FileError.Reason(errno: number))
      }
    }
    try clear(folder, calls)
  }

  /// Reads the journal.
  private static func changes(in folder: String) throws(GoldenError) -> [Change] {
    let path = journal(in: folder)
    let bytes: [UInt8]
    do throws(FileError) {
      bytes = try AtomicFile.read(path, limit: journalLimit)
    } catch {
      throw .file(error)
    }
    guard let text = String(validating: bytes, as: UTF8.self),
      case .array(let entries)? = try? JSONReader.value(of: text)
    else { throw .unfinished(folder: folder, .invalidPath) }
    var changes: [Change] = []
    for entry in entries {
      guard case .string(let name)? = entry["file"], isPlain(name) else {
        throw .unfinished(folder: folder, .invalidPath)
      }
      switch entry["staged"] {
      case .string(let staged)? where isPlain(staged):
        changes.append(Change(name: name, staged: staged))
      case .null?: changes.append(Change(name: name, staged: nil))
      default: throw .unfinished(folder: folder, .invalidPath)
      }
    }
    return changes
  }

  /// A journal names files of its own folder only.
  private static func isPlain(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(UInt8(ascii: "/"))
      && !name.utf8.contains(0)
  }

  /// Removes the staging folder, the journal first.
  private static func clear(_ folder: String, _ calls: RecordingCalls) throws(GoldenError) {
    let staging = staging(in: folder)
    let names: [String]
    do throws(FileError) {
      names = try Folder.names(in: staging)
    } catch {
      throw .file(error)
    }
    func check(_ number: Int32, _ path: String) throws(GoldenError) {
      guard number == 0 || number == ENOENT else {
        throw .file(FileError(.write, path, FileError.Reason(errno: number)))
      }
    }
    let ordered = names.filter { $0 == journalName } + names.filter { $0 != journalName }
    for name in ordered { try check(calls.remove("\(staging)/\(name)"), "\(staging)/\(name)") }
    try check(calls.removeFolder(staging), staging)
  }
}
