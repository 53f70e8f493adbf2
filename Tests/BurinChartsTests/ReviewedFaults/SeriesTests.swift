import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Reviewed faults: series and stacks")
struct ReviewedSeriesTests {
  private func points(_ drawn: Drawn, _ name: String) -> [[Point]] {
    drawn.paths(name).flatMap { $0.path.flattened() }
  }

  @Test("Areas of two loops with different styles are two areas")
  func areas() throws {
    let colors = try Drawn(
      Chart {
        for x in 0...3 { AreaMark(x: .value("x", x), y: .value("y", 3)).foregroundStyle(.good) }
        for x in 0...3 { AreaMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(.bad) }
      })
    #expect(colors.paths("area").count == 2)
    #expect(Set(colors.paths("area").map(\.fill)).count == 2)
    let opacities = try Drawn(
      Chart {
        for x in 0...3 { AreaMark(x: .value("x", x), y: .value("y", 3)).opacity(0.3) }
        for x in 0...3 { AreaMark(x: .value("x", x), y: .value("y", 1)).opacity(0.6) }
      })
    #expect(opacities.paths("area").count == 2)
    let methods = try Drawn(
      Chart {
        for x in 0...3 { AreaMark(x: .value("x", x), y: .value("y", 3)) }
        for x in 0...3 {
          AreaMark(x: .value("x", x), y: .value("y", 1)).interpolationMethod(.stepEnd)
        }
      })
    #expect(methods.paths("area").count == 2)
    let panels = try Drawn(
      Chart {
        for panel in ["a", "b"] {
          for x in 0...3 {
            AreaMark(x: .value("x", x), y: .value("y", 3)).facet(by: .value("f", panel))
          }
        }
      })
    #expect(panels.paths("area").count == 2)
    #expect(panels.paths("area").allSatisfy { $0.path.flattened().count == 1 })
  }

  @Test("Lines that differ by dash, width, symbol or colour are not joined")
  func lines() throws {
    let chart = Chart {
      for x in 0...3 { LineMark(x: .value("x", x), y: .value("y", 1)).lineStyle(dash: [4, 2]) }
      for x in 0...3 { LineMark(x: .value("x", x), y: .value("y", 2)).lineStyle(dash: [2, 2]) }
      for x in 0...3 { LineMark(x: .value("x", x), y: .value("y", 3)).lineStyle(width: 4) }
      for x in 0...3 { LineMark(x: .value("x", x), y: .value("y", 4)).foregroundStyle(.bad) }
      for x in 0...3 { LineMark(x: .value("x", x), y: .value("y", 5)).opacity(0.5) }
    }
    for drawn in [try Drawn(chart), try Drawn(chart.chartXReversed()), try Drawn(HStack { chart })]
    {
      let strokes = drawn.paths("line").filter { $0.stroke != nil }
      #expect(strokes.count == 5)
      #expect(strokes.allSatisfy { $0.path.elements.count == 4 })
    }
  }

