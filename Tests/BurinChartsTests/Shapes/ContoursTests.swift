import BurinCharts
import BurinGeometry
import Testing

@Suite("Contours")
struct ContoursTests {
  private func area(_ loops: [[Point]]) -> Double {
    loops.map { loop in
      loop.indices.map { index in
        let (p, q) = (loop[index], loop[(index + 1) % loop.count])
        return (p.x * q.y - q.x * p.y) / 2
      }.reduce(0, +)
    }.reduce(0, +)
  }

  private func nodes(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0..<count).map {
      range.lowerBound + (range.upperBound - range.lowerBound) * Double($0) / Double(count - 1)
    }
  }

  @Test("A plane has straight lines at the right place")
  func plane() {
    let grid = ContourGrid(xs: [0, 1, 2], ys: [0, 1, 2]) { x, _ in x }
    let lines = grid.lines(at: 0.5)
    #expect(lines.count == 1)
    #expect(lines[0].points == [Point(0.5, 2), Point(0.5, 1), Point(0.5, 0)])
    #expect(!lines[0].isClosed)
    #expect(grid.lines(at: 7).isEmpty)
    #expect(grid.lines(at: .nan).isEmpty)
  }

  @Test("A cone has one closed line close to a circle")
  func circle() throws {
    let axis = nodes(-2...2, 81)
    let grid = ContourGrid(xs: axis, ys: axis) { ($0 * $0 + $1 * $1).squareRoot() }
    let lines = grid.lines(at: 1)
    #expect(lines.count == 1)
    let line = try #require(lines.first)
    #expect(line.isClosed)
    #expect(line.points.count > 100)
    #expect(line.points.allSatisfy { abs($0.distance(to: .zero) - 1) < 1e-3 })
    #expect(Set(line.points).count == line.points.count)
  }

  @Test("A saddle is cut as its centre says")
  func saddle() {
    func lines(_ values: [Double]) -> [ContourGrid.Line] {
      ContourGrid(xs: [0, 1], ys: [0, 1], values: values).lines(at: 0)
    }
    // High corners at (0,0) and (1,1); the centre is high, so that the low corners are cut off.
    let high = lines([3, -1, -1, 3])
    #expect(high.count == 2)
    #expect(high.contains { Set($0.points) == [Point(0.75, 0), Point(1, 0.25)] })
    let low = lines([1, -3, -3, 1])
    #expect(low.count == 2)
    #expect(low.contains { Set($0.points) == [Point(0.25, 0), Point(0, 0.25)] })
  }

  @Test("Cells with a value that is not finite are left out")
  func missing() {
    let values: [Double] = [0, 1, 2, 0, .nan, 2, 0, 1, 2]
    let grid = ContourGrid(xs: [0, 1, 2], ys: [0, 1, 2], values: values)
    #expect(grid.lines(at: 0.5).isEmpty)
    #expect(grid.band(from: 0, to: 3).isEmpty)
    #expect(ContourGrid(xs: [0, 1], ys: [0, 1], values: [1]).lines(at: 0.5).isEmpty)
    #expect(ContourGrid(xs: [0], ys: [], values: []).band(from: 0, to: 1).isEmpty)
  }

  @Test("A band of a cone is a ring: two loops that run against each other")
  func ring() {
    let axis = nodes(-2...2, 161)
    let grid = ContourGrid(xs: axis, ys: axis) { ($0 * $0 + $1 * $1).squareRoot() }
    let band = grid.band(from: 0.5, to: 1.5)
    #expect(band.count == 2)
    // π (1.5² − 0.5²) = 6.283185307179586
    #expect(abs(area(band) - 6.283185307179586) < 0.01)
    #expect(area([band[0]]) * area([band[1]]) < 0)
  }

  @Test("Bands cover the plane once, without gaps")
  func partition() {
    let axis = nodes(0...6, 25)
    let grid = ContourGrid(xs: axis, ys: axis) { x, y in
      (x * 7.3 + y * 2.9).truncatingRemainder(dividingBy: 3) + (x - 3) * (y - 3) / 4
    }
    let levels = [-1e9, -1, -0.25, 0.5, 1, 1.75, 2.5, 1e9]
    let areas = zip(levels, levels.dropFirst()).map { area(grid.band(from: $0, to: $1)) }
    #expect(areas.allSatisfy { $0 > 0 })
    #expect(abs(areas.reduce(0, +) - 36) < 1e-9)
  }

  @Test("A band that holds the whole grid is its outline")
  func whole() {
    let axis = nodes(0...3, 4)
    let band = ContourGrid(xs: axis, ys: axis) { x, y in x + y }.band(from: -1, to: 100)
    #expect(band.count == 1)
    #expect(Set(band[0]) == [Point(0, 0), Point(3, 0), Point(3, 3), Point(0, 3)])
  }

  @Test("Values that equal the level make no double points")
  func exactLevel() {
    let axis = nodes(0...4, 5)
    let grid = ContourGrid(xs: axis, ys: axis) { x, _ in x }
    let lines = grid.lines(at: 2)
    #expect(lines.count == 1)
    #expect(lines[0].points.allSatisfy { $0.x == 2 })
    #expect(lines[0].points.count == 5)
    #expect(abs(area(grid.band(from: 1, to: 2)) - 4) < 1e-12)
  }

  @Test("The same grid gives the same lines in the same order")
  func deterministic() {
    let axis = nodes(0...6, 31)
    func grid() -> ContourGrid {
      ContourGrid(xs: axis, ys: axis) { x, y in (x * y * 1.7).truncatingRemainder(dividingBy: 5) }
    }
    #expect(grid().lines(at: 2.5) == grid().lines(at: 2.5))
    #expect(grid().band(from: 1, to: 2) == grid().band(from: 1, to: 2))
  }
}
