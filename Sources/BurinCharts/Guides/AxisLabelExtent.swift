import BurinGeometry
import BurinScene

/// How far a label of an axis reaches to both sides of its position, in points.
struct AxisLabelExtent {
  /// The part of a line's height that most letters take; the rest is the room between lines.
  private static let inkShare = 0.7

  /// How far it reaches to the left, or upwards.
  var before: Double
  /// How far it reaches to the right, or downwards.
  var after: Double

  /// Returns how far a label reaches along its lines.
  static func along(_ label: TextBlock) -> AxisLabelExtent {
    AxisLabelExtent(before: label.size.width / 2, after: label.size.width / 2)
  }

  /// Returns how far a label's letters reach across its lines: most leave a third of the line free,
  /// but some have signs above and below.
  static func across(_ label: TextBlock) -> AxisLabelExtent {
    let half = label.size.height * inkShare / 2
    guard let ink = label.items.inkBounds else { return AxisLabelExtent(before: half, after: half) }
    let middle = label.size.height / 2
    return AxisLabelExtent(
      before: max(half, middle - ink.minY), after: max(half, ink.maxY - middle))
  }

  /// Returns whether two labels lie at least a distance apart, whichever of them is first.
  func isClear(
    of other: AxisLabelExtent, from start: Double, to end: Double, by gap: Double
  ) -> Bool {
    let room = start < end ? other.after + before : after + other.before
    return abs(end - start) >= room + gap
  }
}
