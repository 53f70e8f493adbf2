import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: lengths and places")
struct ReviewedPlaceTests {
  static let nearlyEqual: [[Double]] = [
    [0.1, 0.2, 0.1 + 0.2, 0.3], [1, 2, 3, 3.000000000000001], [1e9, 2e9, 3e9, 3e9 + 1e-6],
    [-0.3, -(0.1 + 0.2), 0, 0.3], [1e-9, 2e-9, 3e-9, 3e-9 * (1 + 1e-15)],
  ]

  @Test(
    "Bars at values that differ by rounding share a place and the others keep their width",
    arguments: nearlyEqual)
  func rounding(_ places: [Double]) throws {
    let vertical = try Drawn(
      Chart { for x in places { BarMark(x: .value("x", x), y: .value("y", 1)) } })
    let rects = vertical.rects("bar")
    #expect(rects.count == 4)
    #expect(rects.allSatisfy { $0.width > 30 })
    // Two of them stack: a bar of half of the height each.
    #expect(Set(rects.map { ($0.midX * 10).rounded() }).count == 3)
    let tops = rects.map(\.minY).sorted()
    #expect(tops[0] < tops[1] - 20)
  }

  @Test(
    "Reversed, dodged and in panels too, values that differ by rounding share a place",
    arguments: nearlyEqual)
  func roundingElsewhere(_ places: [Double]) throws {
    let content = Chart {
      for (index, x) in places.enumerated() {
        BarMark(x: .value("x", x), y: .value("y", 1))
          .position(by: .value("k", index % 2 == 0 ? "a" : "b"))
      }
    }
    for chart in [content, content.chartXReversed()] {
      let rects = try Drawn(chart).rects("bar")
      #expect(rects.count == 4)
      #expect(rects.allSatisfy { $0.width > 15 })
    }
    let panels = try Drawn(
      Chart {
        for x in places {
          BarMark(x: .value("x", x), y: .value("y", 1)).facet(by: .value("f", x < 0 ? "a" : "b"))
        }
      }, width: 800)
    #expect(panels.rects("bar").allSatisfy { $0.width > 20 })
  }

  @Test("Cells of a heat map at values that differ by rounding keep their size")
  func cells() throws {
    let places = [0.1, 0.2, 0.1 + 0.2, 0.3, 0.4]
    let drawn = try Drawn(
      Chart {
        for x in places {
          for y in places { RectangleMark(x: .value("x", x), y: .value("y", y)) }
        }
      })
    let rects = drawn.outlines("rectangle")
    #expect(rects.count == 25)
    #expect(rects.allSatisfy { $0.width > 40 && $0.height > 20 })
  }

  @Test("One bar of daily ones that is a second late takes no width from the others")
  func oneSecondLate() throws {
    let day = 86_400.0
    let times =
      (0..<10).map {
        CivilTime(
          secondsSince1970: 1.7e9 - 1.7e9.truncatingRemainder(dividingBy: day) + Double($0) * day)
      }
      + [
        CivilTime(
          secondsSince1970: 1.7e9 - 1.7e9.truncatingRemainder(dividingBy: day) + 9 * day + 1)
      ]
    let known = times.compactMap { $0 }
    let vertical = try Drawn(
      Chart { for t in known { BarMark(x: .value("t", t), y: .value("y", 1)) } }, width: 600)
    #expect(vertical.rects("bar").allSatisfy { $0.width > 20 })
    let horizontal = try Drawn(
      Chart { for t in known { BarMark(x: .value("y", 1), y: .value("t", t)) } }, height: 500)
    #expect(horizontal.rects("bar").count == 11)
    #expect(horizontal.rects("bar").allSatisfy { $0.height > 15 && $0.width > 20 })
  }

  @Test("Bars on a logarithmic axis of places follow the scale")
  func logarithmicPlaces() throws {
    let drawn = try Drawn(
      Chart { for x in [1.0, 10, 100, 1000] { BarMark(x: .value("x", x), y: .value("y", 1)) } }
        .chartXScale(type: .log()))
    let rects = drawn.rects("bar")
    #expect(rects.count == 4)
    #expect(rects.allSatisfy { agree($0.width, rects[0].width) && $0.width > 30 })
    let middles = rects.map(\.midX)
    #expect(agree(middles[1] - middles[0], middles[3] - middles[2]))
  }

