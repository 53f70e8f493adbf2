import BurinGeometry
import Testing

@Suite("Segments and polygons")
struct SegmentTests {
  private let box = Rect(x: 0, y: 0, width: 10, height: 10)

  @Test("A segment is clipped to a rectangle")
  func clipping() {
    #expect(
      Segment(Point(-5, 5), Point(15, 5)).clipped(to: box) == Segment(Point(0, 5), Point(10, 5)))
    #expect(Segment(Point(2, 2), Point(3, 3)).clipped(to: box) == Segment(Point(2, 2), Point(3, 3)))
    #expect(Segment(Point(-5, 11), Point(15, 11)).clipped(to: box) == nil)
    #expect(Segment(Point(-5, 2), Point(2, -5)).clipped(to: box) == nil)
    #expect(Segment(Point(5, 5), Point(5, 5)).clipped(to: box) == Segment(Point(5, 5), Point(5, 5)))
  }

  @Test("Segments cross where each has its ends on both sides of the other")
  func crossing() {
    let diagonal = Segment(Point(0, 0), Point(10, 10))
    #expect(diagonal.crosses(Segment(Point(0, 10), Point(10, 0))))
    #expect(!diagonal.crosses(Segment(Point(0, 10), Point(4, 6))))
    #expect(!diagonal.crosses(Segment(Point(10, 10), Point(20, 0))))
    #expect(!diagonal.crosses(diagonal))
  }

  @Test("The distance of a point counts to the nearer end beyond the ends")
  func distance() {
    let level = Segment(Point(0, 0), Point(10, 0))
    #expect(level.distance(to: Point(5, 3)) == 3)
    #expect(level.distance(to: Point(13, 4)) == 5)
    #expect(Segment(Point(1, 1), Point(1, 1)).distance(to: Point(4, 5)) == 5)
  }

  @Test("A ring has a hole, and a rectangle lies in it only off the hole")
  func ring() throws {
    var path = Path.rect(Rect(x: 0, y: 0, width: 30, height: 30))
    path.append(
      .polyline([Point(10, 10), Point(10, 20), Point(20, 20), Point(20, 10)], closed: true))
    let ring = try #require(Polygon(path))
    #expect(ring.contains(Point(5, 5)))
    #expect(!ring.contains(Point(15, 15)))
    #expect(!ring.contains(Point(31, 5)))
    #expect(ring.contains(Rect(x: 1, y: 1, width: 8, height: 8)))
    #expect(!ring.contains(Rect(x: 5, y: 5, width: 20, height: 20)))
    #expect(ring.meets(Rect(x: 5, y: 5, width: 20, height: 20)))
    #expect(!ring.meets(Rect(x: 12, y: 12, width: 6, height: 6)))
    #expect(ring.sides.count == 10)
  }

  @Test("Lines, points and paths that are not finite have no area")
  func noArea() {
    #expect(Polygon(Path()) == nil)
    #expect(Polygon(.segment(Point(0, 0), Point(5, 5))) == nil)
    #expect(Polygon(.polyline([Point(0, 0), Point(.nan, 5), Point(5, 5)], closed: true)) == nil)
  }
}
