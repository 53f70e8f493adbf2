import BurinRaster
import BurinScene

extension GoldenStore {
  /// Records pictures as goldens: all of them or, where one cannot be written, none.
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
    for name in pictures.keys.sorted() { try Self.checkName(name) }
    guard !pictures.isEmpty else { return }
    let lock = try lock()
    defer { lock.unlock() }
    var manifest = try manifest()
    if !mayChangeEnvironment { try Self.checkEnvironment(of: pictures, against: manifest) }
    var transaction = FileTransaction()
    do {
      for (name, picture) in pictures.sorted(by: { $0.key < $1.key }) {
        let bytes = try Self.encoded(picture, path: picturePath(name))
        try transaction.stage(bytes, for: picturePath(name))
        if let scene = picture.scene {
          try transaction.stage(Array(scene.text.utf8), for: scenePath(name))
        } else {
          transaction.stageRemoval(of: scenePath(name))
        }
        manifest.goldens[name] = picture.fingerprint ?? Fingerprint([:])
      }
      try transaction.stage(Array(manifest.text.utf8), for: manifestPath)
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
    var manifest = try manifest()
    var transaction = FileTransaction()
    for name in names.sorted() {
      transaction.stageRemoval(of: picturePath(name))
      transaction.stageRemoval(of: scenePath(name))
      manifest.goldens[name] = nil
    }
    do {
      try transaction.stage(Array(manifest.text.utf8), for: manifestPath)
      try transaction.commit()
    } catch {
      transaction.discard()
      throw error
    }
  }

  /// Makes the folder where it is missing, and waits for its other writers.
  private func lock() throws(GoldenError) -> FolderLock {
    do throws(FileError) {
      try Folder.make(folder)
      return try FolderLock(folder)
    } catch {
      throw .file(error)
    }
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
    do throws(PNGError) {
      return try PNGEncoder(preset: .small).encode(picture.bitmap, scale: picture.scale)
    } catch {
      throw .picture(path: path, error)
    }
  }
}
