import BurinGolden
import BurinTesting
import Foundation

/// A package's folder of a test's own: where its goldens and the pictures of failures go.
final class ScratchPackage: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("burin-testing-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: path + "/Tests/SomeTests", withIntermediateDirectories: true)
    try Data().write(to: URL(fileURLWithPath: path + "/Package.swift"))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A test's source file in the package.
  var file: String { path + "/Tests/SomeTests/SomeTests.swift" }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: "\(path)/\(name)") }

  /// Settings with only the variables given, whatever the tests' own environment is.
  func settings(_ environment: [String: String] = [:]) -> GoldenSettings {
    var settings = GoldenSettings()
    settings.environment = environment
    return settings
  }
}
