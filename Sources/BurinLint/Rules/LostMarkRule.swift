import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Marks of which the plot shows nothing.
  func lostMarks(_ rule: LintRule) -> [Finding] {
    var lost: [Int: Ink] = [:]
    var order: [Int] = []
    var seen: Set<Int> = []
    for ink in inks {
      guard ink.role == .mark, let mark = ink.groups.last else { continue }
      // A bar of no height, on its axis, has no area to show and yet is where it should be.
      let isSeen = ink.clip.map { distance(ink.bounds, $0) <= 0 } ?? true
      if isSeen {
        seen.insert(mark)
      } else if lost.updateValue(ink, forKey: mark) == nil {
        order.append(mark)
      }
    }
    return order.filter { !seen.contains($0) }.compactMap { mark in
      guard let ink = lost[mark], let clip = ink.clip else { return nil }
      return Finding(
        rule: rule, node: ink.node, problem: "the mark lies wholly outside of its plot",
        measure: Measure(distance(ink.bounds, clip), "pt"), limit: Measure(0, "pt"),
        fix: "let the axis reach it, or leave it out", bounds: clip)
    }
  }

  /// How far apart two rectangles are along the axis on which they are farther apart.
  private func distance(_ a: Rect, _ b: Rect) -> Double {
    max(a.minX - b.maxX, b.minX - a.maxX, a.minY - b.maxY, b.minY - a.maxY)
  }
}
