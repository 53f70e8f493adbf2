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
    var reducer = PolylineReducer(columnWidth: columnWidth, middle: middle)
    for point in self { reducer.add(point) }
    return reducer.finish()
  }
}

/// Takes the points of a line one after the other, and keeps at most four of each column.
package struct PolylineReducer: Sendable {
  private let columns: PolylineColumns?
  private var kept: [Point] = []
  /// The points of the column so far: the first, the lowest, the highest and the last.
  private var first = Point.zero
  private var lowest = (point: Point.zero, index: 0)
  private var highest = (point: Point.zero, index: 0)
  private var last = Point.zero
  private var count = 0
  private var column = 0.0
  /// Where x is in the column beyond doubt.
  private var inner = 0.0..<0.0
  private var total = 0

  /// Makes a reducer; without a width of columns, all points are kept.
  package init(columnWidth: Double?, middle: Double? = nil) {
    columns = columnWidth.map { PolylineColumns(width: $0, middle: middle) }
  }

  /// Adds the next point.
  @inline(__always)
  package mutating func add(_ point: Point) {
    guard let columns else {
      kept.append(point)
      return
    }
    total += 1
    if count > 0, inner.contains(point.x) || columns.column(point.x) == column {
      last = point
      if point.y < lowest.point.y { lowest = (point, count) }
      if point.y > highest.point.y { highest = (point, count) }
      count += 1
      return
    }
    flush()
    column = columns.column(point.x)
    inner = columns.inner(column)
    (first, last, count) = (point, point, 1)
    (lowest, highest) = ((point, 0), (point, 0))
  }

  private mutating func flush() {
    guard count > 0 else { return }
    kept.append(first)
    let (one, other) = lowest.index < highest.index ? (lowest, highest) : (highest, lowest)
    var previous = 0
    for (point, index) in [one, other, (last, count - 1)] where index > previous {
      kept.append(point)
      previous = index
    }
    count = 0
  }

  /// Returns the points of the line, and begins another.
  package mutating func finish() -> [Point] {
    let end = last
    flush()
    // A line of equal points is a dot with two ends.
    if kept.count == 1, total > 1 { kept.append(end) }
    defer { (kept, total) = ([], 0) }
    return kept
  }
}

extension [Point] {
  /// The edge of an area with fewer points, which bounds as much of each column at each height.
  ///
  /// Of a column with more than twice the given number of points, the heights stay, in ascending or
  /// descending order: as many of them, each for an equal part of the column. The least and greatest alone
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
        // From the end that is lower to the higher one, so that a mirrored edge stays a mirror.
        let middle = heights.reduce(0, +) / Double(heights.count)
        let isFalling =
          self[first].y == self[last].y ? self[first].y > middle : self[first].y > self[last].y
        for level in 0...levels {
          let part = Double(level) / Double(levels)
          let place = (isFalling ? 1 - part : part) * Double(heights.count - 1)
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
private struct PolylineColumns: Sendable {
  let width: Double
  let middle: Double?

  /// Where x is in a column beyond doubt of rounding.
  func inner(_ column: Double) -> Range<Double> {
    let start = middle.map { $0 + (column - 0.5) * width } ?? column * width
    let margin = width * 1e-3
    let (low, high) = (start + margin, start + width - margin)
    return low < high ? low..<high : 0..<0
  }

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
