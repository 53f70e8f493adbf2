package import ArgumentParser

/// What the exit status of `burin` means beside 0, that all is well.
package enum ExitStatus {
  /// Pictures differ.
  package static let different = ExitCode(1)
  /// The arguments make no sense.
  package static let usage = ExitCode(2)
  /// A file cannot be read, is damaged, or is beyond the limits.
  package static let unreadable = ExitCode(3)
  /// A picture has no golden, or a file does not exist.
  package static let missing = ExitCode(4)
  /// A golden has no picture, or nothing needs a tolerance.
  package static let stale = ExitCode(5)
  /// The pictures were drawn by other libraries.
  package static let otherEnvironment = ExitCode(6)
}
