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
  /// What was found in the folders and not compared.
  var leftOut: [LeftOut] = []
  /// The number of entries that were ignored as requested.
  var ignoredCount = 0
  /// What should be known although it is no failure.
  var notes: [String] = []
  /// The part of the pairs that was compared; nil for all.
  var shard: Shard?
  /// The number of pairs in all parts.
  var totalCount: Int?
  /// The names of the pairs in all parts.
  var names: [BytePath] = []

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

  /// The number of differing pixels that the rules allowed, in all pairs.
  var hiddenCount: Int { comparisons.reduce(0) { $0 + ($1.verdict?.hiddenCount ?? 0) } }

  /// The largest difference of one channel that the rules allowed.
  var largestHidden: Int { comparisons.compactMap { $0.verdict?.largestHidden }.max() ?? 0 }

  var exitCode: ExitCode {
    let gravest = ComparisonStatus.byGravity.first { count($0) > 0 }
    if let gravest, [.unreadable, .different, .missing].contains(gravest) {
      return gravest.exitCode
    }
    // Nothing was compared, as there were only pictures of other kinds.
    if comparisons.isEmpty, shard == nil { return ExitStatus.missing }
    if !leftOut.isEmpty { return ExitStatus.leftOut }
    if let gravest, gravest != .same { return gravest.exitCode }
    return isStrict && isToleranceStale ? ExitStatus.stale : .success
  }

  /// A summary such as `34 pictures: 31 same, 2 different, 1 missing; 3 entries left out`.
  var summary: String {
    let counts = ([.same] + ComparisonStatus.byGravity.filter { $0 != .same }).compactMap {
      status in count(status) > 0 || status == .same ? "\(count(status)) \(status.rawValue)" : nil
    }
    var parts = ["\(Plural.pictures(comparisons.count)): \(counts.joined(separator: ", "))"]
    if !leftOut.isEmpty { parts.append("\(Plural.entries(leftOut.count)) left out") }
    if ignoredCount > 0 { parts.append("\(Plural.entries(ignoredCount)) ignored") }
    if let shard, let totalCount { parts.append("part \(shard) of \(Plural.pictures(totalCount))") }
    return parts.joined(separator: "; ")
  }

  /// The effect and the limits of the rules that let something pass, each in a line.
  var toleranceNotes: [String] {
    if let tolerance {
      guard let blindness = tolerance.blindness else { return [] }
      let effect =
        isToleranceStale
        ? "it isn't needed: remove it" : hiddenCount == 0 ? "it hid nothing" : "it hid \(hidden)"
      var notes = ["tolerance: \(tolerance); \(effect). It cannot see \(blindness)"]
      let unneeded = comparisons.filter { $0.verdict?.isToleranceStale == true }
      if isStrict, !isToleranceStale, !unneeded.isEmpty {
        let names = unneeded.prefix(8).map(\.pair.name.description).joined(separator: ", ")
        notes.append(
          "the tolerance is not needed by \(unneeded.count) of \(Plural.pictures(comparisons.count)): \(names)"
            + (unneeded.count > 8 ? ", …" : ""))
      }
      if isStrict, case .channel(let limit) = tolerance, hiddenCount > 0, largestHidden < limit {
        notes.append("a tolerance of \(largestHidden) would do")
      }
      return notes
    }
    guard hiddenCount > 0 else { return [] }
    let rule = PixelRule.rasterizer
    return ["the rule for other libraries hid \(hidden). It cannot see \(rule.blindness ?? "")"]
  }

  private var hidden: String {
    let step = largestHidden == 0 ? "by less than 1" : "by at most \(largestHidden)"
    return "\(Plural.pixels(hiddenCount)) that differ, \(step) of 255"
  }

  /// The notes of all pairs, each with the number of pairs that it is about.
  var pairNotes: [String] {
    var order: [String] = []
    var names: [String: [String]] = [:]
    for comparison in comparisons {
      for note in comparison.verdict?.notes ?? [] {
        if names[note] == nil { order.append(note) }
        names[note, default: []].append(comparison.pair.name.description)
      }
    }
    return order.map { note in
      let pairs = names[note] ?? []
      let more = pairs.count > 3 ? " and \(pairs.count - 3) more" : ""
      return "note: \(pairs.prefix(3).joined(separator: ", "))\(more): \(note)"
    }
  }
}

/// Numbers with their nouns.
enum Plural {
  static func pixels(_ count: Int) -> String { count == 1 ? "1 pixel" : "\(count) pixels" }
  static func places(_ count: Int) -> String { count == 1 ? "1 place" : "\(count) places" }
  static func pictures(_ count: Int) -> String { count == 1 ? "1 picture" : "\(count) pictures" }
  static func entries(_ count: Int) -> String { count == 1 ? "1 entry" : "\(count) entries" }
}
