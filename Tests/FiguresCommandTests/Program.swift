import TestSupport

/// The program `figures`, run as a process of its own.
enum Program {
  private static let figures = BuiltProgram("figures")

  /// Runs `figures` with arguments.
  ///
  /// - Parameters:
  ///   - environment: variables beside those of the tests, without `CI`.
  ///   - folder: the working folder.
  static func run(
    _ arguments: String..., environment: [String: String] = [:], in folder: TemporaryFolder
  ) throws -> BuiltProgram.Run {
    try figures.run(arguments, environment: environment, in: folder)
  }

  /// Runs a shell script in which `$FIGURES` is the program.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> BuiltProgram.Run {
    try BuiltProgram(at: "/bin/sh").run(
      ["-c", script], environment: ["FIGURES": figures.path], in: folder)
  }

  /// The program `script`, which runs another on a terminal of its own.
  static let terminal = "/usr/bin/script"

  /// Runs `figures` on a terminal; what it shows there is the run's output.
  static func runOnTerminal(
    _ arguments: String, in folder: TemporaryFolder
  ) throws -> BuiltProgram.Run {
    #if os(Linux)
      let command = "script --quiet --return --command \"$FIGURES \(arguments)\" /dev/null"
    #else
      let command = "script -q /dev/null $FIGURES \(arguments)"
    #endif
    return try shell(command, in: folder)
  }
}
