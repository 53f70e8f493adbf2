package import BurinGolden
import BurinRaster

/// A comparison of a picture with its golden, and its consequences.
package struct GoldenExpectation: Sendable {
  package var name: String
  package var actual: Rendition
  /// The rule for the pixels; nil for the one that follows from the fingerprints.
  package var rule: PixelRule?
  package var settings: GoldenSettings
  /// The source file of the test.
  package var file: String
  /// The argument of `swift test --filter` for the test.
  package var filter: String

  package init(
    name: String, actual: Rendition, rule: PixelRule?, settings: GoldenSettings, file: String,
    filter: String
  ) {
    self.name = name
    self.actual = actual
    self.rule = rule
    self.settings = settings
    self.file = file
    self.filter = filter
  }

  /// The outcome of a check.
  package enum Outcome: Sendable {
    case passed(note: String?)
    case recorded
    case failed(GoldenFailure)
  }

  /// Compares the picture, and records it if requested.
  package func outcome() throws -> Outcome {
    let policy = try settings.policy
    let check = try store.check(name, actual, rule: rule)
    if policy.records(check.state) {
      do throws(GoldenError) {
        try store.record([name: actual], mayChangeEnvironment: settings.mayChangeEnvironment)
      } catch {
        guard case .otherEnvironment = error else { throw error }
        throw RecordingRefused(reason: error)
      }
      return .recorded
    }
    switch check.state {
    case .equal:
      let isStale = check.verdict?.isToleranceStale == true
      return .passed(
        note: isStale
          ? "golden “\(name)” has a tolerance that nothing needs; remove it" : nil)
    case .missing: return .failed(missing)
    case .different: return .failed(try different(check))
    }
  }

  package var store: GoldenStore { GoldenStore(folder: settings.folder(for: file)) }

  /// The folder for the pictures of failures, which version control ignores.
  private var differences: String { "\(PackageRoot.path(of: file))/.build/golden-differences" }

  private var missing: GoldenFailure {
    GoldenFailure(
      name: name,
      description: """
        there is no golden “\(name)”
          golden  \(store.picturePath(name))
          look at the picture (attached); if it is right, type:
          BURIN_RECORD=missing swift test --filter '\(filter)'
        """, actual: actual.bitmap, difference: nil)
  }

  private func different(_ check: GoldenStore.Check) throws -> GoldenFailure {
    guard let golden = check.golden, let verdict = check.verdict else { return missing }
    let comparison = BitmapComparison(expected: golden.bitmap, actual: actual.bitmap)
    let image = comparison.differenceImage
    try Folder.make(differences)
    let encoder = PNGEncoder()
    let paths = (
      actual: "\(differences)/\(name).actual.png", difference: "\(differences)/\(name).png"
    )
    try AtomicFile.write(
      try encoder.encode(actual.bitmap, scale: actual.scale), to: paths.actual)
    try AtomicFile.write(try encoder.encode(image, scale: actual.scale), to: paths.difference)
    let lines = verdict.lines()
    var text = ["golden “\(name)” differs: \(lines.first ?? "")"]
    text += lines.dropFirst()
    text += [
      "golden      \(store.picturePath(name))", "actual      \(paths.actual)",
      "difference  \(paths.difference)", "if the new picture is right, type:",
      "BURIN_RECORD=failed swift test --filter '\(filter)'",
    ]
    return GoldenFailure(
      name: name, description: text.joined(separator: "\n  "), actual: actual.bitmap,
      difference: image)
  }
}

/// The error of a golden that isn't recorded because other libraries drew it.
struct RecordingRefused: Error, CustomStringConvertible {
  let reason: GoldenError

  var description: String {
    "\(reason); to move it to the libraries here, set BURIN_RECORD_ENVIRONMENT=other"
  }
}
