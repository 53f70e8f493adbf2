package import ArgumentParser

extension ParsableCommand {
  /// Runs the command that the arguments name, and ends the program.
  ///
  /// Whatever goes wrong is one line on standard error; the usage is printed when it is asked for.
  ///
  /// - Parameter usageStatus: the exit status for arguments that make no sense.
  package static func runProgram(usageStatus: ExitCode = .validationFailure) {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      var status = exitCode(for: error)
      if status.isSuccess { exit(withError: error) }
      if status == .validationFailure { status = usageStatus }
      if let failure = error as? CommandFailure { status = failure.status }
      let message = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
      // A command that has told its failures throws nothing but an exit status.
      if !message.isEmpty { StandardError.print("error: \(message)") }
      exit(withError: status)
    }
  }
}
