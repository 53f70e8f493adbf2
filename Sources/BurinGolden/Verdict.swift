public import BurinRaster

/// Whether a picture is what its golden says, and if not, what changed and where.
///
/// ```swift
/// let verdict = Verdict(expected: golden, actual: fresh)
/// verdict.passes       // false
/// verdict.description  // "the scene differs in 1 place: x axis, tick 4: \"6\" → \"8\"; …"
/// ```
///
/// Scenes are compared first, then pixels: exactly, or by the rule for other rasterisers where other
/// libraries drew the pixels and both scenes are known.
public struct Verdict: Sendable, Hashable {
  /// Why a picture fails.
  public enum Reason: Sendable, Hashable {
    /// The sizes differ; no pixels were compared.
    case size(expected: PixelSize, actual: PixelSize)
    /// The scenes differ in so many places.
    case scene(changes: Int)
    /// The golden has no scene although the picture has one.
    case missingScene
    /// So many pixels differ by more than the rule allows.
    case pixels(count: Int, largest: Int)
    /// So many pixels of flat areas changed their colour by less than an edge might.
    case flatAreas(pixels: Int)
    /// Pixels are the same in eight bits of premultiplied colour, but not in the files.
    case fine(FineDifference)
    /// The frames of an animation differ.
    case animation(String)
    /// The files say something else about how the picture is to be seen.
    case metadata(PNGMetadata.Change)
    /// The golden's manifest does not list it.
    case unlisted
    /// Something could not be compared.
    case notCompared(String)
  }

  /// What the pixels were held to.
  public let rule: PixelRule
  /// Whether the rule was requested, and does not follow from what drew the pictures.
  public let isRuleRequested: Bool
  /// Why the picture fails; empty when it passes.
  public internal(set) var reasons: [Reason]
  /// What a reader should know although it is no failure.
  public let notes: [String]
  /// How the scenes differ; nil unless both pictures have one.
  public let scene: SceneDifference?
  /// How the pixels differ, whether the rule allows it or not; nil when they are equal or the
  /// sizes differ.
  public let pixels: PixelDifference?
  /// How the files' pixels differ where eight bits of premultiplied colour are equal.
  public let fine: FineDifference?
  /// Where the pixels differ, from top to bottom.
  public let regions: [DifferenceRegion]
  /// What drew one picture and not the other; empty when both were drawn alike or it is not known.
  public let environment: [Fingerprint.Change]
  /// The number of pixels that differ and that the rule lets pass, those of frames included.
  public let hiddenCount: Int
  /// The largest difference of one channel that the rule let pass, of 255.
  public let largestHidden: Int

  /// Whether the picture is what its golden says.
  public var passes: Bool { reasons.isEmpty }

  /// Whether a tolerance was given that nothing needed.
  public var isToleranceStale: Bool {
    isRuleRequested && rule.isTolerance && passes && hiddenCount == 0
  }

