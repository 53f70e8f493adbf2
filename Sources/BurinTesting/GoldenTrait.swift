public import BurinGolden
public import Testing

/// A trait that sets the folder of a suite's goldens and the policy of recording.
///
/// ```swift
/// @Suite(.goldens(in: "Tests/golden")) struct ChartTests { … }
/// ```
public struct GoldenTrait: SuiteTrait, TestTrait, TestScoping {
  let folder: String
  let recording: RecordPolicy

  /// Whether the trait applies to suites and tests within a suite.
  public var isRecursive: Bool { true }

  /// Runs a test with the trait's settings.
  public func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let settings = GoldenSettings.ofRun(folder: folder, recording: recording)
    try await GoldenSettings.$current.withValue(settings) { try await function() }
  }
}

extension Trait where Self == GoldenTrait {
  /// Sets the folder of goldens and the policy of recording.
  ///
  /// - Parameters:
  ///   - folder: the folder of the goldens, relative to the package's root unless absolute.
  ///   - recording: the policy if neither `CI` nor `BURIN_RECORD` is set.
  public static func goldens(
    in folder: String = "golden", recording: RecordPolicy = .never
  ) -> Self {
    GoldenTrait(folder: folder, recording: recording)
  }
}
