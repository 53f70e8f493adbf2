public import BurinScene

extension PNGError: ClassifiedError {
  /// The data where a file or text is at fault, the machine where memory is missing.
  public var category: ErrorCategory {
    switch self {
    case .notPNG, .truncated, .corrupt, .emptyImage, .invalidText: .data
    case .tooLarge, .metadataTooLarge, .chunkTooLarge: .limit
    case .bufferTooSmall, .scale: .options
    case .notEncoded, .outOfMemory: .machine
    case .stopped(let error): error.category
    }
  }

  /// A name such as `png.truncated`.
  public var code: String {
    switch self {
    case .notPNG: "png.no-png"
    case .truncated: "png.truncated"
    case .corrupt: "png.corrupt"
    case .emptyImage: "png.empty"
    case .tooLarge: "png.too-large"
    case .metadataTooLarge: "png.metadata-too-large"
    case .chunkTooLarge: "png.chunk-too-large"
    case .bufferTooSmall: "png.buffer"
    case .scale: "png.scale"
    case .invalidText: "png.text"
    case .notEncoded: "png.not-encoded"
    case .outOfMemory: "machine.memory"
    case .stopped(let error): error.code
    }
  }

  /// Why the rendering was stopped, where that is the error.
  public var cause: any Error {
    if case .stopped(let error) = self { error } else { self }
  }
}

extension FileError: ClassifiedError {
  /// The options where the path is at fault, otherwise the machine.
  public var category: ErrorCategory {
    switch reason {
    case .notFound, .folderMissing, .notFolder, .isFolder, .notRegularFile, .nameTooLong,
      .linkLoop, .invalidPath, .notFileURL, .isLink, .writeProtected, .otherFormat,
      .unknownFormat:
      .options
    case .accessDenied, .readOnlyFileSystem, .diskFull, .system: .machine
    case .tooLarge: .limit
    }
  }

  /// A name such as `file.not-found`.
  public var code: String {
    switch reason {
    case .notFound: "file.not-found"
    case .folderMissing: "file.folder-missing"
    case .notFolder: "file.not-folder"
    case .isFolder: "file.is-folder"
    case .notRegularFile: "file.not-regular"
    case .accessDenied: "file.access-denied"
    case .readOnlyFileSystem: "file.read-only"
    case .diskFull: "file.disk-full"
    case .nameTooLong: "file.name-too-long"
    case .linkLoop: "file.link-loop"
    case .invalidPath: "file.path"
    case .notFileURL: "file.url"
    case .isLink: "file.is-link"
    case .writeProtected: "file.write-protected"
    case .otherFormat: "file.other-format"
    case .unknownFormat: "file.unknown-format"
    case .tooLarge: "file.too-large"
    case .system: "file.system"
    }
  }
}
