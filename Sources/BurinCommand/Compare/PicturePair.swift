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
  var name: String
  /// The path of the golden.
  var expected: String?
  /// The path of the picture.
  var actual: String?
  /// The environment of the golden; nil if its folder's manifest lacks it.
  var expectedFingerprint: Fingerprint?
  /// The environment of the picture; nil if its folder's manifest lacks it.
  var actualFingerprint: Fingerprint?
}

extension PicturePair {
  /// Returns the pairs that two paths name: two files, or the PNG files of two folders by their
  /// names.
  ///
  /// Subfolders are included, but links to folders are not followed.
  static func pairs(expected: String, actual: String) throws -> [PicturePair] {
    switch (isFolder(expected), isFolder(actual)) {
    case (false, false):
      var pair = PicturePair(name: split(actual).name, expected: expected, actual: actual)
      pair.expectedFingerprint = manifest(in: split(expected).folder)[split(expected).name]
      pair.actualFingerprint = manifest(in: split(actual).folder)[pair.name]
      return [pair]
    case (true, true):
      let goldens = try pictures(in: expected)
      let pictures = try pictures(in: actual)
      guard !goldens.isEmpty || !pictures.isEmpty else {
        throw CommandFailure(
          "neither \(expected) nor \(actual) contains a PNG file", status: ExitStatus.missing)
      }
      let (recorded, current) = (manifest(in: expected), manifest(in: actual))
      return goldens.union(pictures).sorted().map { name in
        PicturePair(
          name: name, expected: goldens.contains(name) ? "\(expected)/\(name)" : nil,
          actual: pictures.contains(name) ? "\(actual)/\(name)" : nil,
          expectedFingerprint: recorded[name], actualFingerprint: current[name])
      }
    case (let isExpectedFolder, _):
      let (folder, file) = isExpectedFolder ? (expected, actual) : (actual, expected)
      throw CommandFailure(
        "\(folder) is a folder and \(file) is not; name two files or two folders",
        status: ExitStatus.usage)
    }
  }

  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let folder = path[..<slash]
    return (folder.isEmpty ? "/" : String(folder), String(path[path.index(after: slash)...]))
  }

  /// Returns the environments of a folder's pictures, by their files' names; empty without a
  /// manifest.
  ///
  /// A `manifest.json` of another kind is ignored: pixels must then be equal.
  private static func manifest(in folder: String) -> [String: Fingerprint] {
    guard let goldens = try? GoldenStore(folder: folder).manifest().goldens else { return [:] }
    return Dictionary(uniqueKeysWithValues: goldens.map { ("\($0.key).png", $0.value) })
  }

  /// Returns a path that can't be inspected counts as a file; reading it reports the reason.
  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func pictures(in root: String) throws -> Set<String> {
    var names: Set<String> = []
    var waiting = [""]
    while let folder = waiting.popLast() {
      let path = folder.isEmpty ? root : "\(root)/\(folder)"
      guard let stream = opendir(path) else {
        throw CommandFailure(
          "the folder \(path) cannot be read: \(String(cString: strerror(errno)))",
          status: ExitStatus.unreadable)
      }
      defer { closedir(stream) }
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name.hasPrefix(".") { continue }
        let relative = folder.isEmpty ? name : "\(folder)/\(name)"
        var status = stat()
        if lstat("\(root)/\(relative)", &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          waiting.append(relative)
        } else if name.lowercased().hasSuffix(".png") {
          names.insert(relative)
        }
      }
    }
    return names
  }
}
