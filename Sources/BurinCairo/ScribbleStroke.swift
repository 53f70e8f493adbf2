import BurinGeometry
import BurinScene
import CCairo

/// Strokes a line that crosses itself so often that Cairo's time grows with the square of its
/// length, in pieces that keep the time linear.
///
/// Pixels at the edges of lines that two pieces cover are at most a quarter darker than in one
/// stroke. A curve that seldom crosses itself stays one stroke and is drawn exactly.
struct ScribbleStroke {
  /// The number of segments of a piece: few enough that their crossings cost little.
  private static let pieceCount = 64
  /// The number of segments from which a line is looked at.
  private static let fewestSegments = 512
  /// How many times the diagonal of its bounds a scribble is long.
  private static let leastTurns = 20.0

  private let points: [Point]

  /// Nil for a path that is one stroke: short, smooth, curved, of several parts or with dashes.
  init?(_ item: PathItem) {
    let elements = item.path.elements
    guard elements.count > Self.fewestSegments, item.fill == nil, let stroke = item.stroke,
      stroke.dash.isEmpty, stroke.cap != .square
    else { return nil }
    var points: [Point] = []
    points.reserveCapacity(elements.count)
    var length = 0.0
    for element in elements {
      switch element {
      case .move(let point) where points.isEmpty: points.append(point)
      case .line(let point):
        if let last = points.last { length += last.distance(to: point) }
        points.append(point)
      case .move, .cubic, .close: return nil
      }
    }
    guard let bounds = item.path.bounds,
      length > Self.leastTurns
        * Point(bounds.minX, bounds.minY).distance(
          to: Point(bounds.maxX, bounds.maxY))
    else { return nil }
    self.points = points
  }

  /// Strokes the pieces, each with the first segment of the next, so that all corners are joined.
  func draw(on context: OpaquePointer, _ watch: RenderWatch) throws(RenderError) {
    var start = 0
    while start < points.count - 1 {
      do throws(LimitError) { try watch.check() } catch { throw .stopped(error) }
      let end = min(start + Self.pieceCount + 1, points.count - 1)
      cairo_new_path(context)
      cairo_move_to(context, points[start].x, points[start].y)
      for point in points[start + 1...end] { cairo_line_to(context, point.x, point.y) }
      cairo_stroke(context)
      start += Self.pieceCount
    }
  }
}
