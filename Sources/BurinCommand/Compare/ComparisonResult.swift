import ArgumentParser
import BurinGolden
import BurinRaster
import CommandSupport

/// The result of a run of `burin compare`.
struct ComparisonResult: Sendable {
  /// The comparisons in the order of their names.
  let comparisons: [PairComparison]
  /// The requested rule; nil to derive it from the environments.
  let tolerance: PixelRule?
  let isStrict: Bool

  /// Returns the number of pairs with a status.
  func count(_ status: ComparisonStatus) -> Int {
    comparisons.count { $0.status == status }
  }

  /// Whether a tolerance was given that isn't needed.
  var isToleranceStale: Bool {
    guard tolerance?.isTolerance == true else { return false }
    let verdicts = comparisons.compactMap(\.verdict)
    return !verdicts.isEmpty && verdicts.allSatisfy(\.isToleranceStale)
  }

  /// The number of differing pixels that the tolerance allowed, in all pairs.
  var hiddenCount: Int { comparisons.reduce(0) { $0 + ($1.verdict?.hiddenCount ?? 0) } }

  var exitCode: ExitCode {
    let gravest = ComparisonStatus.byGravity.first { count($0) > 0 } ?? .same
    if gravest == .same, isStrict, isToleranceStale { return ExitStatus.stale }
    return gravest.exitCode
  }

  /// A summary such as `34 pictures: 31 same, 2 different, 1 missing`.
  var summary: String {
    let counts = ([.same] + ComparisonStatus.byGravity.filter { $0 != .same }).compactMap {
      status in count(status) > 0 || status == .same ? "\(count(status)) \(status.rawValue)" : nil
    }
    let pictures = comparisons.count == 1 ? "1 picture" : "\(comparisons.count) pictures"
    return "\(pictures): \(counts.joined(separator: ", "))"
  }

  /// The effect and the limits of the tolerance, in one line; nil without one.
  var toleranceNote: String? {
    guard let tolerance, let blindness = tolerance.blindness else { return nil }
    let effect =
      isToleranceStale
      ? "it isn't needed: remove it"
      : hiddenCount == 0 ? "it hid nothing" : "it hid \(Plural.pixels(hiddenCount)) that differ"
    return "tolerance: \(tolerance); \(effect). It cannot see \(blindness)"
  }
}

/// Numbers with their nouns.
enum Plural {
  static func pixels(_ count: Int) -> String { count == 1 ? "1 pixel" : "\(count) pixels" }
  static func places(_ count: Int) -> String { count == 1 ? "1 place" : "\(count) places" }
}
