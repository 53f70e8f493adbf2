package import BurinGeometry

extension [Point] {
  /// The polyline with at most four points for each column of the given width, in points.
  ///
  /// Of neighbouring points in one column, the first, the lowest, the highest and the last stay,
  /// in their order: a line drawn through them covers the same stretch of the column. Lines that
  /// are not longer than that are returned as they are.
  package func decimated(columnWidth: Double = 0.25) -> [Point] {
    guard count > 4, columnWidth > 0 else { return self }
    var result: [Point] = []
    result.reserveCapacity(Swift.min(count, 4096))
    var first = 0
    while first < count {
      let column = (self[first].x / columnWidth).rounded(.down)
      var (last, lowest, highest) = (first, first, first)
      while last + 1 < count, (self[last + 1].x / columnWidth).rounded(.down) == column {
        last += 1
        if self[last].y < self[lowest].y { lowest = last }
        if self[last].y > self[highest].y { highest = last }
      }
      var previous = -1
      for index in [first, Swift.min(lowest, highest), Swift.max(lowest, highest), last]
      where index > previous {
        result.append(self[index])
        previous = index
      }
      first = last + 1
    }
    return result
  }
}
