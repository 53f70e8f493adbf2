import BurinGeometry
import BurinScene
import CCairo

/// Strokes lines that cross themselves so often that Cairo's time grows with the square of their
/// length, in pieces that keep the time linear.
///
/// A piece ends half a line's width behind the corner at which the next one begins, so that all
/// corners are joined; pixels at the line's edges around such a corner, and where pieces cross, are
/// at most a quarter darker than in one stroke. A curve that seldom crosses itself stays one stroke
/// and is drawn exactly.
struct ScribbleStroke {
  /// The number of segments of a piece: few enough that their crossings cost little.
  private static let pieceCount = 64
  /// The number of segments from which a line is looked at.
  private static let fewestSegments = 512
  /// How many times the diagonal of its bounds a scribble is long.
  private static let leastTurns = 20.0

  private let path: Path
  private let stroke: Stroke

  /// Nil for a path that is one stroke: short, smooth, or closed.
  init?(_ item: PathItem) {
    let elements = item.path.elements
    guard elements.count > Self.fewestSegments, item.fill == nil, let stroke = item.stroke,
      stroke.cap != .square, let bounds = item.path.bounds
    else { return nil }
    var (length, last) = (0.0, Point.zero)
    for element in elements {
      switch element {
      case .move(let point): last = point
      case .line(let point), .cubic(_, _, let point):
        length += last.distance(to: point)
        last = point
      case .close: return nil
      }
    }
    let diagonal = Point(bounds.minX, bounds.minY).distance(to: Point(bounds.maxX, bounds.maxY))
    guard length > Self.leastTurns * diagonal else { return nil }
    (path, self.stroke) = (item.path, stroke)
  }

  /// Strokes the pieces, their dashes going on from one to the next.
  ///
  /// The context has the line's width and joins.
  func draw(on context: OpaquePointer, _ watch: RenderWatch) throws(RenderError) {
    let (elements, half) = (path.elements, stroke.width / 2)
    var (length, last) = (0.0, Point.zero)
    var count = 0
    func setDash(_ offset: Double) {
      if !stroke.dash.isEmpty {
        cairo_set_dash(context, stroke.dash, Int32(stroke.dash.count), offset)
      }
    }
    for (index, element) in elements.enumerated() {
      let isLast: Bool =
        if index + 1 < elements.count, case .move = elements[index + 1] { true } else {
          index + 1 == elements.count
        }
      switch element {
      case .move(let point):
        cairo_new_path(context)
        cairo_move_to(context, point.x, point.y)
        (length, last, count) = (0, point, 0)
        setDash(0)
        continue
      case .line(let point):
        cairo_line_to(context, point.x, point.y)
        length += last.distance(to: point)
        defer { last = point }
        count += 1
        guard count >= Self.pieceCount, !isLast, case .line(let next) = elements[index + 1] else {
          break
        }
        let (behind, ahead) = (
          point.moved(towards: last, by: half), point.moved(towards: next, by: half)
        )
        cairo_line_to(context, ahead.x, ahead.y)
        cairo_stroke(context)
        cairo_move_to(context, behind.x, behind.y)
        cairo_line_to(context, point.x, point.y)
        setDash(length - behind.distance(to: point))
        count = 0
        do throws(LimitError) { try watch.check() } catch { throw .stopped(error) }
      case .cubic(let a, let b, let point):
        cairo_curve_to(context, a.x, a.y, b.x, b.y, point.x, point.y)
        length += last.distance(to: point)
        last = point
        count += 1
        // Curves are smooth where they meet: a piece of a round end needs no stub. Dashes begin
        // anew, for the length of a curve is Cairo's.
        guard count >= Self.pieceCount, !isLast, stroke.dash.isEmpty else { break }
        cairo_stroke(context)
        cairo_move_to(context, point.x, point.y)
        count = 0
      case .close: break
      }
      if isLast { cairo_stroke(context) }
    }
  }
}

extension Point {
  /// The point a distance on the way to another, or the other where that is nearer.
  fileprivate func moved(towards other: Point, by distance: Double) -> Point {
    let whole = self.distance(to: other)
    return whole > distance ? interpolated(to: other, at: distance / whole) : other
  }
}