  /// What a chart shows of a field, mirrored back.
  private func image(_ chart: Chart) throws -> ImageItem {
    try #require(
      try Drawn(chart).marks("heat map").compactMap {
        if case .image(let image) = $0.item { image } else { nil }
      }.first)
  }

  @Test("A heat map is mirrored where an axis is")
  func mirroredField() throws {
    let chart = Chart { HeatmapMark(x: 0...4, y: 0...3, columns: 4, rows: 3) { $0 + 10 * $1 } }
    func rows(_ image: ImageItem) -> [[RGBColor]] {
      (0..<image.rows).map { Array(image.cells[$0 * image.columns..<($0 + 1) * image.columns]) }
    }
    let plain = rows(try image(chart))
    #expect(rows(try image(chart.chartXReversed())) == plain.map { $0.reversed() })
    #expect(rows(try image(chart.chartYReversed())) == plain.reversed())
    #expect(
      rows(try image(chart.chartXReversed().chartYReversed()))
        == plain.reversed().map { $0.reversed() })
    #expect(
      rows(try image(chart.chartXScale(domain: .automatic(reversed: true))))
        == plain.map { $0.reversed() })
  }

  @Test("Everything with a place is mirrored where the axis is")
  func mirrored() throws {
    let chart = Chart {
      Corners(x: 0...10, y: 0...10)
      ContourMark(x: 2...6, y: 1...4, levels: [3]) { x, _ in x }.named("a")
      RectangleMark(
        xStart: .value("x", 1), xEnd: .value("x", 3), yStart: .value("y", 5), yEnd: .value("y", 7)
      ).named("b")
      ArrowMark(from: (1, 2), to: (4, 2)).named("c")
      ChordMark(from: (1, 8), to: (2, 9)).named("d")
      BraceMark(y: 1, 4, atX: 7, pointing: .trailing).named("e")
      RuleMark(x: .value("x", 9)).named("f")
      TextMark(x: .value("x", 8), y: .value("y", 3)) { "O" }.named("g")
    }
    .chartXScale(domain: 0...10).chartYScale(domain: 0...10)
    let (plain, mirrored) = (try Drawn(chart), try Drawn(chart.chartXReversed()))
    let (a, b) = (try #require(plain.plot), try #require(mirrored.plot))
    for name in ["a", "b", "c", "d", "f"] {
      let left = try #require(plain.rects(name).first)
      let right = try #require(mirrored.rects(name).first)
      #expect(
        agree((left.midX - a.minX) / a.width, (b.maxX - right.midX) / b.width, 0.02), "\(name)")
      #expect(agree(left.midY - a.minY, right.midY - b.minY, 1), "\(name)")
    }
  }

  @Test("Dodged bars stand in the opposite order on a reversed axis")
  func mirroredSlots() throws {
    let chart = Chart {
      for key in ["a", "b", "c"] {
        BarMark(x: .value("x", "one"), y: .value("y", 1)).position(by: .value("k", key)).named(key)
      }
    }
    let (plain, mirrored) = (try Drawn(chart), try Drawn(chart.chartXReversed()))
    func order(_ drawn: Drawn) -> [String] {
      ["a", "b", "c"].sorted {
        (drawn.rects($0).first?.midX ?? 0) < (drawn.rects($1).first?.midX ?? 0)
      }
    }
    #expect(order(plain) == ["a", "b", "c"])
    #expect(order(mirrored) == ["c", "b", "a"])
  }

  @Test("Bars between a number and a time are horizontal, those at times vertical")
  func direction() throws {
    func day(_ day: Int) -> CivilTime { CivilTime(year: 2024, month: 5, day: day) }
    let level = try Drawn(
      Chart { for d in 1...5 { BarMark(x: .value("n", d * 10), y: .value("day", day(d))) } })
    #expect(level.rects("bar").count == 5)
    #expect(Set(level.rects("bar").map { ($0.minX * 10).rounded() }).count == 1)
    #expect(Set(level.rects("bar").map { $0.width.rounded() }).count == 5)
    let upright = try Drawn(
      Chart { for d in 1...5 { BarMark(x: .value("day", day(d)), y: .value("n", d * 10)) } })
    #expect(Set(upright.rects("bar").map { ($0.maxY * 10).rounded() }).count == 1)
    #expect(upright.ticks("y").contains("0"))
    // Negative, stacked and in panels too.
    let stacked = try Drawn(
      Chart {
        for d in 1...3 {
          for key in ["a", "b"] {
            BarMark(x: .value("n", -d), y: .value("day", day(d)))
              .foregroundStyle(by: .value("k", key)).facet(by: .value("f", "f"))
          }
        }
      })
    #expect(stacked.rects("bar").count == 6)
    #expect(Set(stacked.rects("bar").map { ($0.midY * 10).rounded() }).count == 3)
    #expect(!stacked.ticks("x").contains { $0.contains("1970") })
    // Areas find their direction by the same rule.
    let area = try Drawn(
      Chart { for d in 1...5 { AreaMark(x: .value("n", d * 10), y: .value("day", day(d))) } })
    #expect(area.ticks("x").contains("0"))
    #expect(area.rects("area").count == 1)
  }
}
