package import ArgumentParser

/// A failure, reported in one line on standard error.
package struct CommandFailure: Error, CustomStringConvertible {
  package let description: String
  /// The program's exit status.
  package let status: ExitCode

  package init(_ description: String, status: ExitCode = .failure) {
    self.description = description
    self.status = status
  }
}
