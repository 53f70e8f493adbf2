import BurinRaster

/// Whether a picture is what its golden says, and if not, what changed and where.
///
/// ```swift
/// let verdict = Verdict(expected: golden, actual: fresh)
/// verdict.passes       // false
/// verdict.description  // "the scene differs in 1 place: x axis, tick 4: \"6\" → \"8\"; …"
/// ```
///
/// Scenes are compared first, then pixels: exactly where both were drawn by the same libraries, by
/// the rule for other rasterisers where not.
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
  }

  /// What the pixels were held to.
  public let rule: PixelRule
  /// Why the picture fails; empty when it passes.
  public let reasons: [Reason]
  /// How the scenes differ; nil unless both pictures have one.
  public let scene: SceneDifference?
  /// How the pixels differ, whether the rule allows it or not; nil when they are equal or the
  /// sizes differ.
  public let pixels: PixelDifference?
  /// Where the pixels differ, from top to bottom.
  public let regions: [DifferenceRegion]
  /// What drew one picture and not the other; empty when both were drawn alike or it is not known.
  public let environment: [Fingerprint.Change]

  /// Whether the picture is what its golden says.
  public var passes: Bool { reasons.isEmpty }

  /// Whether a tolerance was given that nothing needed.
  public var isToleranceStale: Bool {
    rule.isTolerance && passes && pixels == nil
  }

  /// The number of pixels that differ and that the rule lets pass.
  public var hiddenCount: Int {
    regions.reduce(0) { $0 + $1.pixelCount - $1.failingCount }
  }

  /// Compares a picture with its golden.
  ///
  /// - Parameters:
  ///   - expected: the golden.
  ///   - actual: the fresh picture.
  ///   - rule: what the pixels are held to; nil for ``PixelRule/exact``, or for
  ///     ``PixelRule/rasterizer`` where both fingerprints are known and differ.
  public init(expected: Rendition, actual: Rendition, rule: PixelRule? = nil) {
    let environment: [Fingerprint.Change] =
      if let recorded = expected.fingerprint, let current = actual.fingerprint {
        recorded.changes(to: current)
      } else {
        []
      }
    let rule = rule ?? (environment.isEmpty ? .exact : .rasterizer)
    let survey = DifferenceSurvey(expected: expected.bitmap, actual: actual.bitmap, rule: rule)
    var reasons: [Reason] = []
    var scene: SceneDifference?
    if let before = expected.scene, let after = actual.scene {
      // Where pixels that should be equal are not, what moved by less than half a pixel tells why.
      let isFine = rule == .exact && survey.outcome != .equal
      let difference = SceneDifference(
        expected: before, actual: after, scale: actual.scale,
        tolerance: isFine ? SceneDifference.rounding : SceneDifference.halfPixel)
      scene = difference
      if !difference.isEmpty { reasons.append(.scene(changes: difference.changes.count)) }
    } else if expected.scene == nil, actual.scene != nil {
      reasons.append(.missingScene)
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
    self.rule = rule
    self.reasons = reasons
    self.scene = scene
    self.environment = environment
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
      regions = []
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
    }
  }
}

extension Verdict: CustomStringConvertible {
  /// One line: the result with its reasons, and what the rule was.
  public var description: String {
    if passes {
      guard let pixels else { return "equal" }
      return "passes, although \(pixels): \(why)"
    }
    return reasons.map(\.description).joined(separator: "; ")
  }

  /// Why the pixels were held to the rule that they were held to.
  public var why: String {
    guard !environment.isEmpty, rule == .rasterizer else { return rule.description }
    let changes = environment.map(\.description).joined(separator: ", ")
    return "drawn by other libraries (\(changes)), so \(rule)"
  }
}

/// A number with its noun, such as `1 pixel` or `3 pixels`.
struct Count: CustomStringConvertible {
  let description: String

  init(_ count: Int, _ one: String, _ many: String? = nil) {
    description = "\(count) " + (count == 1 ? one : many ?? one + "s")
  }
}
