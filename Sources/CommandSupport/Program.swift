package import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension ParsableCommand {
  /// Runs the command that the arguments name, and ends the program.
  ///
  /// Any failure is one line on standard error; the usage is printed only on request.
  ///
  /// - Parameters:
  ///   - usageStatus: the exit status for invalid arguments.
  ///   - shortcut: runs what the arguments say if it takes no parser to know, and says whether it
  ///     did.
  package static func runProgram(
    usageStatus: ExitCode = .validationFailure,
    shortcut: (ArraySlice<String>) throws -> Bool = { _ in false }
  ) {
    do {
      if try shortcut(CommandLine.arguments.dropFirst()) { return }
      var command = try parseAsRoot()
      assert(!(command is any AsyncParsableCommand), "commands run on plain threads")
      try command.run()
    } catch let status as ExitCode {
      // The command has printed everything; asking for a message would take a millisecond.
      exitProgram(status)
    } catch {
      var status = exitCode(for: error)
      if status.isSuccess { exit(withError: error) }
      if status == .validationFailure { status = usageStatus }
      if let failure = error as? CommandFailure { status = failure.status }
      let message = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
      if !message.isEmpty { StandardError.print("error: \(message)") }
      exit(withError: status)
    }
  }
}

/// Ends the program.
private func exitProgram(_ status: ExitCode) -> Never { exit(status.rawValue) }
