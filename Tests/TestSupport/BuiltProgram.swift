public import Foundation
import Testing

/// A program that was built beside the tests, run as a process of its own.
public struct BuiltProgram: Sendable {
  /// What a run left behind.
  public struct Run: Sendable {
    /// The exit status.
    public var status: Int32
    /// What came on standard output.
    public var output: String
    /// What came on standard error.
    public var error: String
    /// The lines on standard error.
    public var errorLines: [String] { error.split(separator: "\n").map(String.init) }
  }

  /// Where the program lies.
  public let url: URL

  /// Finds a program by its name.
  public init(_ name: String) {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let tests = (bundle ?? .main).bundleURL
    #else
      let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    #endif
    url = tests.deletingLastPathComponent().appendingPathComponent(name)
  }

  /// A program that the system has.
  public init(at path: String) { url = URL(fileURLWithPath: path) }

  /// The program's path.
  public var path: String { url.path }

  /// Runs the program in a folder.
  ///
  /// The environment is that of the tests without `CI` and `BURIN_RECORD`, and the variables given.
  public func run(
    _ arguments: [String], environment: [String: String] = [:], in folder: TemporaryFolder
  ) throws -> Run {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["CI", "BURIN_RECORD"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    process.currentDirectoryURL = folder.url
    process.standardInput = FileHandle.nullDevice
    // Files, as a pipe that nobody empties would stop the program.
    let logs = try TemporaryFolder()
    process.standardOutput = try logs.emptyFile("output")
    process.standardError = try logs.emptyFile("error")
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program was stopped by a signal")
    return Run(
      status: process.terminationStatus, output: try logs.text("output"),
      error: try logs.text("error"))
  }
}
