import BurinGolden
import CommandSupport

/// The result for people at a terminal.
struct ComparisonText {
  var isColored: Bool

  /// The most changes of a scene, and the most regions, that are told of one picture.
  private static let limit = 12
  /// The most pictures that are shown among the text.
  private static let pictureLimit = 6

  func lines(
    of result: ComparisonResult, terminal: InlineImageProtocol?
  ) throws -> [String] {
    var lines: [String] = []
    var shown = 0
    for comparison in result.comparisons {
      lines += self.lines(of: comparison)
      if let terminal, shown < Self.pictureLimit,
        let image = try comparison.comparison().flatMap({ DifferenceStrip.image($0) })
      {
        lines.append(try terminal.escape(image))
        shown += 1
      }
    }
    if let note = result.toleranceNote { lines.append(note) }
    lines.append(result.summary)
    return lines
  }

  private func lines(of comparison: PairComparison) -> [String] {
    let name = TerminalText.safe(comparison.pair.name)
    let status = isColored ? comparison.status.colored : comparison.status.rawValue
    guard let verdict = comparison.verdict else {
      return ["\(name): \(status): \(TerminalText.safe(comparison.problem))"]
    }
    if verdict.passes {
      guard comparison.status != .same || verdict.pixels != nil else { return [] }
      return ["\(name): \(status): \(TerminalText.safe(verdict.description))"]
    }
    var lines = ["\(name): \(status): \(TerminalText.safe(verdict.description))"]
    if let changes = verdict.scene?.changes {
      lines += listed(changes.map { "  \(TerminalText.safe($0.description))" })
    }
    lines += listed(
      verdict.regions.filter { $0.failingCount > 0 || verdict.reasons.isEmpty }
        .map { "  \(TerminalText.safe($0.description))" })
    if verdict.rule != .exact || !verdict.environment.isEmpty {
      lines.append("  \(TerminalText.safe(verdict.why))")
    }
    return lines
  }

  private func listed(_ lines: [String]) -> [String] {
    guard lines.count > Self.limit else { return lines }
    return lines.prefix(Self.limit - 1) + ["  … and \(lines.count - Self.limit + 1) more"]
  }
}

extension ComparisonStatus {
  /// The word in green, red or yellow.
  fileprivate var colored: String {
    let color =
      switch self {
      case .same: 32
      case .different, .unreadable: 31
      case .missing, .orphaned, .otherEnvironment: 33
      }
    return "\u{1B}[\(color)m\(rawValue)\u{1B}[0m"
  }
}
