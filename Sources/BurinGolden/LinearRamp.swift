import BurinGeometry

/// How a linear gradient rises over the canvas: 0 along one line, 1 along another.
///
/// A transform need not keep the lines of one colour at right angles to the way from start to end,
/// so that those two points do not tell a gradient alone.
struct LinearRamp {
  private let start: Point
  private let end: Point
  /// How fast it rises, for each point to the right and down; nil where it does not rise.
  private let slope: Vector?

  init(_ from: Point, _ to: Point, _ transform: AffineTransform) {
    start = transform.apply(from)
    end = transform.apply(to)
    let way = to - from
    let length = way.dx * way.dx + way.dy * way.dy
    let determinant = transform.a * transform.d - transform.b * transform.c
    guard length > 0, length.isFinite, determinant != 0, determinant.isFinite else {
      slope = nil
      return
    }
    // The inverse's transpose carries slopes.
    let (dx, dy) = (way.dx / length, way.dy / length)
    slope = Vector(
      (transform.d * dx - transform.b * dy) / determinant,
      (transform.a * dy - transform.c * dx) / determinant)
  }

  private func value(at point: Point) -> Double {
    guard let slope else { return 0 }
    return (point.x - start.x) * slope.dx + (point.y - start.y) * slope.dy
  }

  /// Whether the lines of one colour lie where another's do, give or take a tolerance.
  func isSame(as other: LinearRamp, _ tolerance: Double) -> Bool {
    guard let slope, let otherSlope = other.slope else {
      return (slope == nil) == (other.slope == nil) && isNear(start, other.start, tolerance)
        && isNear(end, other.end, tolerance)
    }
    let steepest = max(slope.length, otherSlope.length)
    let way = end - start
    let aside = start + Vector(-way.dy, way.dx)
    return [start, end, aside].allSatisfy {
      abs(value(at: $0) - other.value(at: $0)) <= tolerance * steepest
    }
  }

  private func isNear(_ a: Point, _ b: Point, _ tolerance: Double) -> Bool {
    abs(a.x - b.x) <= tolerance && abs(a.y - b.y) <= tolerance
  }
}

extension AffineTransform {
  /// The root of the area that a unit square is mapped to: what lengths are multiplied by, where
  /// all are alike.
  var unit: Double {
    self == .identity ? 1 : abs(a * d - b * c).squareRoot()
  }

  /// Whether circles stay circles.
  var isConformal: Bool {
    if self == .identity { return true }
    let size = max(abs(a), abs(b), abs(c), abs(d))
    let limit = 0.002 * size * size
    return abs(a * c + b * d) <= limit && abs(a * a + b * b - c * c - d * d) <= limit
  }

  /// The images of a vector to the right and one down.
  func vectors(_ right: Double, _ down: Double) -> (Vector, Vector) {
    (Vector(a * right, b * right), Vector(c * down, d * down))
  }
}
