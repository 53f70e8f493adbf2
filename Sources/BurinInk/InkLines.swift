package import BurinGeometry

/// Lines by place: finds the pieces near a rectangle without asking all.
package struct InkLines: Sendable {
  /// The lines, in painting order.
  package let lines: [InkLine]
  private let pieces: [(line: Int, segment: Segment)]
  private let index: RectIndex

  /// Sorts the pieces of lines by place.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - bounds: where questions are asked.
  package init(_ lines: [InkLine], bounds: Rect) {
    self.lines = lines
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

  /// Visits the pieces whose rectangles, line widths included, meet the given one, in no order.
  ///
  /// - Parameter visit: is called with the line's number and the piece, and returns whether to go
  ///   on.
  package func visit(in rect: Rect, _ visit: (_ line: Int, Segment) -> Bool) {
    index.visit(in: rect) { visit(pieces[$0].line, pieces[$0].segment) }
  }

  /// Visits all pieces whose rectangles, line widths included, meet the given one, in no order.
  package func forEach(in rect: Rect, _ body: (_ line: Int, Segment) -> Void) {
    index.visit(in: rect) {
      body(pieces[$0].line, pieces[$0].segment)
      return true
    }
  }
}
