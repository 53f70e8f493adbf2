import BurinMath

/// What can be wrong with a chart or a figure's layout.
public enum ChartError: Error, Hashable, Sendable {
  /// A colour name that the theme does not have.
  case unknownColor(String, known: [String])
  /// Content that needs more room than there is.
  case doesNotFit(what: String, needs: Double, available: Double, isHeight: Bool = false)
  /// A mark that puts a category on a numeric axis or the other way round.
  case mixedAxis(axis: String, mark: String, kinds: String)
  /// A value that its scale cannot show.
  case unscalable(axis: String, mark: String, index: Int, value: Double, reason: String)
  /// A scale that cannot be built.
  case scale(axis: String, reason: String)
  /// A connector or callout that refers to an anchor nobody set.
  case unknownAnchor(String, known: [String])
  /// A table whose rows do not all have as many cells as the head.
  case raggedTable(row: Int, cells: Int, columns: Int)
  /// Values of a kind that a mark cannot show along a channel.
  case unsuitable(mark: String, channel: String, reason: String)
  /// More panels than can be laid out.
  case tooManyPanels(Int, limit: Int)
  /// A style that a mark cannot have.
  case style(mark: String, reason: String)
  /// Something without which nothing can be drawn.
  case invalid(String)
}

extension ChartError: CustomStringConvertible {
  /// One line that says what is wrong, where, and what would be right.
  public var description: String {
    // A title in a message may have several lines.
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private var text: String {
    switch self {
    case .unknownColor(let name, let known):
      "the theme has no colour “\(name)”"
        + (nearest(name, known).map { "; did you mean “\($0)”? It" } ?? "; it")
        + " has \(known.joined(separator: ", "))"
    case .doesNotFit(let what, let needs, let available, let isHeight):
      "\(what) needs \(points(needs)) of \(isHeight ? "height" : "width") but has only \(points(available)); make the figure larger or the content smaller"
    case .mixedAxis(let axis, let mark, let kinds):
      "the \(axis) axis has both \(kinds) (at \(mark)); use one kind of value"
    case .unscalable(let axis, let mark, let index, let value, let reason):
      "\(mark), value \(index): \(value) cannot be shown on the \(axis) axis: \(reason)"
    case .scale(let axis, let reason):
      "\(axis) axis: \(reason)"
    case .unknownAnchor(let name, let known):
      "no content is named “\(name)”"
        + (nearest(name, known).map { "; did you mean “\($0)”? Named" } ?? "; named")
        + " are: \(known.isEmpty ? "none" : known.joined(separator: ", "))"
    case .raggedTable(let row, let cells, let columns):
      "table row \(row) has \(cells) cells where the head has \(columns)"
    case .unsuitable(_, _, let reason), .style(_, let reason):
      reason
    case .tooManyPanels(let count, let limit):
      "a chart has \(count) panels; at most \(limit) can be laid out"
    case .invalid(let reason):
      reason
    }
  }
}

/// Returns the known name that was probably meant; a name of one or two letters is like too many.
private func nearest(_ name: String, _ known: [String]) -> String? {
  name.count > 2 ? Suggestion.nearest(to: name, among: known) : nil
}

private func points(_ value: Double) -> String {
  value.isFinite && abs(value) < 1e9 ? "\(Int(value.rounded(.up))) pt" : "\(value) pt"
}