  @Test("Series that alternate in the source are joined each for itself")
  func alternating() throws {
    let drawn = try Drawn(
      Chart {
        for x in 0...3 {
          LineMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(.good)
          LineMark(x: .value("x", x), y: .value("y", 2)).foregroundStyle(.bad)
          AreaMark(
            x: .value("x", x), yStart: .value("y", 3), yEnd: .value("y", 4),
            series: .value("s", "a"))
          AreaMark(
            x: .value("x", x), yStart: .value("y", 5), yEnd: .value("y", 6),
            series: .value("s", "b"))
        }
      })
    #expect(drawn.paths("line").count == 2)
    #expect(drawn.paths("area").count == 2)
    #expect(
      drawn.paths("area").allSatisfy {
        agree($0.path.bounds?.height ?? 0, (drawn.paths("area")[0].path.bounds?.height ?? 1))
      })
  }

  /// The height of an area's outline at a position.
  private func extent(_ path: Path, at x: Double) -> ClosedRange<Double>? {
    var ys: [Double] = []
    for line in path.flattened() {
      for (a, b) in zip(line, line.dropFirst() + line.prefix(1))
      where min(a.x, b.x) <= x && x <= max(a.x, b.x) && a.x != b.x {
        ys.append(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x))
      }
    }
    guard let low = ys.min(), let high = ys.max() else { return nil }
    return low...high
  }

  static let holes: [(String, [Double])] = [
    ("one", [0, 1, 3, 4]), ("two", [0, 4]), ("start", [2, 3, 4]), ("between", [0.5, 1.5, 3.5]),
  ]

  @Test("Stacked areas with different places leave no hole and do not overlap", arguments: holes)
  func union(_ name: String, _ places: [Double]) throws {
    let chart = Chart {
      for x in [0.0, 1, 2, 3, 4] {
        AreaMark(x: .value("x", x), y: .value("y", 10 + x)).foregroundStyle(by: .value("s", "A"))
      }
      for x in places {
        AreaMark(x: .value("x", x), y: .value("y", 5)).foregroundStyle(by: .value("s", "B"))
      }
    }
    for chart in [chart, chart.chartXReversed()] {
      let paths = try Drawn(chart).paths("area").map(\.path)
      #expect(paths.count == 2)
      let bounds = try #require(paths[0].bounds)
      for step in 1..<40 {
        let x = bounds.minX + bounds.width * Double(step) / 40
        guard let below = extent(paths[0], at: x), let above = extent(paths[1], at: x) else {
          continue
        }
        #expect(agree(below.lowerBound, above.upperBound, 0.05), "\(name) at \(step)")
      }
    }
  }

  @Test("Positive and negative areas stack apart, as bars do")
  func negative() throws {
    let values = [("a", 3.0), ("b", -2.0), ("c", 4.0), ("d", -1.0)]
    let areas = try Drawn(
      Chart {
        for (name, y) in values {
          for x in [0.0, 1, 2] {
            AreaMark(x: .value("x", x), y: .value("y", y)).foregroundStyle(by: .value("s", name))
          }
        }
      }
    ).outlines("area")
    #expect(areas.count == 4)
    #expect(agree(areas[0].minY, areas[2].maxY))
    #expect(agree(areas[1].minY, areas[0].maxY))
    #expect(agree(areas[3].minY, areas[1].maxY))
    let bars = try Drawn(
      Chart {
        for (name, y) in values {
          BarMark(x: .value("y", y), y: .value("x", "here")).foregroundStyle(by: .value("s", name))
        }
      }
    ).outlines("bar")
    // Bars on which others stand reach half a point under them.
    #expect(agree(bars[0].maxX - 0.5, bars[2].minX))
    #expect(agree(bars[1].maxX, bars[0].minX))
    #expect(agree(bars[3].maxX, bars[1].minX + 0.5))
  }

  @Test(
    "A series that changes its sign crosses zero and covers no other", arguments: [true, false])
  func crossing(_ isReversed: Bool) throws {
    var chart = Chart {
      for (name, ys) in [("a", [2.0, -2, 2]), ("b", [1.0, 1, 1])] {
        for (x, y) in ys.enumerated() {
          AreaMark(x: .value("x", x), y: .value("y", y)).foregroundStyle(by: .value("s", name))
        }
      }
    }
    if isReversed { chart = chart.chartYReversed() }
    let paths = try Drawn(chart).paths("area").map(\.path)
    let bounds = try #require(paths[0].bounds)
    for step in 1..<40 {
      let x = bounds.minX + bounds.width * Double(step) / 40
      guard let a = extent(paths[0], at: x), let b = extent(paths[1], at: x) else { continue }
      let overlap = min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)
      #expect(overlap < 0.05, "at \(step): \(a) and \(b)")
    }
  }

  /// How many corners of each bar are round.
  private func roundCorners(_ drawn: Drawn) -> [Int] {
    drawn.paths("bar").map { item in
      item.path.elements.count { if case .cubic = $0 { true } else { false } }
    }
  }

  @Test("The outer end of a stack alone is round")
  func corners() throws {
    let vertical = Chart {
      for key in ["a", "b", "c"] {
        BarMark(x: .value("x", "one"), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
      }
    }
    #expect(roundCorners(try Drawn(vertical)) == [0, 0, 2])
    let horizontal = Chart {
      for (key, x) in [("a", 1.0), ("b", 1), ("c", -1), ("d", -1)] {
        BarMark(x: .value("x", x), y: .value("y", "one")).foregroundStyle(by: .value("k", key))
      }
    }
    #expect(roundCorners(try Drawn(horizontal)) == [0, 2, 0, 2])
    #expect(roundCorners(try Drawn(horizontal.chartXReversed())) == [0, 2, 0, 2])
    let dodged = Chart {
      for key in ["a", "b"] {
        for part in 0..<2 {
          BarMark(x: .value("x", 1), y: .value("y", 1)).position(by: .value("k", key))
            .foregroundStyle(by: .value("part", "\(part)"))
        }
      }
    }
    #expect(roundCorners(try Drawn(dodged)) == [0, 2, 0, 2])
    let withNothing = Chart {
      for (key, y) in [("a", 1.0), ("b", 2), ("c", 0), ("d", .nan)] {
        BarMark(x: .value("x", "one"), y: .value("y", y)).foregroundStyle(by: .value("k", key))
      }
    }
    #expect(roundCorners(try Drawn(withNothing)).prefix(2) == [0, 2])
    let normalized = Chart {
      for key in ["a", "b"] {
        BarMark(x: .value("x", "one"), y: .value("y", 1), stacking: .normalized)
          .foregroundStyle(by: .value("k", key))
      }
    }
    #expect(roundCorners(try Drawn(normalized)) == [0, 2])
    // A centred stack floats: both of its ends are round.
    let centred = Chart {
      for key in ["a", "b", "c"] {
        BarMark(x: .value("x", "one"), y: .value("y", 1), stacking: .center)
          .foregroundStyle(by: .value("k", key))
      }
    }
    #expect(roundCorners(try Drawn(centred)).last == 2)
    #expect(roundCorners(try Drawn(centred))[1] == 0)
  }
}
