/// The guides of an axis: one for each side of the plot that has marks.
struct AxisGuides {
  var guides: [AxisGuide]
  /// The least room of each side, where another height needed more.
  private var least: [AxisSide: Double] = [:]

  init(_ guides: [AxisGuide]) { self.guides = guides }

  /// How far the labels on a side reach away from the plot, in points.
  func reach(_ side: AxisSide) -> Double {
    let own = guides.first { $0.side == side }?.reach ?? 0
    return max(own, least[side] ?? 0)
  }

  /// Takes at least the room that other guides of the axis take.
  mutating func keepRoom(of other: AxisGuides) {
    for side in AxisSide.allCases { least[side] = other.reach(side) }
  }

  /// How far labels of a vertical axis reach beyond the ends of a range of points.
  func overhang(top: Double, bottom: Double) -> (top: Double, bottom: Double) {
    guides.map { $0.overhang(top: top, bottom: bottom) }
      .reduce((0, 0)) { (max($0.0, $1.top), max($0.1, $1.bottom)) }
  }

  /// How far labels of a horizontal axis reach beyond the ends of a range of points.
  func sidewaysOverhang(low: Double, high: Double) -> (low: Double, high: Double) {
    guides.map { $0.sidewaysOverhang(low: low, high: high) }
      .reduce((0, 0)) { (max($0.0, $1.low), max($0.1, $1.high)) }
  }
}
