import ArgumentParser
import BurinGolden
import BurinRaster
import CommandSupport

/// What a run of `burin compare` found.
struct ComparisonResult: Sendable {
  /// In the order of their names.
  let comparisons: [PairComparison]
  /// The rule that was asked for; nil where the environments decide.
  let tolerance: PixelRule?
  let isStrict: Bool

  /// How many pairs stand so.
  func count(_ status: ComparisonStatus) -> Int {
    comparisons.count { $0.status == status }
  }

  /// Whether a tolerance was given that nothing needed.
  var isToleranceStale: Bool {
    guard tolerance?.isTolerance == true else { return false }
    let verdicts = comparisons.compactMap(\.verdict)
    return !verdicts.isEmpty && verdicts.allSatisfy(\.isToleranceStale)
  }

  /// The pixels that differ and that the tolerance let pass, in all pairs.
  var hiddenCount: Int { comparisons.reduce(0) { $0 + ($1.verdict?.hiddenCount ?? 0) } }

  var exitCode: ExitCode {
    let gravest = ComparisonStatus.byGravity.first { count($0) > 0 } ?? .same
    if gravest == .same, isStrict, isToleranceStale { return ExitStatus.stale }
    return gravest.exitCode
  }

  /// Such as `34 pictures: 31 same, 2 different, 1 missing`.
  var summary: String {
    let counts = ([.same] + ComparisonStatus.byGravity.filter { $0 != .same }).compactMap {
      status in count(status) > 0 || status == .same ? "\(count(status)) \(status.rawValue)" : nil
    }
    let pictures = comparisons.count == 1 ? "1 picture" : "\(comparisons.count) pictures"
    return "\(pictures): \(counts.joined(separator: ", "))"
  }

  /// What the tolerance does and cannot do, in one line; nil without one.
  var toleranceNote: String? {
    guard let tolerance, let blindness = tolerance.blindness else { return nil }
    let effect =
      isToleranceStale
      ? "nothing needed it: leave it out"
      : hiddenCount == 0 ? "it hid nothing" : "it hid \(Plural.pixels(hiddenCount)) that differ"
    return "tolerance: \(tolerance); \(effect). It cannot see \(blindness)"
  }
}

/// Numbers with their nouns.
enum Plural {
  static func pixels(_ count: Int) -> String { count == 1 ? "1 pixel" : "\(count) pixels" }
  static func places(_ count: Int) -> String { count == 1 ? "1 place" : "\(count) places" }
}
