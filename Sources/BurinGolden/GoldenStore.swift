import BurinRaster
import BurinScene

/// A folder of goldens: `<name>.png`, `<name>.scene` where the scene is known, and `manifest.json`.
///
/// ```swift
/// let store = GoldenStore(folder: "golden")
/// let check = try store.check("09_kl_calculation.zh", try scene.rendition())
/// check.state  // .missing, .different or .equal
/// ```
public struct GoldenStore: Sendable, Hashable {
  /// The folder, made when the first golden is recorded.
  public let folder: String

  /// Makes a store; nothing is read yet.
  public init(folder: String) {
    self.folder = folder
  }

  /// The largest picture and the largest scene that are read, in bytes.
  static let fileLimit = 64 << 20

  /// Where a golden's picture lies.
  public func picturePath(_ name: String) -> String { "\(folder)/\(name).png" }
  /// Where a golden's scene lies.
  public func scenePath(_ name: String) -> String { "\(folder)/\(name).scene" }
  /// Where the manifest lies.
  public var manifestPath: String { "\(folder)/manifest.json" }

  /// The manifest; empty where there is none.
  public func manifest() throws(GoldenError) -> GoldenManifest {
    try whileReading { () throws(GoldenError) in try readManifest() }
  }

  func readManifest() throws(GoldenError) -> GoldenManifest {
    guard let text = try text(at: manifestPath) else { return GoldenManifest() }
    do throws(GoldenManifest.Problem) {
      return try GoldenManifest(text: text)
    } catch {
      throw .manifest(path: manifestPath, error)
    }
  }

  /// A golden with its scene and what drew it, as far as they are recorded; nil where there is none.
  public func golden(_ name: String) throws(GoldenError) -> Rendition? {
    try Self.checkName(name)
    return try whileReading { () throws(GoldenError) in try readGolden(name)?.golden }
  }

  /// Reads a golden, and whether the manifest lists it.
  private func readGolden(
    _ name: String
  ) throws(GoldenError) -> (golden: Rendition, isListed: Bool)? {
    guard let bytes = try bytes(at: picturePath(name)) else { return nil }
    var golden: Rendition
    do throws(PNGError) {
      golden = try Rendition(png: bytes)
    } catch {
      throw .picture(path: picturePath(name), error)
    }
    if let text = try text(at: scenePath(name)) {
      do throws(SceneTextError) {
        golden.scene = try Scene(text: text)
      } catch {
        throw .scene(path: scenePath(name), error)
      }
    }
    let recorded = try readManifest().goldens[name]
    golden.fingerprint = recorded
    return (golden, recorded != nil)
  }

  /// How a golden stands to a fresh picture.
  public struct Check: Sendable {
    /// Missing, different or equal.
    public let state: RecordPolicy.State
    /// The golden; nil where it is missing.
    public let golden: Rendition?
    /// What comparing found; nil where the golden is missing.
    public let verdict: Verdict?
  }

  /// Compares a fresh picture with its golden.
  ///
  /// - Parameters:
  ///   - name: the golden.
  ///   - actual: the fresh picture.
  ///   - rule: what the pixels are held to; nil for what the fingerprints demand.
  ///   - ignoresMetadata: whether the colour space, the orientation, the density and the like of
  ///     PNG files may differ.
  public func check(
    _ name: String, _ actual: Rendition, rule: PixelRule? = nil, ignoresMetadata: Bool = false
  ) throws(GoldenError) -> Check {
    try Self.checkName(name)
    let found = try whileReading { () throws(GoldenError) in try readGolden(name) }
    guard let (golden, isListed) = found else {
      return Check(state: .missing, golden: nil, verdict: nil)
    }
    var verdict = Verdict(
      expected: golden, actual: actual, rule: rule, ignoresMetadata: ignoresMetadata)
    if !isListed { verdict.reasons.append(.unlisted) }
    return Check(state: verdict.passes ? .equal : .different, golden: golden, verdict: verdict)
  }

  /// The names of all goldens that the folder has or should have, in order.
  public func names() throws(GoldenError) -> [String] {
    try whileReading { () throws(GoldenError) in try readNames() }
  }

