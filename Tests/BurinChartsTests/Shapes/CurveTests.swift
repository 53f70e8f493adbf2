import BurinCharts
import BurinGeometry
import Testing

@Suite("Curves, arrows and braces")
struct CurveTests {
  // scipy.interpolate has no Fritsch–Carlson variant; the control points were computed by hand from
  // the paper's rule: secants 1, 4, 0; slopes 1, 2.5, 0, 0; the first piece is within the circle of
  // radius 3 (α = 1, β = 2.5: α² + β² = 7.25), so no slope is cut.
  @Test("Monotone curves have the slopes of Fritsch and Carlson")
  func monotone() {
    let points = [Point(0, 0), Point(1, 1), Point(2, 5), Point(3, 5)]
    let path = InterpolationMethod.monotone.path(through: points)
    let third = 1.0 / 3
    #expect(
      path.elements == [
        .move(points[0]),
        .cubic(Point(third, third), Point(1 - third, 1 - third * 2.5), points[1]),
        .cubic(Point(1 + third, 1 + third * 2.5), Point(2 - third, 5), points[2]),
        .cubic(Point(2 + third, 5), Point(3 - third, 5), points[3]),
      ])
  }

  @Test("Monotone curves never overshoot")
  func noOvershoot() throws {
    let points = [0, 0.01, 5, 5.2, 5.2, 9, 1, 1.1, 1.1001].enumerated().map {
      Point(Double($0.offset) * 3, $0.element)
    }
    let line = try #require(
      InterpolationMethod.monotone.path(through: points).flattened(tolerance: 0.001).first)
    #expect(line.count > 100)
    for (a, b) in zip(points, points.dropFirst()) {
      let inside = line.filter { $0.x > a.x && $0.x < b.x }
      #expect(inside.allSatisfy { $0.y >= min(a.y, b.y) - 1e-9 && $0.y <= max(a.y, b.y) + 1e-9 })
    }
  }

  @Test("Points that go back are joined by straight lines where a curve needs order")
  func unordered() {
    let points = [Point(0, 0), Point(2, 1), Point(1, 2)]
    #expect(InterpolationMethod.monotone.path(through: points) == .polyline(points))
  }

  @Test(
    "Every method starts and ends at the points",
    arguments: [
      InterpolationMethod.linear, .monotone, .catmullRom, .catmullRom(alpha: 0),
      .catmullRom(alpha: 1),
      .cardinal, .cardinal(tension: 0.5), .stepStart, .stepCenter, .stepEnd,
    ])
  func ends(method: InterpolationMethod) throws {
    let points = [Point(0, 0), Point(1, 3), Point(1, 3), Point(4, -2), Point(6, 0)]
    let line = try #require(method.path(through: points).flattened().first)
    #expect(line.first == points[0])
    #expect(line.last == points[4])
    #expect(line.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    #expect(method.path(through: [Point(1, 1)]).isEmpty)
    #expect(method.path(through: []).isEmpty)
  }

  // For equal distances the centripetal curve is the uniform one: control points lie a sixth of the
  // way between the neighbours from each point.
  @Test("A Catmull–Rom curve through even points is the uniform one")
  func catmullRom() {
    let points = [Point(0, 0), Point(1, 0), Point(1, 1), Point(0, 1)]
    let path = InterpolationMethod.catmullRom.path(through: points)
    guard case .cubic(let a, let b, let end) = path.elements[2] else {
      Issue.record("no curve")
      return
    }
    #expect(a.distance(to: Point(1 + 1.0 / 6, 1.0 / 6)) < 1e-12)
    #expect(b.distance(to: Point(1 + 1.0 / 6, 1 - 1.0 / 6)) < 1e-12)
    #expect(end == points[2])
  }

  @Test("Steps change where their name says")
  func steps() {
    let points = [Point(0, 0), Point(2, 4)]
    #expect(
      InterpolationMethod.stepStart.path(through: points)
        == .polyline([Point(0, 0), Point(0, 4), Point(2, 4)]))
    #expect(
      InterpolationMethod.stepCenter.path(through: points)
        == .polyline([Point(0, 0), Point(1, 0), Point(1, 4), Point(2, 4)]))
    #expect(
      InterpolationMethod.stepEnd.path(through: points)
        == .polyline([Point(0, 0), Point(2, 0), Point(2, 4)]))
  }

  @Test("Decimation keeps the extremes of each column")
  func decimation() {
    let points = (0..<10_000).map { index in
      Point(Double(index) / 100, Double((index * 7919) % 1000))
    }
    let fewer = points.decimated(columnWidth: 1)
    #expect(fewer.count <= 4 * 100)
    #expect(fewer.first == points.first && fewer.last == points.last)
    for column in 0..<100 {
      let all = points.filter { $0.x >= Double(column) && $0.x < Double(column + 1) }.map(\.y)
      let kept = fewer.filter { $0.x >= Double(column) && $0.x < Double(column + 1) }.map(\.y)
      #expect(all.min() == kept.min() && all.max() == kept.max())
      #expect(all.first == kept.first && all.last == kept.last)
    }
    let short = [Point(0, 0), Point(5, 5)]
    #expect(short.decimated() == short)
    #expect(Array(repeating: Point(.nan, 0), count: 9).decimated().count == 9)
  }

  @Test("An arrow's tip is its end, and its shaft stays behind it")
  func arrow() throws {
    let (shaft, head) = ArrowHead(length: 10, width: 8, notch: 0.2)
      .arrow(from: Point(0, 0), to: Point(100, 0))
    #expect(head.elements.first == .move(Point(100, 0)))
    #expect(head.bounds == Rect(minX: 90, minY: -4, maxX: 100, maxY: 4))
    let bounds = try #require(shaft.bounds)
    #expect(bounds.maxX > 92 && bounds.maxX < 95)
    let (_, small) = ArrowHead(length: 10).arrow(from: .zero, to: Point(0, 6))
    #expect(small.bounds.map { $0.height == 4 } == true)
    #expect(ArrowHead().arrow(from: .zero, to: .zero).head.isEmpty)
    #expect(ArrowHead().arrow(along: [Point]()).shaft.isEmpty)
  }

  @Test("An arrow along a bent line points the way the line arrives")
  func bentArrow() throws {
    let (shaft, head) = ArrowHead(length: 10, width: 8, notch: 0.2)
      .arrow(along: [Point(0, 0), Point(50, 0), Point(50, 40)])
    #expect(head.bounds == Rect(minX: 46, minY: 30, maxX: 54, maxY: 40))
    #expect(shaft.flattened().first?.count == 3)
  }

  @Test("A brace spans its ends and its tip stands off by its depth")
  func brace() throws {
    let brace = Path.brace(from: Point(10, 50), to: Point(110, 50), depth: -12)
    let bounds = try #require(brace.bounds)
    #expect(abs(bounds.minX - 10) < 1e-9 && abs(bounds.maxX - 110) < 1e-9)
    #expect(abs(bounds.minY - 38) < 1e-9 && abs(bounds.maxY - 50) < 1e-9)
    #expect(brace.elements.first == .move(Point(10, 50)))
    let small = try #require(Path.brace(from: .zero, to: Point(0, 3), depth: 20).bounds)
    #expect(small.height <= 3 + 1e-9)
    #expect(Path.brace(from: .zero, to: .zero, depth: 5).isEmpty)
  }
}
