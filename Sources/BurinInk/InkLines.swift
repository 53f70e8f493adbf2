package import BurinGeometry
import BurinScene

/// A spatial index of lines, which finds the segments near a rectangle.
package struct InkLines: Sendable {
  /// The lines, in painting order.
  package let lines: [InkLine]
  private let pieces: [(line: Int, segment: Segment)]
  private let index: RectIndex
  private let halfWidths: [Double]
  private let orders: [Int]
  private let marks: [Bool]

  /// Creates an index of the segments of lines.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - bounds: the region of queries.
  package init(_ lines: [InkLine], bounds: Rect) {
    self.lines = lines
    halfWidths = lines.map(\.halfWidth)
    orders = lines.map(\.ink.order)
    marks = lines.map { $0.ink.isIn(.mark) }
    var pieces: [(line: Int, segment: Segment)] = []
    var rects: [Rect] = []
    for (number, line) in lines.enumerated() {
      for segment in line.segments {
        pieces.append((number, segment))
        rects.append(segment.bounds.inset(by: -line.halfWidth))
      }
    }
    self.pieces = pieces
    index = RectIndex(rects, bounds: bounds)
  }

  /// Visits the segments whose rectangles, including line widths, meet the given one, in no order.
  ///
  /// - Parameter visit: called with the line's index and the segment; returns whether to continue.
  package func visit(in rect: Rect, _ visit: (_ line: Int, Segment) -> Bool) {
    pieces.withUnsafeBufferPointer { pieces in
      index.visit(in: rect) { visit(pieces[$0].line, pieces[$0].segment) }
    }
  }

  /// Visits all segments whose rectangles, including line widths, meet the given one, in no order.
  package func forEach(in rect: Rect, _ body: (_ line: Int, Segment) -> Void) {
    visit(in: rect) { line, segment in
      body(line, segment)
      return true
    }
  }

  /// Returns half of a line's width, in points, without a copy of the line.
  package func halfWidth(_ line: Int) -> Double { halfWidths[line] }

  /// Returns a line's place in the order of painting, without a copy of the line.
  package func order(_ line: Int) -> Int { orders[line] }

  /// Returns whether a line belongs to a mark, without a copy of the line.
  package func isMark(_ line: Int) -> Bool { marks[line] }
}
