extension Path {
  /// The smallest rectangle that contains the drawn segments (curve extrema, not control points).
  ///
  /// Nil for a path without segments.
  public var bounds: Rect? {
    var bounds: Rect?
    var current = Point.zero
    func add(_ point: Point) {
      let rect = Rect(point, point)
      bounds = bounds?.union(rect) ?? rect
    }
    for element in elements {
      switch element {
      case .move(let point):
        current = point
        add(point)
      case .line(let point):
        add(point)
        current = point
      case .cubic(let c1, let c2, let end):
        add(end)
        let xs = cubicExtrema(current.x, c1.x, c2.x, end.x)
        let ys = cubicExtrema(current.y, c1.y, c2.y, end.y)
        for t in xs + ys { add(cubicPoint(current, c1, c2, end, at: t)) }
        current = end
      case .close:
        break
      }
    }
    return bounds
  }

  /// Returns the path translated by a vector.
  public func offset(by vector: Vector) -> Path {
    map { $0 + vector }
  }

  /// Returns the path with an affine transform applied.
  public func transformed(by transform: AffineTransform) -> Path {
    map(transform.apply)
  }

  /// Returns the path with every point replaced by its image.
  public func map(_ body: (Point) -> Point) -> Path {
    Path(
      elements: elements.map { element in
        switch element {
        case .move(let p): .move(body(p))
        case .line(let p): .line(body(p))
        case .cubic(let a, let b, let p): .cubic(body(a), body(b), body(p))
        case .close: .close
        }
      })
  }

  /// Returns the subpaths as polylines; a curve's segments deviate from it by less than the
  /// tolerance.
  ///
  /// A closed subpath repeats its first point at the end.
  public func flattened(tolerance: Double = 0.1) -> [[Point]] {
    var result: [[Point]] = []
    var line: [Point] = []
    func flush() {
      if line.count > 1 { result.append(line) }
      line = []
    }
    for element in elements {
      switch element {
      case .move(let point):
        flush()
        line = [point]
      case .line(let point):
        line.append(point)
      case .cubic(let c1, let c2, let end):
        guard let start = line.last else { continue }
        // Wang's bound for the number of equal parameter steps.
        let d1 = Vector(start.x - 2 * c1.x + c2.x, start.y - 2 * c1.y + c2.y).length
        let d2 = Vector(c1.x - 2 * c2.x + end.x, c1.y - 2 * c2.y + end.y).length
        let steps = (0.75 * max(d1, d2) / max(tolerance, 1e-6)).squareRoot().rounded(.up)
        let count = steps.isFinite ? Int(min(max(1, steps), 1000)) : 1
        for step in 1...count {
          line.append(cubicPoint(start, c1, c2, end, at: Double(step) / Double(count)))
        }
      case .close:
        if let first = line.first {
          line.append(first)
          flush()
          line = [first]
        }
      }
    }
    flush()
    return result
  }
}

/// Returns a point of a cubic Bézier curve.
func cubicPoint(_ p0: Point, _ p1: Point, _ p2: Point, _ p3: Point, at t: Double) -> Point {
  let s = 1 - t
  let (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
  return Point(
    a * p0.x + b * p1.x + c * p2.x + d * p3.x, a * p0.y + b * p1.y + c * p2.y + d * p3.y)
}

/// Returns the parameters in (0, 1) where one coordinate of a cubic Bézier curve has an extremum.
func cubicExtrema(_ p0: Double, _ p1: Double, _ p2: Double, _ p3: Double) -> [Double] {
  let a = -p0 + 3 * p1 - 3 * p2 + p3
  let b = 2 * (p0 - 2 * p1 + p2)
  let c = p1 - p0
  var roots: [Double] = []
  if abs(a) < 1e-12 {
    if abs(b) > 1e-12 { roots.append(-c / b) }
  } else {
    let discriminant = b * b - 4 * a * c
    if discriminant >= 0 {
      let root = discriminant.squareRoot()
      roots.append((-b + root) / (2 * a))
      roots.append((-b - root) / (2 * a))
    }
  }
  return roots.filter { $0 > 0 && $0 < 1 }
}
