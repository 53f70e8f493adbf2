package import BurinGeometry

extension [Point] {
  /// The polyline with at most four points for each column of the given width, in points.
  ///
  /// Of neighbouring points in one column, the first, the lowest, the highest and the last stay,
  /// in their order: a line drawn through them covers the same stretch of the column. Lines that
  /// are not longer than that are returned as they are.
  ///
  /// - Parameters:
  ///   - columnWidth: the width of a column.
  ///   - middle: the middle of the plot, from which columns are counted, so that a mirrored line
  ///     has mirrored columns.
  ///   - isHorizontal: whether the line runs along y, so that columns are rows.
  package func decimated(
    columnWidth: Double = 0.25, middle: Double? = nil, isHorizontal: Bool = false
  )
    -> [Point]
  {
    guard count > 4, columnWidth > 0 else { return self }
    if isHorizontal {
      return map { Point($0.y, $0.x) }.decimated(columnWidth: columnWidth, middle: middle)
        .map { Point($0.y, $0.x) }
    }
    func column(_ point: Point) -> Double {
      guard let middle else { return (point.x / columnWidth).rounded(.down) }
      // To a millionth first: places that are equal but for rounding are in one column.
      let place = (point.x - middle) / columnWidth
      let near = place.rounded()
      return abs(abs(place - near) - 0.5) < 1e-6
        ? (place + (place < 0 ? -1e-5 : 1e-5)).rounded() : near
    }
    var result: [Point] = []
    result.reserveCapacity(Swift.min(count, 4096))
    var first = 0
    while first < count {
      let own = column(self[first])
      var (last, lowest, highest) = (first, first, first)
      while last + 1 < count, column(self[last + 1]) == own {
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
    // A line of equal points is a dot with two ends.
    if result.count == 1 { result.append(self[count - 1]) }
    return result
  }
}
