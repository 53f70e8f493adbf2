import BurinRaster
import BurinScene

extension GoldenStore {
  /// Records pictures as goldens: all of them or, where one cannot be written, none; even if the
  /// process is killed on the way.
  ///
  /// A picture that was read from a PNG file is recorded as that file. Links and write-protected
  /// files are refused.
  ///
  /// Goldens of other names stay as they are. Several threads and processes may record into one
  /// folder; each waits for the others.
  ///
  /// - Parameters:
  ///   - pictures: the goldens by their names.
  ///   - mayChangeEnvironment: whether pictures may be recorded that other libraries drew than
  ///     those that drew the folder's goldens.
  /// - Throws: ``GoldenError/otherEnvironment(golden:_:)`` where that is not allowed, and the errors
  ///   of files.
  public func record(
    _ pictures: [String: Rendition], mayChangeEnvironment: Bool = false
  ) throws(GoldenError) {
    try record(pictures, mayChangeEnvironment: mayChangeEnvironment, calls: .system)
  }

  func record(
    _ pictures: [String: Rendition], mayChangeEnvironment: Bool = false, calls: RecordingCalls
  ) throws(GoldenError) {
    for name in pictures.keys.sorted() { try Self.checkName(name) }
    guard !pictures.isEmpty else { return }
    let lock = try lock()
    defer { lock.unlock() }
    var manifest = try readManifest()
    if !mayChangeEnvironment { try Self.checkEnvironment(of: pictures, against: manifest) }
    var transaction = FileTransaction(folder: folder, calls: calls)
    do throws(GoldenError) {
      for (name, picture) in pictures.sorted(by: { $0.key < $1.key }) {
        let bytes = try Self.encoded(picture, path: picturePath(name))
        try transaction.stage(bytes, for: "\(name).png")
        if let scene = picture.scene {
          try transaction.stage(Array(scene.fileText.utf8), for: "\(name).scene")
        } else {
          try transaction.stageRemoval(of: "\(name).scene")
        }
        manifest.goldens[name] = picture.fingerprint ?? Fingerprint([:])
      }
      try transaction.stage(Array(manifest.text.utf8), for: "manifest.json")
      try transaction.commit()
    } catch {
      transaction.discard()
      throw error
    }
  }

  /// Removes goldens: all of them or none.
  public func remove(_ names: Set<String>) throws(GoldenError) {
    for name in names.sorted() { try Self.checkName(name) }
    guard !names.isEmpty else { return }
    let lock = try lock()
    defer { lock.unlock() }
    var manifest = try readManifest()
    var transaction = FileTransaction(folder: folder)
    for name in names { manifest.goldens[name] = nil }
    do throws(GoldenError) {
      try transaction.stage(Array(manifest.text.utf8), for: "manifest.json")
      for name in names.sorted() {
        try transaction.stageRemoval(of: "\(name).png")
        try transaction.stageRemoval(of: "\(name).scene")
      }
      try transaction.commit()
    } catch {
      transaction.discard()
      throw error
    }
  }

  /// Makes the folder where it is missing, and waits for its other writers.
  ///
  /// A recording that was cut off is finished first.
  private func lock() throws(GoldenError) -> FolderLock {
    let lock: FolderLock
    do throws(FileError) {
      try Folder.make(folder)
      lock = try FolderLock(folder)
    } catch {
      throw .file(error)
    }
    do throws(GoldenError) {
      if FileTransaction.isUnfinished(folder) { try FileTransaction.finish(folder) }
    } catch {
      lock.unlock()
      throw error
    }
    return lock
  }

  /// Does something while nobody records, after finishing a recording that was cut off.
  func whileReading<Result>(
    _ body: () throws(GoldenError) -> Result
  ) throws(GoldenError) -> Result {
    if FileTransaction.isUnfinished(folder) { try lock().unlock() }
    let lock: FolderLock?
    do throws(FileError) {
      lock = try FolderLock(folder, isShared: true)
    } catch {
      // A folder that does not exist has nothing to read; others tell why when they are read.
      lock = nil
    }
    defer { lock?.unlock() }
    return try body()
  }

  /// A golden keeps its environment, and a new one shares that of its neighbours.
  private static func checkEnvironment(
    of pictures: [String: Rendition], against manifest: GoldenManifest
  ) throws(GoldenError) {
    let common = manifest.environments
    for (name, picture) in pictures.sorted(by: { $0.key < $1.key }) {
      let current = picture.fingerprint ?? Fingerprint([:])
      let recorded: Fingerprint
      if let own = manifest.goldens[name] {
        recorded = own
      } else if common.isEmpty || common.contains(current) {
        continue
      } else {
        // The one that most goldens share; the smallest name where two are as common.
        let counts = Dictionary(grouping: manifest.goldens.values, by: \.self).mapValues(\.count)
        guard
          let commonest = counts.max(by: { ($0.value, $1.key.id) < ($1.value, $0.key.id) })?.key
        else { continue }
        recorded = commonest
      }
      let changes = recorded.changes(to: current)
      guard changes.isEmpty else { throw .otherEnvironment(golden: name, changes) }
    }
  }

  private static func encoded(_ picture: Rendition, path: String) throws(GoldenError) -> [UInt8] {
    if let file = picture.file { return file.file }
    do throws(PNGError) {
      return try PNGEncoder(preset: .small).encode(picture.bitmap, scale: picture.scale)
    } catch {
      throw .picture(path: path, error)
    }
  }
}
