public import BurinGolden
public import Testing

/// Says where a suite's goldens lie and when they are recorded.
///
/// ```swift
/// @Suite(.goldens(in: "Tests/golden")) struct ChartTests { … }
/// ```
public struct GoldenTrait: SuiteTrait, TestTrait, TestScoping {
  let folder: String
  let recording: RecordPolicy

  /// Whether the tests in a suite, and in suites in it, share the trait.
  public var isRecursive: Bool { true }

  /// Runs a test with the trait's settings.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let settings = GoldenSettings(folder: folder, recording: recording)
    try await GoldenSettings.$current.withValue(settings) { try await function() }
  }
}

extension Trait where Self == GoldenTrait {
  /// Says where goldens lie and when they are recorded.
  ///
  /// - Parameters:
  ///   - folder: the folder of the goldens, from the package's root where it is relative.
  ///   - recording: what is recorded where neither `CI` nor `BURIN_RECORD` is set.
  public static func goldens(
    in folder: String = "golden", recording: RecordPolicy = .never
  ) -> Self {
    GoldenTrait(folder: folder, recording: recording)
  }
}
