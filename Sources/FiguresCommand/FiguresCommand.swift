import ArgumentParser

/// The catalog's program: renders the tutorial's figures and tells their numbers.
@main
struct FiguresCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures",
    abstract: "Renders the seventeen figures of the KL-divergence tutorial from live computations.",
    subcommands: [
      ListCommand.self, RenderCommand.self, FactsCommand.self, CheckCommand.self,
      AcceptCommand.self,
    ])

  /// Runs the command that the arguments name.
  ///
  /// Whatever goes wrong is one line on standard error; the usage is printed when it is asked for.
  static func main() async {
    do {
      var command = try parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      let status = exitCode(for: error)
      if status.isSuccess { exit(withError: error) }
      let message = message(for: error).split(whereSeparator: \.isNewline).joined(separator: " ")
      // A command that has told its failures throws nothing but an exit status.
      if !message.isEmpty { StandardError.print("error: \(message)") }
      exit(withError: status)
    }
  }
}
