package import BurinGolden
import BurinRaster

/// A comparison of a picture with its golden, and its consequences.
package struct GoldenExpectation: Sendable {
  package var name: String
  package var actual: Rendition
  /// The rule for the pixels; nil for the one that follows from the fingerprints.
  package var rule: PixelRule?
  /// Whether the colour space, the orientation, the density and the like of PNG files may differ.
  package var ignoresMetadata = false
  package var settings: GoldenSettings
  /// The source file of the test.
  package var file: String
  /// The argument of `swift test --filter` for the test.
  package var filter: String
  /// The test, for messages.
  package var test: String
  /// The file and the line of the check.
  package var place: String

  package init(
    name: String, actual: Rendition, rule: PixelRule?, settings: GoldenSettings, file: String,
    filter: String, test: String = "", place: String = ""
  ) {
    self.name = name
    self.actual = actual
    self.rule = rule
    self.settings = settings
    self.file = file
    self.filter = filter
    self.test = test
    self.place = place
  }

  /// The outcome of a check.
  package enum Outcome: Sendable {
    case passed(note: String?)
    case recorded
    case failed(GoldenFailure)
  }

  package var store: GoldenStore { GoldenStore(folder: settings.folder(for: file)) }

  /// Compares the picture, and records it if requested.
  package func outcome() throws -> Outcome {
    let use = GoldenUse(test: test, place: place, digest: digest)
    let identity = CanonicalPath.of(store.folder) + "/\(name).png"
    if let other = settings.uses.claim(identity, use) {
      return .failed(taken(by: other))
    }
    let policy = try settings.policy(for: name)
    let check: GoldenStore.Check
    do throws(GoldenError) {
      check = try store.check(name, actual, rule: rule, ignoresMetadata: ignoresMetadata)
    } catch {
      guard error.isDamage else { throw error }
      guard policy.records(.damaged) else { return .failed(damaged(error)) }
      try record()
      return .recorded
    }
    if policy.records(check.state) {
      try record()
      return .recorded
    }
    switch check.state {
    case .equal: return .passed(note: note(check))
    case .missing: return .failed(missing)
    case .different, .damaged: return .failed(different(check))
    }
  }

  private func record() throws {
    do throws(GoldenError) {
      try store.record([name: actual], mayChangeEnvironment: settings.mayChangeEnvironment)
    } catch {
      guard case .otherEnvironment = error else { throw error }
      throw RecordingRefused(reason: error)
    }
  }

  /// FNV-1a of the pixels.
  private var digest: UInt64 {
    actual.bitmap.pixels.withUnsafeBytes { bytes in
      var state: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(actual.bitmap.width)
      // Eight bytes at a time: this is about accidents.
      for offset in stride(from: 0, to: bytes.count - 7, by: 8) {
        state =
          (state ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
          &* 0x0000_0100_0000_01b3
        state ^= state >> 29
      }
      return state
    }
  }

  private func note(_ check: GoldenStore.Check) -> String? {
    guard let verdict = check.verdict else { return nil }
    if verdict.isToleranceStale {
      return "golden “\(name)” has a tolerance that nothing needs; remove it"
    }
    return verdict.hiddenNote.map { "golden “\(name)” passes, but \($0)" }
  }
}

// Failures
extension GoldenExpectation {
  private func failure(
    _ lines: [String], pictures: [(kind: String, bytes: [UInt8])], difference: Bitmap? = nil,
    problem: String? = nil
  ) -> GoldenFailure {
    let written = FailurePictures(
      pictures, name: name,
      folders: FailurePictures.folders(
        package: PackageRoot.path(of: file), goldens: store.folder))
    let text =
      lines + ["golden      \(store.picturePath(name))"] + written.lines
      + (problem.map { [$0] } ?? [])
    return GoldenFailure(
      name: name, description: text.joined(separator: "\n  "), actual: actual.bitmap,
      difference: difference, files: written.files.map(\.path))
  }

  private func png(_ bitmap: Bitmap) -> [UInt8]? {
    try? PNGEncoder(preset: .fast).encode(bitmap, scale: actual.scale)
  }

  /// The fresh picture as a file.
  private var actualPicture: [(kind: String, bytes: [UInt8])] {
    (actual.file?.file ?? png(actual.bitmap)).map { [("actual", $0)] } ?? []
  }

  private func taken(by other: GoldenUse) -> GoldenFailure {
    let user = other.test.isEmpty ? "another check" : other.test
    let place = other.place.isEmpty ? "" : " (\(other.place))"
    return GoldenFailure(
      name: name,
      description: """
        golden “\(name)” is checked twice: by \(user)\(place) before; every check needs a golden of its own
          golden      \(store.picturePath(name))
          nothing was compared or recorded here; give this golden another name
        """, actual: actual.bitmap, difference: nil, files: [])
  }

  private var missing: GoldenFailure {
    var failure = failure(["there is no golden “\(name)”"], pictures: actualPicture)
    failure.add(advice("look at the actual picture; if it is right, ", policy: .missing))
    return failure
  }

  private func damaged(_ error: GoldenError) -> GoldenFailure {
    var failure = failure(
      ["golden “\(name)” cannot be read: \(error)"], pictures: actualPicture)
    failure.add(
      ["take the golden from version control again;"]
        + advice("if it is to be replaced by the actual picture, ", policy: .failed))
    return failure
  }

  private func different(_ check: GoldenStore.Check) -> GoldenFailure {
    guard let golden = check.golden, let verdict = check.verdict else { return missing }
    let comparison = BitmapComparison(
      expected: golden.bitmap, actual: actual.bitmap,
      marking: [verdict.fine?.bounds].compactMap { $0 })
    let image = comparison.differenceImage
    let lines = verdict.lines()
    var pictures = (golden.file?.file ?? png(golden.bitmap)).map { [("expected", $0)] } ?? []
    pictures += actualPicture
    pictures += png(image).map { [("difference", $0)] } ?? []
    var failure = failure(
      ["golden “\(name)” differs: \(lines.first ?? "")"] + lines.dropFirst(),
      pictures: pictures, difference: image)
    failure.add(advice("if the actual picture is right, ", policy: .failed))
    return failure
  }

  /// What to type next.
  private func advice(_ condition: String, policy: RecordPolicy) -> [String] {
    let command =
      "BURIN_RECORD=\(policy.rawValue) BURIN_RECORD_ONLY=\(name) swift test --filter \(Self.quoted(filter))"
    guard let ci = settings.environment["CI"], !ci.isEmpty else {
      return ["\(condition)record golden “\(name)”, and no other, by:", command]
    }
    let asked = settings.environment["BURIN_RECORD"] ?? ""
    let effect =
      asked.isEmpty || asked == "never"
      ? "nothing is recorded where CI is set;"
      : "BURIN_RECORD=\(asked) has no effect where CI is set;"
    return [
      "\(effect) \(condition)record golden “\(name)”, and no other, on your machine by the following, and commit it:",
      command,
    ]
  }

  /// An argument for the shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}

extension GoldenFailure {
  fileprivate mutating func add(_ lines: [String]) {
    description += lines.map { "\n  \($0)" }.joined()
  }
}

extension GoldenError {
  /// Whether the golden's own files are what is wrong, so that recording it mends them.
  fileprivate var isDamage: Bool {
    switch self {
    case .picture, .scene, .encoding: true
    case .file(let error):
      switch error.reason {
      case .tooLarge: true
      default: false
      }
    case .unknownRecordPolicy, .invalidName, .manifest, .otherEnvironment, .unfinished: false
    }
  }
}

/// The error of a golden that isn't recorded because other libraries drew it.
struct RecordingRefused: Error, CustomStringConvertible {
  let reason: GoldenError

  var description: String {
    "\(reason); to move it to the libraries here, set BURIN_RECORD_ENVIRONMENT=other"
  }
}
