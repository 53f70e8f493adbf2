import Foundation
import Testing

/// The program `burin`, run as a process in a folder of its own.
final class BurinProgram {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var error: String
  }

  /// The folder, removed with the value.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("burin-tests-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program that was built beside these tests.
  private static var executable: URL {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
      let built = (bundle ?? .main).bundleURL.deletingLastPathComponent()
    #else
      let tests = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
      let built = tests.deletingLastPathComponent()
    #endif
    return built.appendingPathComponent("burin")
  }

  /// Runs the program with arguments.
  func run(_ arguments: String...) throws -> Run { try run(arguments) }

  /// Runs the program with a list of arguments.
  func run(_ arguments: [String]) throws -> Run {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    // Files, as a pipe that nobody empties would stop the program.
    let logs = try BurinProgram()
    for name in ["output", "error"] {
      try Data().write(to: logs.url(name))
    }
    process.standardOutput = try FileHandle(forWritingTo: logs.url("output"))
    process.standardError = try FileHandle(forWritingTo: logs.url("error"))
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit, "the program was stopped by a signal")
    return Run(
      status: process.terminationStatus, output: try logs.text("output"),
      error: try logs.text("error"))
  }

  func url(_ name: String) -> URL { folder.appendingPathComponent(name) }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  /// The names of the files in the folder, hidden ones included.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
