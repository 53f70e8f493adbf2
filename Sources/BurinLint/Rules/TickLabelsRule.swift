import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// A tick's label: its runs with their positions, by which a reader distinguishes labels.
  private struct TickLabel {
    /// The texts and sizes of the runs: 10² and 102 differ.
    var words: [String]
    var ink: Ink
    var bounds: Rect
    var text: String
  }

  /// Returns findings for neighbouring ticks with equal labels.
  func equalTickLabels(_ rule: LintRule) -> [Finding] {
    tickLabels().compactMap { labels in
      // The places of labels tell how the axis runs: a long label may be wider than its axis is tall.
      let isHorizontal =
        Self.spread(labels.map(\.bounds.midX)) > Self.spread(labels.map(\.bounds.midY))
      let sorted = labels.sorted {
        isHorizontal ? $0.bounds.midX < $1.bounds.midX : $0.bounds.midY < $1.bounds.midY
      }
      // The longest sequence of equal labels is reported for the axis.
      var longest = sorted[..<0]
      var start = 0
      for end in 1...sorted.count
      where end == sorted.count || sorted[end].words != sorted[start].words {
        if end - start > longest.count { longest = sorted[start..<end] }
        start = end
      }
      guard longest.count > 1, let first = longest.first,
        let bounds = Rect.union(of: longest.map(\.bounds))
      else { return nil }
      return Finding(
        rule: rule, node: first.ink.node, problem: "neighbouring ticks all show \"\(first.text)\"",
        measure: Measure(Double(longest.count), "equal labels"), limit: Measure(1, "label"),
        fix: "show more digits, or fewer ticks", bounds: bounds)
    }
  }

  private static func spread(_ places: [Double]) -> Double {
    (places.max() ?? 0) - (places.min() ?? 0)
  }

  /// Returns the labels of each axis or colour bar; empty for none.
  private func tickLabels() -> [[TickLabel]] {
    var guides: [Int] = []
    var labels: [Int: [Int: TickLabel]] = [:]
    for text in texts {
      let ink = text.ink
      guard let depth = ink.setting.steps.firstIndex(where: { $0.role == .tick }), depth > 0
      else { continue }
      let (guide, tick) = (ink.groups[depth - 1], ink.groups[depth])
      if labels[guide] == nil { guides.append(guide) }
      var label =
        labels[guide]?[tick] ?? TickLabel(words: [], ink: ink, bounds: ink.bounds, text: "")
      label.words.append("\(text.run.text) \(text.run.size)")
      label.text += text.run.text
      label.bounds = label.bounds.union(ink.bounds)
      labels[guide, default: [:]][tick] = label
    }
    return guides.compactMap { guide in
      labels[guide]?.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}
