import BurinRaster
import CommandSupport

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Keeps what a comparison writes away from what it reads.
struct OutputFiles {
  /// A file on a device, whatever its names are.
  private struct Identity: Hashable {
    var device: Int
    var number: Int
  }

  private var inputs: [Identity: BytePath] = [:]

  /// Notes the files that a comparison reads, with the scenes beside them.
  init(_ pairs: [PicturePair]) {
    for path in pairs.flatMap({ [$0.expected, $0.actual] }).compactMap({ $0 }) {
      for file in [path, path.replacingExtension(with: "scene")] {
        if let identity = Self.identity(file) { inputs[identity] = file }
      }
    }
  }

  private static func identity(_ path: BytePath) -> Identity? {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { return nil }
    return Identity(device: Int(status.st_dev), number: Int(truncatingIfNeeded: status.st_ino))
  }

  /// Throws if a file to be written is one of those that are read.
  func check(_ path: BytePath, option: String) throws {
    guard let input = Self.identity(path).flatMap({ inputs[$0] }) else { return }
    throw CommandFailure(
      "\(option) would overwrite \(input), which is compared", status: ExitStatus.usage)
  }

  /// Throws if a folder to be written is one of those that are read, or lies in one.
  static func check(folder: BytePath, option: String, outside inputs: [String]) throws {
    let roots = inputs.compactMap { input in
      Self.identity(BytePath(input)).map { (identity: $0, name: input) }
    }
    // The nearest folder that exists, then all above it.
    var place: BytePath? = folder
    while let path = place, Self.identity(path) == nil {
      place = path.folder ?? (path == BytePath(".") ? nil : BytePath("."))
    }
    guard var current = place else { return }
    var last: Identity?
    for _ in 0..<4096 {
      guard let identity = Self.identity(current), identity != last else { return }
      if let root = roots.first(where: { $0.identity == identity }) {
        throw CommandFailure(
          "\(option) names a folder within \(root.name), which is compared; name another",
          status: ExitStatus.usage)
      }
      last = identity
      current = current.appending(BytePath(".."))
    }
  }
}
