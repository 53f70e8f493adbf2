#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The error of reading or writing a file.
public struct FileError: Error, Hashable, Sendable {
  /// The reason of a failure, independent of the system's numbers.
  public enum Reason: Hashable, Sendable {
    /// There is no such file.
    case notFound
    /// The folder to write into does not exist.
    case folderMissing
    /// A part of the path before the last is not a folder.
    case notFolder
    /// The path is a folder.
    case isFolder
    /// The path is a pipe, a socket or a device.
    case notRegularFile
    /// Permission is missing.
    case accessDenied
    /// The file system can only be read.
    case readOnlyFileSystem
    /// The disk or the quota is full.
    case diskFull
    /// The path or a part of it is too long.
    case nameTooLong
    /// Symbolic links lead in a circle.
    case linkLoop
    /// The path is empty or contains a zero character.
    case invalidPath
    /// The URL is not one of a file.
    case notFileURL
    /// The file is a symbolic link, which is not replaced.
    case isLink
    /// The file's permissions forbid everyone to write it.
    case writeProtected
    /// The file exceeds the limit, in bytes.
    case tooLarge(limit: Int)
    /// The file's name ends as that of another format than the one it is written as, by its
    /// extension.
    case otherFormat(written: String)
    /// The file's name does not tell a format; the extensions that do.
    case unknownFormat(known: [String])
    /// Another system error, by its number.
    case system(Int32)
  }

  /// The operation that failed.
  public enum Operation: String, Hashable, Sendable {
    /// Reading a file.
    case read
    /// Writing a file.
    case write
  }

  /// The operation that failed.
  public let operation: Operation
  /// The path, as given.
  public let path: String
  /// The reason of the failure.
  public let reason: Reason

  /// Creates an error.
  public init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}

extension FileError: CustomStringConvertible {
  /// One line that names the path and the reason.
  public var description: String { "cannot \(operation) \(path): \(reason)" }
}

extension FileError.Reason: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .notFound: "there is no such file"
    case .folderMissing: "its folder does not exist; create it first"
    case .notFolder: "a part of the path is not a folder"
    case .isFolder: "it is a folder, not a file"
    case .notRegularFile: "it is a pipe, a socket or a device, not a file"
    case .accessDenied: "permission denied"
    case .readOnlyFileSystem: "the file system is read-only"
    case .diskFull: "no space is left on the disk"
    case .nameTooLong: "the name is too long"
    case .linkLoop: "symbolic links lead in a circle"
    case .invalidPath: "the path is empty or contains a zero character"
    case .notFileURL: "it is not the URL of a file"
    case .isLink: "it is a symbolic link; replace the link by a file first"
    case .writeProtected: "it is write-protected; allow writing it first (chmod u+w)"
    case .otherFormat(let written):
      "it would hold another format; end its name in .\(written), or write it as what its name says"
    case .unknownFormat(let known):
      "its name does not tell a format; end it in .\(known.joined(separator: ", .")), or say what to "
        + "write it as"
    case .tooLarge(let limit): "it is larger than the limit of \(limit) bytes"
    case .system(let number): "\(FileError.Reason.words(for: number)) (error \(number))"
    }
  }

  private static func words(for number: Int32) -> String {
    // `strerror` shares one buffer among threads; `strerror_r` fills ours.
    var buffer = [CChar](repeating: 0, count: 128)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "unknown error" }
    return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension FileError.Reason {
  /// Creates the reason for a value of `errno`.
  ///
  /// - Parameters:
  ///   - number: the system's number.
  ///   - missing: the reason that `ENOENT` stands for.
  public init(errno number: Int32, missing: Self = .notFound) {
    self =
      switch number {
      case ENOENT: missing
      case ENOTDIR: .notFolder
      case EISDIR: .isFolder
      case EACCES, EPERM: .accessDenied
      case EROFS: .readOnlyFileSystem
      case ENOSPC, EDQUOT: .diskFull
      case ENAMETOOLONG: .nameTooLong
      case ELOOP: .linkLoop
      default: .system(number)
      }
  }
}
