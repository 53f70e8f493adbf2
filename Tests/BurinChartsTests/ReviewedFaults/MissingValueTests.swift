import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: missing values")
struct ReviewedMissingValueTests {
  static let missing = [Double.nan, .infinity, -.infinity]

  @Test(
    "A value that is not finite breaks areas and lines alike and is counted", arguments: missing)
  func breaks(_ value: Double) throws {
    let ys = [0, 1, 2, value, 4, 5]
    let area = try Drawn(
      Chart { for (x, y) in ys.enumerated() { AreaMark(x: .value("x", x), y: .value("y", y)) } })
    #expect(area.moves("area") == 2)
    #expect(area.note("area has a value that is not finite"))
    let line = try Drawn(
      Chart { for (x, y) in ys.enumerated() { LineMark(x: .value("x", x), y: .value("y", y)) } })
    #expect(line.moves("line") == 2)
    #expect(line.note("line has a value that is not finite"))
    let edges = try Drawn(
      Chart {
        for (x, y) in ys.enumerated() {
          AreaMark(x: .value("x", x), yStart: .value("y", -1), yEnd: .value("y", y))
        }
      })
    #expect(edges.moves("area") == 2)
    let places = try Drawn(
      Chart { for (y, x) in ys.enumerated() { LineMark(x: .value("x", x), y: .value("y", y)) } }
        .chartYReversed())
    #expect(places.moves("line") == 2)
    let smooth = try Drawn(
      Chart {
        for (x, y) in ys.enumerated() {
          AreaMark(x: .value("x", x), y: .value("y", y)).interpolationMethod(.monotone)
        }
      })
    #expect(smooth.moves("area") == 2)
  }

  @Test("A gap in one of stacked areas is a gap of that series alone")
  func stacked() throws {
    let drawn = try Drawn(
      Chart {
        for x in 0...5 {
          AreaMark(x: .value("x", x), y: .value("y", x == 2 ? Double.nan : 1)).foregroundStyle(
            by: .value("s", "a"))
          AreaMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(by: .value("s", "b"))
        }
      })
    #expect(drawn.paths("area").map { $0.path.flattened().count } == [2, 1])
    #expect(drawn.note("not finite"))
  }

  @Test(
    "Points, bars, cells, rules and texts without a value are left out and counted",
    arguments: missing)
  func leftOut(_ value: Double) throws {
    let marks: [(String, Chart)] = [
      (
        "point",
        Chart { for y in [1, value, 3] { PointMark(x: .value("x", 1), y: .value("y", y)) } }
      ),
      (
        "bar",
        Chart {
          for (x, y) in [1, value, 3].enumerated() {
            BarMark(x: .value("x", "\(x)"), y: .value("y", y))
          }
        }
      ),
      (
        "rectangle",
        Chart {
          for y in [1, value, 3] {
            RectangleMark(
              xStart: .value("x", 1), xEnd: .value("x", 2), yStart: .value("y", 0),
              yEnd: .value("y", y))
          }
        }
      ),
      ("rule", Chart { for y in [1, value, 3] { RuleMark(y: .value("y", y)) } }),
    ]
    for (name, chart) in marks {
      for chart in [chart, chart.chartYReversed()] {
        let drawn = try Drawn(chart)
        #expect(Set(drawn.rects(name).map { "\($0)" }).count == 2, "\(name)")
        #expect(drawn.note("not finite"), "\(name)")
      }
    }
  }

  @Test("An isolated point of a line is a dot two and a half times as wide as the line")
  func dots() throws {
    let ys = [1, .nan, 2, .nan, 3, 4]
    let drawn = try Drawn(
      Chart {
        for (x, y) in ys.enumerated() {
          LineMark(x: .value("x", x), y: .value("y", y)).lineStyle(width: 5)
        }
      })
    let dots = drawn.paths("line").filter { $0.fill != nil }
    #expect(dots.count == 2)
    #expect(dots.allSatisfy { agree($0.path.bounds?.width ?? 0, 12.5, 0.05) })
    // A series of one point, coloured by value, on an axis of times, dashed.
    let single = try Drawn(
      Chart {
        for (day, key) in [(1, "a"), (2, "a"), (2, "b")] {
          LineMark(x: .value("t", CivilTime(year: 2024, month: 1, day: day)), y: .value("y", day))
            .foregroundStyle(by: .value("k", key))
        }
      })
    #expect(single.paths("line").filter { $0.fill != nil }.count == 1)
    let dashed = try Drawn(
      Chart { LineMark(x: .value("x", "a"), y: .value("y", 1)).lineStyle(dash: [4, 2]) })
    #expect(dashed.paths("line").count == 1)
  }

