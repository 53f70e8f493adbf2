import BurinGolden
import BurinRaster
import CommandSupport

/// The result for people at a terminal.
struct ComparisonText {
  var isColored: Bool

  /// The maximum number of a scene's changes, and of regions, that are listed for one
  /// picture.
  private static let limit = 24
  /// The maximum number of pictures among the text.
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
    lines += result.leftOut.map { TerminalText.safe($0.description) }
    lines += (result.notes.map { "note: \($0)" } + result.pairNotes).map(TerminalText.safe)
    lines += result.toleranceNotes.map(TerminalText.safe)
    lines.append(result.summary)
    return lines
  }

  private func lines(of comparison: PairComparison) -> [String] {
    let name = TerminalText.safe(comparison.pair.name.description)
    let status = isColored ? comparison.status.colored : comparison.status.rawValue
    guard let verdict = comparison.verdict else {
      return ["\(name): \(status): \(TerminalText.safe(comparison.problem))"]
    }
    // A picture that is the same needs no line, unless a rule allowed a difference.
    if comparison.status == .same, verdict.hiddenCount == 0 { return [] }
    var lines = verdict.lines(limit: Self.limit).map(TerminalText.safe)
    if comparison.status == .otherEnvironment {
      lines += verdict.environment.map { TerminalText.safe($0.description) }
    }
    let isMetadataOnly =
      !verdict.passes
      && verdict.reasons.allSatisfy { if case .metadata = $0 { true } else { false } }
    if isMetadataOnly {
      lines.append("the pixels are the same; --ignore metadata compares only them")
    }
    return ["\(name): \(status): \(lines.first ?? "")"] + lines.dropFirst().map { "  \($0)" }
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
