package import ArgumentParser

/// The exit statuses of `burin` other than 0, success.
package enum ExitStatus {
  /// Pictures differ.
  package static let different = ExitCode(1)
  /// The arguments are invalid.
  package static let usage = ExitCode(2)
  /// A file cannot be read or written, is damaged, or exceeds the limits.
  package static let unreadable = ExitCode(3)
  /// A picture has no golden, or a file or folder does not exist.
  package static let missing = ExitCode(4)
  /// A golden has no picture, or a tolerance isn't needed.
  package static let stale = ExitCode(5)
  /// The pictures were drawn by other libraries.
  package static let otherEnvironment = ExitCode(6)
  /// Something in a folder was not compared.
  package static let leftOut = ExitCode(7)
}
