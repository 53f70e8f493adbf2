import ArgumentParser

/// A failure told in one line on standard error, with exit status 1.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