  private func readNames() throws(GoldenError) -> [String] {
    let pictures = try fileNames().filter { $0.hasSuffix(".png") }.map { String($0.dropLast(4)) }
    return Set(try readManifest().goldens.keys).union(pictures).sorted()
  }

  /// Files that belong to no golden, and goldens that lack a file, in the order of their names.
  ///
  /// - Parameter known: the names of all goldens that are checked; nil where only the folder is
  ///   held against its manifest.
  public func strays(known: Set<String>? = nil) throws(GoldenError) -> [Stray] {
    try whileReading { () throws(GoldenError) in try readStrays(known) }
  }

  private func readStrays(_ known: Set<String>?) throws(GoldenError) -> [Stray] {
    let listed = Set(try readManifest().goldens.keys)
    var leftovers: [Stray] = []
    var pictures: Set<String> = []
    var scenes: Set<String> = []
    for file in try fileNames() {
      if Self.isLeftover(file) {
        leftovers.append(.leftover(file))
        continue
      }
      if file.hasSuffix(".png") { pictures.insert(String(file.dropLast(4))) }
      if file.hasSuffix(".scene") { scenes.insert(String(file.dropLast(6))) }
    }
    var strays: [Stray] = []
    for name in listed.union(pictures).union(scenes).sorted() {
      if let known, !known.contains(name) {
        strays.append(.orphan(name))
      } else if !listed.contains(name) {
        strays.append(.unlisted(name))
      } else if !pictures.contains(name) {
        strays.append(.withoutPicture(name))
      }
    }
    return leftovers + strays
  }

  /// Whether a file was left by a recording that was cut off, by this release or an earlier one.
  private static func isLeftover(_ file: String) -> Bool {
    guard file.hasPrefix(".") else { return false }
    return file == FileTransaction.stagingName
      || (file.hasPrefix(".burin-") && file.hasSuffix(".tmp"))
      || [".new", ".old"].contains { ending in
        [".png", ".scene", ".json"].contains { file.hasSuffix($0 + ending) }
      }
  }

  /// A golden that is not what its folder says.
  public enum Stray: Sendable, Hashable, CustomStringConvertible {
    /// Nothing checks the golden any more.
    case orphan(String)
    /// The manifest does not list the files.
    case unlisted(String)
    /// The manifest lists the golden, but its picture is gone.
    case withoutPicture(String)
    /// A hidden file or folder was left by a recording that was cut off.
    case leftover(String)

    /// The golden.
    public var name: String {
      switch self {
      case .orphan(let name), .unlisted(let name), .withoutPicture(let name), .leftover(let name):
        name
      }
    }

    /// One line with the name and what to do.
    public var description: String {
      switch self {
      case .orphan(let name): "\(name): no picture is checked against this golden; remove it"
      case .unlisted(let name): "\(name): manifest.json does not list this golden; record it again"
      case .leftover(let name):
        "\(name): left by a recording that was cut off before anything changed; remove it"
      case .withoutPicture(let name):
        "\(name): manifest.json lists this golden, but its picture is gone; record it again"
      }
    }
  }

  /// Names become files, so they hold nothing that a path or a shell would read otherwise.
  static func checkName(_ name: String) throws(GoldenError) {
    let isUsable =
      !name.isEmpty && name.utf8.count <= 200 && name.first != "." && name.first != "-"
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "." || $0 == "-"
          || $0 == "_"
      }
    guard isUsable else { throw .invalidName(name) }
  }
}

// Files
extension GoldenStore {
  private func fileNames() throws(GoldenError) -> [String] {
    do throws(FileError) {
      return try Folder.names(in: folder)
    } catch {
      throw .file(error)
    }
  }

  /// A file's bytes; nil where there is no such file.
  private func bytes(at path: String) throws(GoldenError) -> [UInt8]? {
    do throws(FileError) {
      return try AtomicFile.read(path, limit: Self.fileLimit)
    } catch {
      if error.reason == .notFound { return nil }
      throw .file(error)
    }
  }

  private func text(at path: String) throws(GoldenError) -> String? {
    guard let bytes = try bytes(at: path) else { return nil }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .encoding(path: path) }
    return text
  }
}
