import BurinGeometry
import Testing

@Suite struct RectTests {
  @Test func rectanglesThatOnlyTouchDoNotIntersect() {
    let a = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(!a.intersects(Rect(x: 10, y: 0, width: 5, height: 5)))
    #expect(a.intersects(Rect(x: 9.9, y: 9.9, width: 5, height: 5)))
    #expect(a.intersection(Rect(x: 10, y: 0, width: 5, height: 5)) == nil)
  }

  @Test func theUnionOfNothingIsNothing() {
    #expect(Rect.union(of: []) == nil)
    #expect(
      Rect.union(of: [Rect(x: 0, y: 0, width: 1, height: 1), Rect(x: 4, y: 5, width: 1, height: 1)])
        == Rect(minX: 0, minY: 0, maxX: 5, maxY: 6))
  }

  @Test func quarterTurnsAreExactAndReturnAfterFour() {
    let center = Point(3, 7)
    let point = Point(10, 20)
    let turned = AffineTransform.quarterTurns(1, about: center).apply(point)
    // Clockwise in a y-down space: right of the centre becomes below it.
    #expect(turned == Point(3 - 13, 7 + 7))
    var back = point
    for _ in 0..<4 { back = AffineTransform.quarterTurns(1, about: center).apply(back) }
    #expect(back == point)
    #expect(AffineTransform.quarterTurns(-1, about: center).apply(turned) == point)
  }

  @Test func transformsComposeInReadingOrder() {
    let transform = AffineTransform.scale(2, 3).followed(by: .translation(1, 1))
    #expect(transform.apply(Point(1, 1)) == Point(3, 4))
  }

  @Test("The nearest point is on the edge for points outside, the point itself inside")
  func nearest() {
    let rect = Rect(x: 0, y: 0, width: 4, height: 2)
    #expect(rect.nearest(to: Point(7, 1)) == Point(4, 1))
    #expect(rect.nearest(to: Point(-1, 5)) == Point(0, 2))
    #expect(rect.nearest(to: Point(3, 1)) == Point(3, 1))
  }
}
