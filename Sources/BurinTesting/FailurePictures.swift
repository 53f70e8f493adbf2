import BurinGolden
import BurinRaster

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The pictures of a failed check, on the disk.
struct FailurePictures {
  /// The pictures' files, each with what it is; empty if none could be written.
  private(set) var files: [(kind: String, path: String)] = []
  /// Why nothing could be written; empty if it could.
  private(set) var problem = ""

  /// Writes the pictures into the first of some folders that can be written.
  ///
  /// - Parameters:
  ///   - pictures: the PNG files by their kinds, `expected`, `actual` and `difference`.
  ///   - name: the golden's name.
  ///   - folders: the folders, made if they are missing.
  init(_ pictures: [(kind: String, bytes: [UInt8])], name: String, folders: [String]) {
    for folder in folders {
      do throws(FileError) {
        try Folder.make(folder)
        var files: [(kind: String, path: String)] = []
        for (kind, bytes) in pictures {
          let path = "\(folder)/\(name).\(kind).png"
          try AtomicFile.write(bytes, to: path)
          files.append((kind, path))
        }
        self.files = files
        problem = ""
        return
      } catch {
        if problem.isEmpty { problem = "\(error)" }
      }
    }
  }

  /// The folders for the failures of a package: in its `.build`, which version control ignores, or
  /// where that cannot be written among the system's temporary files.
  ///
  /// - Parameters:
  ///   - package: the package's root.
  ///   - goldens: the folder of the goldens; each has a folder of its own.
  static func folders(package: String, goldens: String) -> [String] {
    let root = "\(package)/"
    let relative = goldens.hasPrefix(root) ? String(goldens.dropFirst(root.count)) : goldens
    let part = relative.split(separator: "/").joined(separator: "_")
    let temporary = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    let name = package.split(separator: "/").joined(separator: "_")
    return [
      "\(package)/.build/golden-differences/\(part)",
      "\(temporary)/burin-golden-differences-\(getuid())/\(name)/\(part)",
    ]
  }

  /// One line a picture.
  var lines: [String] {
    files.map { kind, path in
      kind + String(repeating: " ", count: max(1, 12 - kind.count)) + path
    } + (problem.isEmpty ? [] : ["no picture of the failure could be written: \(problem)"])
  }
}
