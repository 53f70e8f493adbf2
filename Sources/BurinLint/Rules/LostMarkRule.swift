import BurinGeometry
import BurinInk
import BurinScene

extension InkSurvey {
  /// Returns findings for marks of which the plot shows nothing.
  func lostMarks(_ rule: LintRule) -> [Finding] {
    var lost: [Int: Ink] = [:]
    var order: [Int] = []
    var seen: Set<Int> = []
    for ink in inks {
      guard ink.role == .mark, let mark = ink.groups.last else { continue }
      // A bar of no height, on its axis, has no visible area and yet is in the right place.
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
        rule: rule, node: ink.node, problem: "the mark lies entirely outside its plot",
        measure: Measure(distance(ink.bounds, clip), "pt"), limit: Measure(0, "pt"),
        fix: "extend the axis to it, or remove it", bounds: clip)
    }
  }

  /// Returns the larger of the horizontal and the vertical distance between two rectangles.
  private func distance(_ a: Rect, _ b: Rect) -> Double {
    max(a.minX - b.maxX, b.minX - a.maxX, a.minY - b.maxY, b.minY - a.maxY)
  }
}
