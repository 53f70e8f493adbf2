public import Foundation

/// A folder of a test's own, removed with all that is in it.
public final class TemporaryFolder: Sendable {
  /// Where it lies.
  public let url: URL

  /// Makes a folder.
  public init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("burin-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// The folder's path.
  public var path: String { url.path }

  /// The place of a file in the folder.
  public func url(_ name: String) -> URL { url.appendingPathComponent(name) }

  /// The names of the files in a folder below this one, sorted, hidden ones included.
  public func names(in folder: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url(folder).path).sorted()
  }

  /// A file's content.
  public func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

  /// A file's content as text.
  public func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Writes a file, and makes the folders on the way to it.
  public func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try makeFolder((name as NSString).deletingLastPathComponent)
    try Data(bytes).write(to: url(name))
  }

  /// Writes a text, and makes the folders on the way to it.
  public func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  /// Makes an empty file and opens it for writing.
  public func emptyFile(_ name: String) throws -> FileHandle {
    try write("", to: name)
    return try FileHandle(forWritingTo: url(name))
  }

  /// Makes a folder below this one.
  public func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(at: url(name), withIntermediateDirectories: true)
  }

  /// Removes a file.
  public func delete(_ name: String) throws { try FileManager.default.removeItem(at: url(name)) }
}