  @Test("An area of one place, or between two gaps, is seen")
  func slivers() throws {
    let single = try Drawn(Chart { AreaMark(x: .value("x", 1), y: .value("y", 2)) })
    #expect(single.rects("area").contains { $0.height > 20 })
    let isolated = try Drawn(
      Chart {
        for (x, y) in [1, .nan, 2, .nan, 3, 4].enumerated() {
          AreaMark(x: .value("x", x), y: .value("y", y))
        }
      })
    // The two isolated places are lines of the width of a hair; the last two an area.
    #expect(isolated.paths("area").flatMap { $0.path.flattened() }.count == 3)
  }

  private func image(_ drawn: Drawn) -> ImageItem? {
    drawn.marks("heat map").compactMap {
      if case .image(let image) = $0.item { image } else { nil }
    }.first
  }

  @Test("A constant field has the middle colour, one without values is clear and says so")
  func fields() throws {
    let constant = try Drawn(
      Chart { HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2) { _, _ in 7 }.withColorBar() })
    let cells = try #require(image(constant)?.cells)
    let theme = Theme.standard
    let middle = try theme.resolve(.accent.tint(0.88)).mixed(with: theme.resolve(.accent), at: 0.5)
    #expect(cells.allSatisfy { $0 == middle })
    #expect(constant.legend.contains("6") && constant.legend.contains("8"))
    let nothing = try Drawn(
      Chart { HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2) { _, _ in .nan }.withColorBar() }
    )
    #expect(image(nothing) == nil)
    #expect(nothing.note("no finite value"))
    let partly = try Drawn(
      Chart { HeatmapMark(x: 0...2, y: 0...1, columns: 2, rows: 1) { x, _ in x < 1 ? .nan : 3 } })
    #expect(try #require(image(partly)?.cells.first).alpha == 0)
    let huge = try Drawn(
      Chart {
        HeatmapMark(x: 0...2, y: 0...1, columns: 2, rows: 1) { x, _ in x < 1 ? -1e308 : 1e308 }
      })
    #expect(Set(try #require(image(huge)?.cells)).count == 2)
  }

  @Test(
    "Cells of one value have the middle colour; one without a value has none", arguments: missing)
  func cells(_ value: Double) throws {
    let constant = try Drawn(
      Chart {
        for x in 0..<3 {
          RectangleMark(x: .value("x", "\(x)"), y: .value("y", "a")).foregroundStyle(
            by: .value("v", 4.5))
        }
      })
    #expect(Set(constant.paths("rectangle").map(\.fill)).count == 1)
    #expect(constant.legend.contains { $0.contains("4.5") })
    let drawn = try Drawn(
      Chart {
        for (x, v) in [1, value, 3].enumerated() {
          RectangleMark(x: .value("x", "\(x)"), y: .value("y", "a")).foregroundStyle(
            by: .value("v", v))
        }
      })
    #expect(drawn.paths("rectangle").count == 2)
    #expect(drawn.note("rectangle has a value that is not finite"))
    #expect(drawn.ticks("x") == ["0", "1", "2"])
    let points = try Drawn(
      Chart {
        for (x, v) in [1, value, 3].enumerated() {
          PointMark(x: .value("x", x), y: .value("y", 1)).symbolSize(by: .value("v", v))
        }
      })
    #expect(points.rects("point").count == 2)
    let bars = try Drawn(
      Chart {
        for (x, v) in [1, value, 3].enumerated() {
          BarMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(by: .value("v", v)).opacity(
            by: .value("v", v))
        }
      })
    #expect(bars.rects("bar").count == 2)
  }

  @Test("A mark without a value of a channel beside marks that have one is drawn as usual")
  func withoutField() throws {
    let drawn = try Drawn(
      Chart {
        PointMark(x: .value("x", 1), y: .value("y", 1))
        PointMark(x: .value("x", 2), y: .value("y", 1)).foregroundStyle(by: .value("v", 1.5))
        PointMark(x: .value("x", 3), y: .value("y", 1)).foregroundStyle(by: .value("v", 2.5))
        RuleMark(y: .value("y", 2))
      })
    #expect(drawn.paths("point").count == 3)
    #expect(drawn.paths("rule").count == 1)
  }

  @Test("A chart without a finite value or without marks says so")
  func nothing() throws {
    #expect(
      try Drawn(Chart { LineMark(x: .value("x", Double.nan), y: .value("y", Double.nan)) }).note(
        "not finite"))
    #expect(
      try Drawn(Chart { for _ in 0..<0 { PointMark(x: .value("x", 1), y: .value("y", 1)) } }).note(
        "no marks"))
    #expect(
      try Drawn(Chart { BarMark(x: .value("x", "a"), y: .value("y", Double.nan)) }).note(
        "not finite"))
  }
}
