import Foundation
import Testing

/// The program under test, run as a process of its own.
enum Program {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var error: String

    /// The lines on standard error.
    var errorLines: [String] { error.split(separator: "\n").map(String.init) }
  }

  /// The program that was built beside these tests.
  static var path: String {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let folder = (bundle ?? .main).bundleURL.deletingLastPathComponent()
    #else
      let executable = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
      let folder = executable.deletingLastPathComponent()
    #endif
    return folder.appendingPathComponent("figures").path
  }

  /// Runs `figures` with arguments.
  ///
  /// - Parameters:
  ///   - environment: variables beside those of the tests, without `CI`.
  ///   - folder: the working folder.
  static func run(
    _ arguments: String..., environment: [String: String] = [:], in folder: TemporaryFolder
  ) throws -> Run {
    try start(path, arguments, environment: environment, in: folder)
  }

  /// Runs a shell script in which `$FIGURES` is the program.
  static func shell(_ script: String, in folder: TemporaryFolder) throws -> Run {
    try start("/bin/sh", ["-c", script], environment: ["FIGURES": path], in: folder)
  }

  /// The program `script`, which runs another on a terminal of its own.
  static let terminal = "/usr/bin/script"

  /// Runs `figures` on a terminal; what it shows there is the run's output.
  static func runOnTerminal(_ arguments: String, in folder: TemporaryFolder) throws -> Run {
    #if os(Linux)
      let command = "script --quiet --return --command \"$FIGURES \(arguments)\" /dev/null"
    #else
      let command = "script -q /dev/null $FIGURES \(arguments)"
    #endif
    return try shell(command, in: folder)
  }

  private static func process(
    _ program: String, _ arguments: [String], environment: [String: String],
    in folder: TemporaryFolder
  ) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["CI", "BURIN_RECORD"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    return process
  }

  private static func start(
    _ program: String, _ arguments: [String], environment: [String: String],
    in folder: TemporaryFolder
  ) throws -> Run {
    let process = process(program, arguments, environment: environment, in: folder)
    // Files, as a pipe that nobody empties would stop the program.
    let logs = try TemporaryFolder()
    let (output, error) = (try logs.emptyFile("output"), try logs.emptyFile("error"))
    process.standardOutput = output
    process.standardError = error
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program was stopped by a signal")
    return Run(
      status: process.terminationStatus, output: try logs.text("output"),
      error: try logs.text("error"))
  }
}
