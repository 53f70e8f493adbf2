import ArgumentParser

/// What the exit status of `burin` means beside 0, that all is well.
enum ExitStatus {
  /// Pictures differ.
  static let different = ExitCode(1)
  /// The arguments make no sense.
  static let usage = ExitCode(2)
  /// A file cannot be read, is damaged, or is beyond the limits.
  static let unreadable = ExitCode(3)
  /// A picture has no golden, or a file does not exist.
  static let missing = ExitCode(4)
  /// A golden has no picture, or nothing needs a tolerance.
  static let stale = ExitCode(5)
  /// The pictures were drawn by other libraries.
  static let otherEnvironment = ExitCode(6)
}
