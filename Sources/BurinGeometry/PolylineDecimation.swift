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
    let columns = PolylineColumns(width: columnWidth, middle: middle)
    var result: [Point] = []
    result.reserveCapacity(Swift.min(count, 4096))
    var first = 0
    while first < count {
      let own = columns.column(self[first].x)
      var (last, lowest, highest) = (first, first, first)
      while last + 1 < count, columns.column(self[last + 1].x) == own {
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

extension [Point] {
  /// The edge of an area with fewer points, which bounds as much of each column at each height.
  ///
  /// Of a column with more than twice the given number of points, the heights stay, in ascending
  /// order: as many of them, each for an equal part of the column. The least and greatest alone
  /// would not do, for an area's edge shades a pixel by how often it lies below it.
  ///
  /// - Parameters:
  ///   - columnWidth: the width of a column, in points.
  ///   - levels: the number of heights of a column that has more.
  ///   - middle: the middle of the plot, from which columns are counted.
  ///   - isHorizontal: whether the edge runs along y, so that columns are rows.
  package func levelled(
    columnWidth: Double, levels: Int, middle: Double? = nil, isHorizontal: Bool = false
  ) -> [Point] {
    guard count > 2 * levels, levels > 1 else { return self }
    if isHorizontal {
      return map { Point($0.y, $0.x) }
        .levelled(columnWidth: columnWidth, levels: levels, middle: middle)
        .map { Point($0.y, $0.x) }
    }
    let columns = PolylineColumns(width: columnWidth, middle: middle)
    var result: [Point] = []
    var first = 0
    while first < count {
      let own = columns.column(self[first].x)
      var end = first + 1
      while end < count, columns.column(self[end].x) == own { end += 1 }
      if end - first <= 2 * levels {
        result += self[first..<end]
      } else {
        // Up to the next column's first point, where the next edge begins.
        let last = Swift.min(end, count - 1)
        let heights = heights(first..<last)
        let (start, stop) = (self[first].x, self[last].x)
        for level in 0...levels {
          let part = Double(level) / Double(levels)
          let place = part * Double(heights.count - 1)
          let index = Swift.min(Int(place), heights.count - 2)
          let y = heights[index] + (heights[index + 1] - heights[index]) * (place - Double(index))
          result.append(Point(start + (stop - start) * part, y))
        }
      }
      first = end
    }
    return result
  }

  /// Heights of segments in ascending order, as many of each as its width asks for.
  private func heights(_ segments: Range<Int>) -> [Double] {
    let samples = Swift.max(2_048, segments.count)
    let (start, stop) = (self[segments.lowerBound].x, self[segments.upperBound].x)
    guard start != stop else { return segments.map { self[$0].y }.sorted() }
    var (heights, segment) = ([Double](), segments.lowerBound)
    heights.reserveCapacity(samples)
    for sample in 0..<samples {
      let x = start + (stop - start) * (Double(sample) + 0.5) / Double(samples)
      while segment + 1 < segments.upperBound, (self[segment + 1].x - x) * (stop - start) < 0 {
        segment += 1
      }
      let (a, b) = (self[segment], self[segment + 1])
      let part = a.x == b.x ? 0.5 : (x - a.x) / (b.x - a.x)
      heights.append(a.y + (b.y - a.y) * Swift.min(Swift.max(part, 0), 1))
    }
    return heights.sorted()
  }
}

/// The columns by which points of a line are gathered.
private struct PolylineColumns {
  let width: Double
  let middle: Double?

  @inline(__always)
  func column(_ x: Double) -> Double {
    guard let middle else { return (x / width).rounded(.down) }
    // To a millionth first: places that are equal but for rounding are in one column.
    let place = (x - middle) / width
    let near = place.rounded()
    return abs(abs(place - near) - 0.5) < 1e-6
      ? (place + (place < 0 ? -1e-5 : 1e-5)).rounded() : near
  }
}

extension Path {
  /// The elements from which a path is reduced for vectors.
  private static let denseCount = 4_000

  /// The path for vectors: a long line along which x ascends with at most sixteen points for each
  /// point of width, a long area with at most thirty-two; others as they are.
  ///
  /// - Parameter isFilled: whether the path is an area, and not a line.
  package func reducedForVectors(isFilled: Bool) -> Path {
    guard elements.count > Self.denseCount else { return self }
    if isFilled {
      guard let parts = AscendingParts(areas: self) else { return self }
      var path = Path()
      for index in stride(from: 0, to: parts.runs.count - 1, by: 2) {
        let lines = [parts.runs[index], parts.runs[index + 1]].map { run in
          (0..<run.count).map { parts.point($0, of: run) }.levelled(columnWidth: 0.5, levels: 8)
        }
        for (number, point) in lines[0].enumerated() {
          if number == 0 { path.move(to: point) } else { path.line(to: point) }
        }
        for point in lines[1].reversed() { path.line(to: point) }
        path.close()
      }
      return path
    }
    guard let parts = AscendingParts(lines: self) else { return self }
    var path = Path()
    for run in parts.runs {
      for (number, point) in parts.points(of: run).decimated(columnWidth: 0.25).enumerated() {
        if number == 0 { path.move(to: point) } else { path.line(to: point) }
      }
    }
    return path
  }
}