  /// Compares a picture with its golden.
  ///
  /// - Parameters:
  ///   - expected: the golden.
  ///   - actual: the fresh picture.
  ///   - rule: what the pixels are held to; nil for ``PixelRule/exact``, or for
  ///     ``PixelRule/rasterizer`` where both fingerprints are known and differ, and both scenes are
  ///     known.
  ///   - ignoresMetadata: whether the colour space, the orientation, the density and the like of
  ///     PNG files may differ.
  public init(
    expected: Rendition, actual: Rendition, rule: PixelRule? = nil, ignoresMetadata: Bool = false
  ) {
    let environment: [Fingerprint.Change] =
      if let recorded = expected.fingerprint, let current = actual.fingerprint {
        recorded.changes(to: current)
      } else {
        []
      }
    isRuleRequested = rule != nil
    let hasScenes = expected.scene != nil && actual.scene != nil
    let rule = rule ?? (environment.isEmpty || !hasScenes ? .exact : .rasterizer)
    let survey = DifferenceSurvey(
      expected: expected.bitmap, actual: actual.bitmap, rule: rule,
      files: (expected.file, actual.file))
    var reasons: [Reason] = []
    var notes: [String] = []
    var scene: SceneDifference?
    if let before = expected.scene, let after = actual.scene {
      // Where pixels that should be equal are not, what moved by less than half a pixel tells why.
      let isFine = rule == .exact && survey.outcome != .equal
      let difference = SceneDifference(
        expected: before, actual: after, scale: actual.scale,
        tolerance: isFine ? SceneDifference.rounding : SceneDifference.halfPixel)
      scene = difference
      let isDrawnAlike = survey.isComparable && survey.failing == 0
      let count = isDrawnAlike ? difference.visibleCount : difference.changes.count
      if count > 0 {
        reasons.append(.scene(changes: count))
      } else if !difference.isEmpty {
        notes.append(
          "\(Count(difference.changes.count, "item is", "items are")) painted in another order, without an overlap"
        )
      }
    } else if expected.scene == nil, actual.scene != nil {
      reasons.append(.missingScene)
    } else if expected.scene != nil {
      notes.append("the picture has no scene beside it, so the golden's was not compared")
    }
    switch survey.outcome {
    case .equal: break
    case .sizes(let expected, let actual):
      reasons.append(.size(expected: expected, actual: actual))
    case .pixels:
      if survey.beyondLimit > 0 {
        reasons.append(.pixels(count: survey.beyondLimit, largest: survey.largest))
      }
      if survey.flat > 0 { reasons.append(.flatAreas(pixels: survey.flat)) }
    }
    var files = FileComparison(rule: rule, ignoresMetadata: ignoresMetadata)
    if let before = expected.file, let after = actual.file, before.file != after.file {
      files.compare(
        before, after, (expected.bitmap, actual.bitmap),
        pixelsFail: !survey.isComparable || survey.failing > 0)
    }
    self.rule = rule
    self.reasons = reasons + files.reasons
    self.notes = notes + files.notes
    self.scene = scene
    self.environment = environment
    fine = files.fine
    var hiddenCount = files.hiddenCount
    if case .pixels(let difference) = survey.outcome {
      hiddenCount += difference.count - survey.failing
    }
    self.hiddenCount = hiddenCount
    largestHidden = max(survey.largestHidden, files.largestHidden)
    if case .pixels(let difference) = survey.outcome {
      pixels = difference
      let names = NodeNames(expected: expected, actual: actual, difference: scene)
      regions = survey.regions.map { cluster in
        DifferenceRegion(
          bounds: cluster.bounds, pixelCount: cluster.count, failingCount: cluster.failing,
          largestChannelDifference: cluster.largest,
          change: RegionClassifier(expected.bitmap, actual.bitmap, cluster.bounds).change,
          nodes: names.nodes(in: cluster.bounds))
      }
    } else {
      pixels = nil
      // One region for what eight bits do not show.
      regions =
        files.fine.flatMap { fine in
          fine.bounds.map {
            DifferenceRegion(
              bounds: $0, pixelCount: fine.count, failingCount: rule.isTolerance ? 0 : fine.count,
              largestChannelDifference: fine.largest / 257, change: .recoloured)
          }
        }.map { [$0] } ?? []
    }
  }
}

extension Verdict.Reason: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .size(let expected, let actual): "size is \(actual), not \(expected)"
    case .scene(let changes): "the scene differs in \(Count(changes, "place"))"
    case .missingScene: "the golden has no scene beside it"
    case .pixels(let count, let largest):
      "\(Count(count, "pixel differs", "pixels differ")) beyond the rule, by at most \(largest) of 255"
    case .flatAreas(let pixels):
      "flat areas changed their colour, \(Count(pixels, "pixel")) in all"
    case .fine(let difference): "\(difference)"
    case .animation(let words): "the animation differs: \(words)"
    case .metadata(let change): "\(change) (beside the pixels)"
    case .unlisted: "manifest.json does not list the golden"
    case .notCompared(let words): words
    }
  }
}

extension Verdict: CustomStringConvertible {
  /// One line: the result with its reasons, and what the rule was.
  public var description: String {
    guard passes else { return reasons.map(\.description).joined(separator: "; ") }
    if let pixels { return "passes, although \(pixels): \(why)" }
    guard hiddenCount > 0 else { return "equal" }
    return "passes, although \(hidden) differ: \(why)"
  }

  /// What the rule let pass, such as `12 pixels, by at most 3 of 255`.
  var hidden: String {
    let step = largestHidden == 0 ? "by less than 1 of 255" : "by at most \(largestHidden) of 255"
    return "\(Count(hiddenCount, "pixel")), \(step)"
  }

  /// What the rule let pass and what it cannot see, in one line; nil where it hid nothing.
  public var hiddenNote: String? {
    guard hiddenCount > 0 else { return nil }
    let blindness = rule.blindness.map { " It cannot see \($0)." } ?? ""
    return "the rule (\(rule)) hid \(hidden).\(blindness)"
  }

  /// Why the pixels were held to the rule that they were held to.
  public var why: String {
    guard !environment.isEmpty, !isRuleRequested else { return rule.description }
    let changes = environment.map(\.description).joined(separator: ", ")
    return rule == .rasterizer
      ? "drawn by other libraries (\(changes)), so \(rule)"
      : "drawn by other libraries (\(changes)), but without scenes beside both pictures, so \(rule)"
  }
}

/// A number with its noun, such as `1 pixel` or `3 pixels`.
struct Count: CustomStringConvertible {
  let description: String

  init(_ count: Int, _ one: String, _ many: String? = nil) {
    description = "\(count) " + (count == 1 ? one : many ?? one + "s")
  }
}
