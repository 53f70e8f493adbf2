import BurinCharts
import BurinGeometry
import Testing

@Suite("Polar coordinates")
struct PolarCoordinatesTests {
  private let polar = PolarCoordinates(
    in: Rect(x: 0, y: 0, width: 300, height: 200), angles: 0...8)

  /// The area of a path with straight pieces of its curves.
  private func area(_ path: Path) -> Double {
    path.flattened(tolerance: 0.001).reduce(0) { sum, points in
      zip(points, points.dropFirst() + points.prefix(1)).reduce(sum) { sum, pair in
        sum + (pair.0.x * pair.1.y - pair.1.x * pair.0.y) / 2
      }
    }
  }

  @Test("Angles grow clockwise from the top, in the largest square")
  func places() throws {
    #expect(polar.center == Point(150, 100))
    #expect(polar.radius == 100)
    #expect(polar.angle(0) == 0)
    #expect(try abs(#require(polar.angle(2)) - .pi / 2) < 1e-12)
    let right = polar.point(.pi / 2, 100)
    #expect(abs(right.x - 250) < 1e-9 && abs(right.y - 100) < 1e-9)
    #expect(polar.angle(.nan) == nil)
    let wide = PolarCoordinates(in: Rect(x: 0, y: 0, width: 9, height: 9), angles: -1e308...1e308)
    #expect(try abs(#require(wide.angle(0)) - .pi) < 1e-12)
    let single = PolarCoordinates(in: Rect(x: 0, y: 0, width: 9, height: 9), angles: 3...3)
    #expect(single.angle(3) == nil)
  }

  @Test(
    "A sector has the area of its part of the ring",
    arguments: [0.01, 0.4, 1.5, 3, 3.2, 5.5, 6.2, 2 * Double.pi], [0.0, 30, 99])
  func areas(angle: Double, inner: Double) {
    let expected = angle / 2 * (100 * 100 - inner * inner)
    #expect(abs(area(polar.box(0.7, 0.7 + angle, inner, 100)) - expected) < 0.002 * expected + 0.1)
  }

  @Test("Insets and corners take a little of a sector and keep it in its ring")
  func rounded() throws {
    for angle in stride(from: 0.002, to: 6.28, by: 0.031) {
      for inner in [0.0, 5, 60, 95] {
        let whole = area(polar.box(1, 1 + angle, inner, 100))
        var last = whole + 0.1
        for (inset, corner) in [(0.0, 0.0), (1.0, 0.0), (1.0, 4.0), (3.0, 1e6)] {
          let path = polar.box(1, 1 + angle, inner, 100, inset: inset, cornerRadius: corner)
          let points = path.flattened(tolerance: 0.01).flatMap { $0 }
          for point in points {
            let distance = point.distance(to: polar.center)
            #expect(distance < 100.1 && distance > inner * 0.998 - 0.1)
          }
          let own = area(path)
          #expect(own > 0.05 * whole && own <= last + 1e-6 * whole)
          if inset <= 1 { last = own + 0.1 }
        }
      }
    }
  }

  @Test("Neighbours with an inset lie twice as far apart, all along their edges")
  func parallel() throws {
    let path = polar.box(0, .pi / 2, 40, 100, inset: 3)
    let bounds = try #require(path.bounds)
    // The edge at angle 0 is vertical, 3 points beside the middle; that at π/2 is 3 above it.
    #expect(abs(bounds.minX - 153) < 1e-6)
    #expect(abs(bounds.maxY - 97) < 1e-6)
  }

  @Test("Nothing has a negative size")
  func hard() {
    let small = PolarCoordinates(in: Rect(x: 0, y: 0, width: 0, height: 0), angles: 0...1)
    #expect(small.box(0, 1, 0, small.radius).elements.isEmpty)
    #expect(polar.box(1, 1, 0, 100).elements.isEmpty)
    #expect(polar.box(2, 1, 0, 100).elements.isEmpty)
    #expect(area(polar.box(0, 1, 100, 20)) > 0)
    #expect(polar.room(0, 0.001, 0, 100).width >= 0)
  }
}
