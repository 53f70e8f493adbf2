import BurinGeometry
import Testing

@Suite struct PathTests {
  @Test func boundsOfACurveAreItsExtremaNotItsControlPoints() throws {
    var path = Path()
    path.move(to: Point(0, 0))
    path.cubic(Point(0, 4), Point(10, 4), to: Point(10, 0))
    let bounds = try #require(path.bounds)
    // The cubic's highest point is three quarters of the way to its control points.
    #expect(abs(bounds.maxY - 3) < 1e-12)
    #expect(bounds.minX == 0 && bounds.maxX == 10 && bounds.minY == 0)
  }

  @Test func anEmptyPathHasNoBounds() {
    #expect(Path().bounds == nil)
    #expect(Path.polyline([Point(1, 1)]).isEmpty)
  }

  @Test func aCircleStaysWithinThreeTenThousandthsOfItsRadius() {
    for point in Path.circle(.zero, radius: 100).flattened(tolerance: 0.001).joined() {
      #expect(abs(point.distance(to: .zero) - 100) < 0.03)
    }
  }

  @Test(arguments: [1.0, 0.1, 0.01]) func flatteningStaysWithinItsTolerance(tolerance: Double) {
    var path = Path()
    path.move(to: Point(0, 0))
    path.cubic(Point(100, 0), Point(0, 100), to: Point(100, 100))
    let line = path.flattened(tolerance: tolerance)[0]
    // Chord midpoints against a far finer polyline.
    let curve = path.flattened(tolerance: 1e-6)[0]
    for (a, b) in zip(line, line.dropFirst()) {
      let middle = a.interpolated(to: b, at: 0.5)
      let gap = zip(curve, curve.dropFirst()).map { distance(from: middle, to: $0, $1) }.min()
      #expect((gap ?? .infinity) <= tolerance)
    }
  }

  private func distance(from point: Point, to start: Point, _ end: Point) -> Double {
    let (along, to) = (end - start, point - start)
    let t = (to.dx * along.dx + to.dy * along.dy) / max(along.length * along.length, 1e-300)
    return point.distance(to: start.interpolated(to: end, at: min(max(t, 0), 1)))
  }

  @Test func aClosedSubpathReturnsToItsStartWhenFlattened() {
    let square = Path.rect(Rect(x: 0, y: 0, width: 2, height: 1)).flattened()
    #expect(square.count == 1)
    #expect(square[0].first == square[0].last)
    #expect(square[0].count == 5)
  }

  @Test func aRoundedRectangleKeepsItsBoundsWhateverTheRadius() {
    let rect = Rect(x: 3, y: 4, width: 20, height: 10)
    for radius in [0.0, 2, 5, 100] {
      #expect(Path.roundedRect(rect, radius: radius).bounds == rect)
      #expect(Path.roundedRect(rect, radius: radius, corners: .top).bounds == rect)
    }
  }

  @Test func aQuadraticIsRaisedToTheSameCurve() throws {
    var path = Path()
    path.move(to: Point(0, 0))
    path.quadratic(from: Point(0, 0), Point(5, 10), to: Point(10, 0))
    let bounds = try #require(path.bounds)
    // A quadratic's top is half-way to its control point.
    #expect(abs(bounds.maxY - 5) < 1e-12)
  }
}
