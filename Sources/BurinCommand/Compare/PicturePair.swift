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
  /// What both are called, such as `09_kl_calculation.zh.png`.
  var name: String
  /// Where the golden lies.
  var expected: String?
  /// Where the picture lies.
  var actual: String?
}

extension PicturePair {
  /// The pairs that two paths name: two files, or the PNG files of two folders by their names.
  ///
  /// Folders below are looked through too, but no links to folders are followed.
  static func pairs(expected: String, actual: String) throws -> [PicturePair] {
    switch (isFolder(expected), isFolder(actual)) {
    case (false, false):
      return [PicturePair(name: lastPart(actual), expected: expected, actual: actual)]
    case (true, true):
      let goldens = try pictures(in: expected)
      let pictures = try pictures(in: actual)
      guard !goldens.isEmpty || !pictures.isEmpty else {
        throw CommandFailure(
          "neither \(expected) nor \(actual) holds a PNG file", status: ExitStatus.missing)
      }
      return goldens.union(pictures).sorted().map { name in
        PicturePair(
          name: name, expected: goldens.contains(name) ? "\(expected)/\(name)" : nil,
          actual: pictures.contains(name) ? "\(actual)/\(name)" : nil)
      }
    case (let isExpectedFolder, _):
      let (folder, file) = isExpectedFolder ? (expected, actual) : (actual, expected)
      throw CommandFailure(
        "\(folder) is a folder and \(file) is none; give two files or two folders",
        status: ExitStatus.usage)
    }
  }

  private static func lastPart(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  /// What cannot be looked at is taken for a file; reading it says why.
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
