package import BurinGeometry

/// A spatial index of rectangles, which finds those near another rectangle.
package struct RectIndex: Sendable {
  @usableFromInline var rects: [Rect]
  @usableFromInline let bounds: Rect
  @usableFromInline let cell: Double
  @usableFromInline let columns: Int
  @usableFromInline let rows: Int
  @usableFromInline var buckets: [[Int]]
  /// The entries that meet so many cells that they are kept apart, in ascending order.
  @usableFromInline var wide: [Int] = []

  /// The most cells that list an entry; thousands of entries may each be as large as the region.
  private static let mostCells = 512

  /// Creates an index of rectangles in square cells.
  ///
  /// - Parameters:
  ///   - rects: the rectangles; those that are not finite are never found.
  ///   - bounds: the region of queries; rectangles beyond it belong to the cells at its edge.
  ///   - cell: the side of a cell, in points; nil for a default that depends on the number of
  ///     rectangles.
  package init(_ rects: [Rect], bounds: Rect, cell: Double? = nil) {
    // Large numbers of rectangles are usually small ones; a cell should contain a few of them.
    let cell = cell ?? (rects.count > 4000 ? 8 : 32)
    self.rects = rects
    self.bounds = bounds
    self.cell = cell
    columns = max(1, min(512, Int((max(0, bounds.width) / cell).rounded(.up))))
    rows = max(1, min(512, Int((max(0, bounds.height) / cell).rounded(.up))))
    buckets = Array(repeating: [], count: columns * rows)
    for (index, rect) in rects.enumerated() { insert(index, rect) }
  }

  /// The rectangle of an entry that is never found.
  package static let nowhere = Rect(minX: .nan, minY: .nan, maxX: .nan, maxY: .nan)

  /// Moves an entry to another rectangle.
  package mutating func move(_ index: Int, to rect: Rect) {
    if let cells = cells(of: rects[index]) {
      for row in cells.rows {
        for column in cells.columns { buckets[row * columns + column].removeAll { $0 == index } }
      }
    } else {
      wide.removeAll { $0 == index }
    }
    rects[index] = rect
    insert(index, rect)
  }

  private mutating func insert(_ index: Int, _ rect: Rect) {
    if let cells = cells(of: rect) {
      for row in cells.rows {
        for column in cells.columns { buckets[row * columns + column].append(index) }
      }
    } else {
      wide.append(index)
    }
  }

  /// The cells that list a rectangle, none where it is not finite; nil for a wide one.
  private func cells(of rect: Rect) -> (rows: Range<Int>, columns: Range<Int>)? {
    guard rect.minX.isFinite, rect.minY.isFinite, rect.maxX.isFinite, rect.maxY.isFinite else {
      return (0..<0, 0..<0)
    }
    let rows = row(rect.minY)..<row(rect.maxY) + 1
    let columns = column(rect.minX)..<column(rect.maxX) + 1
    return rows.count * columns.count > Self.mostCells ? nil : (rows, columns)
  }

  /// Calls the closure once for each rectangle that meets the given one, including edges.
  @inlinable
  package func forEach(in rect: Rect, _ body: (Int) -> Void) {
    visit(in: rect) { index in
      body(index)
      return true
    }
  }

  /// Calls the closure once for each rectangle that meets the given one, until it returns false.
  @inlinable
  @inline(__always)
  package func visit(in rect: Rect, _ body: (Int) -> Bool) {
    for index in wide where meets(rects[index], rect) {
      if !body(index) { return }
    }
    let (top, left) = (row(rect.minY), column(rect.minX))
    for row in top...row(rect.maxY) {
      for column in left...column(rect.maxX) {
        for index in buckets[row * columns + column] {
          let other = rects[index]
          guard meets(other, rect) else { continue }
          // Of the cells that both meet, only the first one reports.
          guard row == top || self.row(other.minY) == row,
            column == left || self.column(other.minX) == column
          else { continue }
          if !body(index) { return }
        }
      }
    }
  }

  /// Returns whether any rectangle meets the given one, including edges.
  package func hasAny(in rect: Rect) -> Bool {
    var found = false
    visit(in: rect) { _ in
      found = true
      return false
    }
    return found
  }

  /// Returns the entries in the cell of a point, some of which may not contain it, in the order of
  /// insertion; moved entries are last.
  package func cell(at point: Point) -> [Int] {
    let bucket = buckets[row(point.y) * columns + column(point.x)]
    return wide.isEmpty ? bucket : (bucket + wide).sorted()
  }

  @usableFromInline func column(_ x: Double) -> Int { index(x - bounds.minX, columns) }
  @usableFromInline func row(_ y: Double) -> Int { index(y - bounds.minY, rows) }

  @usableFromInline func index(_ distance: Double, _ count: Int) -> Int {
    let place = (distance / cell).rounded(.down)
    return place > 0 ? place < Double(count) ? Int(place) : count - 1 : 0
  }

  /// Returns whether two rectangles have a point in common, edges included.
  @usableFromInline func meets(_ a: Rect, _ b: Rect) -> Bool {
    b.minX <= a.maxX && a.minX <= b.maxX && b.minY <= a.maxY && a.minY <= b.maxY
  }
}
