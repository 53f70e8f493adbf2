import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Error bars")
struct ErrorBarTests {
  private func parts(_ chart: Chart) throws -> [Rect] {
    try chart.scene(width: 400, height: 300).scene.leaves
      .filter { $0.trail.contains { $0.hasPrefix("mark rectangle") } }.compactMap(\.canvasBounds)
  }

  @Test("A line reaches from end to end, with caps of a width in points")
  func caps() throws {
    let parts = try parts(
      Chart {
        ErrorBar(x: .value("x", 2), y: .value("y", 4.0), yError: (1, 2), capWidth: 10, lineWidth: 2)
        ErrorBar(x: .value("x", 3), y: .value("y", 4.0), yError: 0.5)
      }.chartYScale(domain: 0...10))
    #expect(parts.count == 6)
    let (line, low, high) = (parts[0], parts[1], parts[2])
    #expect(abs(line.width - 2) < 0.01 && abs(low.width - 10) < 0.01 && abs(high.height - 2) < 0.01)
    #expect(abs(low.midY - line.maxY) < 0.01 && abs(high.midY - line.minY) < 0.01)
    #expect(abs(low.midX - line.midX) < 0.01)
    // Three against one.
    #expect(abs(line.height / parts[3].height - 3) < 0.01)
  }

  @Test("An error along x lies along x")
  func horizontal() throws {
    let parts = try parts(
      Chart { ErrorBar(x: .value("x", 5.0), y: .value("name", "A"), xError: 1, capWidth: 6) }
        .chartXScale(domain: 0...10))
    #expect(parts[0].width > parts[0].height)
    #expect(abs(parts[1].height - 6) < 0.01 && abs(parts[1].midX - parts[0].minX) < 0.01)
  }

  @Test("Both errors make a cross")
  func cross() throws {
    let parts = try parts(
      Chart { ErrorBar(x: .value("x", 5), y: .value("y", 5), xError: 1, yError: 1, capWidth: 0) }
        .chartXScale(domain: 0...10).chartYScale(domain: 0...10))
    #expect(parts.count == 2)
    #expect(parts[0].center.distance(to: parts[1].center) < 0.01)
  }

  @Test("The outer caps of places at numbers are whole")
  func whole() throws {
    let parts = try parts(
      Chart {
        for x in 1...5 {
          ErrorBar(x: .value("x", x), y: .value("y", Double(x)), yError: 0.5, capWidth: 12)
        }
      })
    for index in stride(from: 1, to: parts.count, by: 3) {
      #expect(abs(parts[index].width - 12) < 0.01)
    }
  }

  @Test("What is not finite is left out and noted")
  func undefined() throws {
    let picture = try Chart {
      ErrorBar(x: .value("x", 1), y: .value("y", 2.0), yError: .nan)
      PointMark(x: .value("x", 1), y: .value("y", 2.0))
    }.scene(width: 300, height: 200)
    #expect(picture.diagnostics.map(\.message).count == 1)
    #expect(picture.diagnostics.first?.message.contains("not finite") == true)
  }

  @Test("Error bars stand on their bars side by side, and so do rules and points")
  func sideBySide() throws {
    let rows = [("Control", "Before", 4.0), ("Control", "After", 5), ("Drug", "Before", 6)]
    let chart = Chart {
      for row in rows {
        BarMark(x: .value("Group", row.0), y: .value("Score", row.2))
          .position(by: .value("Time", row.1))
        ErrorBar(x: .value("Group", row.0), y: .value("Score", row.2), yError: 0.5, capWidth: 0)
          .position(by: .value("Time", row.1))
        RuleMark(
          x: .value("Group", row.0), yStart: .value("Score", 0.0), yEnd: .value("Score", row.2)
        ).position(by: .value("Time", row.1))
        PointMark(x: .value("Group", row.0), y: .value("Score", row.2))
          .position(by: .value("Time", row.1))
      }
    }
    let (scene, notes) = try chart.scene(width: 400, height: 300)
    #expect(notes.isEmpty)
    func middles(_ name: String) -> [Double] {
      scene.leaves.filter { $0.trail.contains { $0.hasPrefix("mark \(name)") } }
        .compactMap { $0.canvasBounds?.midX }
    }
    let bars = middles("bar")
    #expect(bars.count == 3)
    for name in ["rectangle", "rule", "point"] {
      let others = middles(name)
      #expect(others.count == 3, "\(name)")
      for (bar, other) in zip(bars, others) { #expect(abs(bar - other) < 0.01, "\(name)") }
    }
  }

  @Test("Marks at numbers say that they cannot stand side by side", arguments: [1, 400])
  func noCategories(_ count: Int) throws {
    func notes(_ mark: (Int) -> some ChartContent) throws -> [String] {
      let marks = (0..<count).map { AnyChartContent(erasing: mark($0)) }
      return try Chart { for mark in marks { mark.position(by: .value("k", "a")) } }
        .scene(width: 400, height: 300).diagnostics.map(\.message)
    }
    func says(_ name: String, _ notes: [String]) -> Bool {
      notes.filter {
        $0 == "position(by:) has no effect on \(name)s without categories on an axis"
      }.count == 1
    }
    #expect(try says("point", notes { PointMark(x: .value("x", $0), y: .value("y", 2)) }))
    #expect(try says("rule", notes { RuleMark(x: .value("x", $0)) }))
    #expect(try says("rectangle", notes { RectangleMark(x: .value("x", $0), y: .value("y", 2)) }))
    #expect(
      try says("rectangle", notes { ErrorBar(x: .value("x", $0), y: .value("y", 2.0), yError: 1) }))
  }
}
