import BurinGolden
import BurinRaster
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Two pictures that should be the same; one of them may not exist.
struct PicturePair: Sendable {
  /// The common name of both, such as `09_kl_calculation.zh.png`.
  var name: BytePath
  /// The path of the golden.
  var expected: BytePath?
  /// The path of the picture.
  var actual: BytePath?
  /// The environment of the golden; nil if its folder's manifest lacks it.
  var expectedFingerprint: Fingerprint?
  /// The environment of the picture; nil if its folder's manifest lacks it.
  var actualFingerprint: Fingerprint?
  /// A remark about a picture without a partner; empty for none.
  var hint = ""
}

/// The pairs that two paths name, with what is not among them.
struct PicturePairs {
  var pairs: [PicturePair]
  /// Whether the paths name folders.
  var areFolders = false
  /// What was found and not compared.
  var leftOut: [LeftOut] = []
  /// The number of entries that were ignored as requested.
  var ignoredCount = 0
  /// What should be known although it is no failure.
  var notes: [String] = []

  /// Finds the pairs of two files, or of the PNG files of two folders by their names.
  ///
  /// Subfolders are included, but links to folders are not followed.
  init(expected: String, actual: String, ignoring ignored: [IgnoreOption]) throws {
    let (golden, fresh) = (BytePath(expected), BytePath(actual))
    switch (Self.kind(golden), Self.kind(fresh)) {
    case (.folder, .folder):
      pairs = []
      areFolders = true
      try addFolders(golden, fresh, ignored)
    case (.folder, .missing), (.missing, .folder):
      let missing = Self.kind(golden) == .missing ? golden : fresh
      throw CommandFailure("there is no folder \(missing)", status: ExitStatus.missing)
    case (.folder, .file), (.file, .folder):
      let (folder, file) = Self.kind(golden) == .folder ? (golden, fresh) : (fresh, golden)
      throw CommandFailure(
        "\(folder) is a folder and \(file) is not; name two files or two folders",
        status: ExitStatus.usage)
    default:
      pairs = []
      var pair = PicturePair(name: fresh.name, expected: golden, actual: fresh)
      let folders = [golden, fresh].map { $0.folder ?? BytePath(".") }
      pair.expectedFingerprint = manifest(in: folders[0])[golden.name]
      pair.actualFingerprint = manifest(in: folders[1])[fresh.name]
      pairs = [pair]
    }
    for case .pattern(let pattern) in ignored where areFolders && !usedPatterns.contains(pattern) {
      notes.append("--ignore \(pattern) matches nothing")
    }
  }

  private var usedPatterns: Set<NamePattern> = []

  private mutating func addFolders(
    _ expected: BytePath, _ actual: BytePath, _ ignored: [IgnoreOption]
  ) throws {
    let (goldens, pictures) = (try PictureFolder(expected), try PictureFolder(actual))
    let patterns = ignored.compactMap { option in
      if case .pattern(let pattern) = option { pattern } else { nil }
    }
    func isIgnored(_ name: BytePath) -> Bool {
      let found = patterns.filter { $0.matches(name) }
      usedPatterns.formUnion(found)
      return !found.isEmpty
    }
    for entry in goldens.leftOut + pictures.leftOut {
      if isIgnored(entry.name) || ignored.contains(.leftOut(entry.reason)) {
        ignoredCount += 1
      } else {
        leftOut.append(entry)
      }
    }
    let names = goldens.pictures.union(pictures.pictures).sorted()
    guard !names.isEmpty || !leftOut.isEmpty || ignoredCount > 0 else {
      throw CommandFailure(
        "neither \(expected) nor \(actual) contains a PNG file", status: ExitStatus.missing)
    }
    let (recorded, current) = (manifest(in: expected), manifest(in: actual))
    // Only names that have no partner are looked for by their characters.
    let ownGoldens = Self.byCharacters(goldens.pictures.subtracting(pictures.pictures))
    let ownPictures = Self.byCharacters(pictures.pictures.subtracting(goldens.pictures))
    for name in names {
      guard !isIgnored(name) else {
        ignoredCount += 1
        continue
      }
      var pair = PicturePair(
        name: name, expected: goldens.pictures.contains(name) ? expected.appending(name) : nil,
        actual: pictures.pictures.contains(name) ? actual.appending(name) : nil,
        expectedFingerprint: recorded[name], actualFingerprint: current[name])
      if pair.expected == nil || pair.actual == nil {
        let others = pair.expected == nil ? ownGoldens : ownPictures
        if name.isText, let other = others[name.description] {
          pair.hint =
            "; the other folder has a name that differs by normalisation only (\(other.codePoints), here \(name.codePoints))"
        }
      }
      pairs.append(pair)
    }
  }

  /// Names by their characters, which Swift holds equal by canonical equivalence.
  private static func byCharacters(_ names: Set<BytePath>) -> [String: BytePath] {
    Dictionary(
      names.sorted().map { ($0.description, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private enum Kind { case file, folder, missing }

  /// Returns what a path is; one that can't be inspected counts as a file, and reading it reports
  /// the reason.
  private static func kind(_ path: BytePath) -> Kind {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else {
      return errno == ENOENT ? .missing : .file
    }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file
  }

  /// Returns the environments of a folder's pictures, by their files' names; empty without a
  /// manifest.
  ///
  /// A `manifest.json` of another kind is noted: pixels must then be equal.
  private mutating func manifest(in folder: BytePath) -> [BytePath: Fingerprint] {
    guard folder.isText else { return [:] }
    do throws(GoldenError) {
      let goldens = try GoldenStore(folder: folder.description).manifest().goldens
      return Dictionary(
        goldens.map { (BytePath("\($0.key).png"), $0.value) },
        uniquingKeysWith: { first, _ in first })
    } catch {
      notes.append("what drew the pictures is not known: \(error)")
      return [:]
    }
  }
}
