import BurinGeometry
import Testing

@testable import BurinCharts

@Suite struct ContourLabelsTests {
  private let bounds = Rect(x: 0, y: 0, width: 300, height: 200)

  /// A hill's side: it rises from the lower left, runs level, and falls again.
  private let hill = [Point(0, 200), Point(100, 50), Point(200, 50), Point(300, 200)]

  @Test func `A name stands where its line runs level`() throws {
    var labels = ContourLabels(lines: [hill], bounds: bounds)
    let rect = labels.place(Size(30, 14), on: 0..<1)
    let place = try #require(rect)
    #expect(abs(place.center.y - 50) < 1e-9)
    #expect(place.minX > 80 && place.maxX < 220)
  }

  @Test func `A name keeps off other lines`() throws {
    let crossing = [Point(150, 0), Point(150, 200)]
    var labels = ContourLabels(lines: [hill, crossing], bounds: bounds)
    let rect = labels.place(Size(30, 14), on: 0..<1)
    let place = try #require(rect)
    #expect(place.maxX < 150 || place.minX > 150)
  }

  @Test func `A name keeps off lines of other marks, which may cross the contour`() throws {
    let chord = [Point(140, 0), Point(160, 200)]
    var labels = ContourLabels(lines: [hill], bounds: bounds, and: [chord])
    let rect = labels.place(Size(30, 14), on: 0..<1)
    let place = try #require(rect)
    // The chord is at x = 145 where the contour is level.
    #expect(place.maxX < 145 || place.minX > 145)
    let fence = stride(from: 2.0, through: 298, by: 10).map { [Point($0, 0), Point($0, 200)] }
    var fenced = ContourLabels(lines: [hill], bounds: bounds, and: fence)
    #expect(fenced.place(Size(30, 14), on: 0..<1) == nil)
  }

  @Test func `A name keeps off points and leaves room for their labels`() throws {
    let point = Rect(center: Point(150, 50), size: Size(10, 10))
    var labels = ContourLabels(lines: [hill], bounds: bounds, avoiding: [point])
    let rect = labels.place(Size(20, 14), on: 0..<1)
    #expect(try !#require(rect).intersects(point.inset(by: -10)))
  }

  @Test func `Two names of one level line do not touch`() throws {
    var labels = ContourLabels(lines: [hill], bounds: bounds)
    let first = labels.place(Size(30, 14), on: 0..<1)
    let second = labels.place(Size(30, 14), on: 0..<1)
    #expect(try !#require(first).intersects(#require(second)))
  }

  @Test func `A line without room goes without a name`() {
    let short = [Point(10, 10), Point(14, 10)]
    var labels = ContourLabels(lines: [short], bounds: Rect(x: 0, y: 0, width: 20, height: 20))
    #expect(labels.place(Size(30, 14), on: 0..<1) == nil)
  }

  @Test func `A line is cut where a name stands`() {
    let parts = ContourLabels.cut(
      [Point(0, 50), Point(100, 50)], by: Rect(x: 40, y: 40, width: 20, height: 20))
    #expect(parts == [[Point(0, 50), Point(40, 50)], [Point(60, 50), Point(100, 50)]])
  }

  @Test func `A line beside a name stays whole`() {
    let line = [Point(0, 5), Point(50, 5), Point(100, 5)]
    #expect(ContourLabels.cut(line, by: Rect(x: 40, y: 40, width: 20, height: 20)) == [line])
  }
}
