import BurinGeometry
import BurinInk

/// How the labels below a horizontal axis keep clear of each other.
///
/// The first that fits is taken: level, broken into two lines, in two rows by turns, upright.
enum TickLabelArrangement: Hashable {
  /// In one row, as written or broken into lines.
  case level
  /// Every other label in a second row.
  case staggered
  /// Turned to read upwards.
  case upright

  /// Chooses an arrangement and sets the labels for it.
  ///
  /// - Parameters:
  ///   - contents: the labels in the order of their positions.
  ///   - positions: the middles of the labels, in points.
  ///   - gap: the least distance between neighbours, in points.
  ///   - room: the width at which a label may be broken; nil where labels stay whole.
  ///   - set: sets a text, broken at a width.
  ///   - place: returns the middle of a label of a width whose place is given.
  /// - Returns: nil where not even upright labels fit.
  static func choose(
    _ contents: [AxisLabelContent], at positions: [Double], gap: Double, room: Double?,
    set: (AxisLabelContent, Double?) throws -> TextBlock, place: (Double, Double) -> Double
  ) rethrows -> (arrangement: TickLabelArrangement, labels: [TextBlock])? {
    let whole = try contents.map { try set($0, nil) }
    func keepClear(_ extents: [AxisLabelExtent], stride: Int, gap: Double) -> Bool {
      guard extents.count > stride else { return true }
      let positions = zip(positions, extents).map { place($0, $1.before + $1.after) }
      return (stride..<extents.count).allSatisfy { index in
        extents[index].isClear(
          of: extents[index - stride], from: positions[index - stride], to: positions[index],
          by: gap)
      }
    }
    let widths = whole.map(AxisLabelExtent.along)
    // Much wider than their bands, labels would reach out of the chart at its ends.
    let isNarrow = room.map { room in whole.allSatisfy { $0.size.width <= room * 1.8 } } ?? true
    if isNarrow, keepClear(widths, stride: 1, gap: gap) { return (.level, whole) }
    if let room,
      try room > 0
        && contents.flatMap(\.words).allSatisfy({ try set(.text($0), nil).size.width <= room })
    {
      let broken = try contents.map { try set($0, room) }
      let tallest = whole.map(\.size.height).max() ?? 0
      if keepClear(broken.map(AxisLabelExtent.along), stride: 1, gap: gap),
        broken.allSatisfy({ $0.size.width <= room + 0.5 && $0.size.height < tallest * 2.5 })
      {
        return (.level, broken)
      }
    }
    if isNarrow, keepClear(widths, stride: 2, gap: gap) { return (.staggered, whole) }
    if keepClear(whole.map(AxisLabelExtent.across), stride: 1, gap: InkLimits.tickLabelGap) {
      return (.upright, whole)
    }
    return nil
  }
}
