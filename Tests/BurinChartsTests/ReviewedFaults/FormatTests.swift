import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: formats and ticks")
struct ReviewedFormatTests {
  private func day(_ month: Int, _ day: Int) -> CivilTime {
    CivilTime(year: 2024, month: month, day: day)
  }

  @Test("Numbers and times that are keys are written as such")
  func keys() throws {
    let years = try Drawn(
      Chart {
        for year in [2023, 2024] {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", year))
              .foregroundStyle(by: .value("year", year))
          }
        }
      })
    #expect(years.legend == ["2023", "2024"])
    let days = try Drawn(
      Chart {
        for d in [day(1, 1), day(2, 1)] {
          PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("day", d))
        }
      })
    #expect(days.legend == ["2024-01", "2024-02"] || days.legend == ["2024-01-01", "2024-02-01"])
    let symbols = try Drawn(
      Chart {
        for d in [1.0, 2.5] {
          PointMark(x: .value("x", 1), y: .value("y", 1)).symbol(by: .value("v", d))
        }
      })
    #expect(symbols.legend == ["1", "2.5"])
    let dashes = try Drawn(
      Chart {
        for d in [1_000_000, 2_000_000] {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", d)).lineStyle(by: .value("v", d))
          }
        }
      })
    #expect(!dashes.legend.contains { $0.contains(".0") })
    let panels = try Drawn(
      Chart {
        for d in [day(1, 1), day(1, 2)] {
          PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("day", d))
        }
      })
    #expect(panels.scene.texts(below: "title").map(\.text) == ["2024-01-01", "2024-01-02"])
    let sizes = try Drawn(
      Chart {
        for d in 1...4 {
          PointMark(x: .value("x", d), y: .value("y", 1)).symbolSize(by: .value("v", d * 1000))
        }
      })
    #expect(!sizes.legend.isEmpty && !sizes.legend.contains { $0.contains(".0") })
  }

  @Test("Colours that are given for numbers and times as keys are theirs")
  func givenKeys() throws {
    let theme = Theme.standard
    let (good, bad) = (try theme.resolve(.good), try theme.resolve(.bad))
    let years = try Drawn(
      Chart {
        for year in [2023, 2024] {
          BarMark(x: .value("x", "\(year)"), y: .value("y", 1)).foregroundStyle(
            by: .value("year", year))
        }
      }
      .chartForegroundStyleScale([2024: .good, 2023: .bad]))
    #expect(years.paths("bar").map(\.fill) == [.color(bad), .color(good)])
    #expect(years.legend == ["2024", "2023"])
    let days = try Drawn(
      Chart {
        for d in [day(1, 1), day(2, 1), day(3, 1)] {
          BarMark(x: .value("x", d), y: .value("y", 1)).foregroundStyle(by: .value("day", d))
        }
      }
      .chartForegroundStyleScale([day(1, 1): .good, day(2, 1): .bad, day(3, 1): .muted]))
    #expect(days.paths("bar").prefix(2).map(\.fill) == [.color(good), .color(bad)])
    #expect(days.legend.count == 3)
    let numbers = try Drawn(
      Chart {
        for n in [0.5, 1.5] {
          BarMark(x: .value("x", n), y: .value("y", 1)).foregroundStyle(by: .value("n", n))
        }
      }
      .chartForegroundStyleScale(domain: [0.5, 1.5], range: [.good, .bad]))
    #expect(numbers.paths("bar").map(\.fill) == [.color(good), .color(bad)])
  }

  @Test(
    "Times over less than two seconds fill the axis and have ticks of milliseconds",
    arguments: [1.5, 0.2, 0.004])
  func milliseconds(_ span: Double) throws {
    for (offset, isVertical) in [(0.0, false), (0.37, false), (0.1, true)] {
      let start = Moment(seconds: 1_716_200_000 + offset * span)
      let end = Moment(seconds: start.seconds + span)
      let drawn = try Drawn(
        Chart {
          for (index, t) in [start, end].enumerated() {
            if isVertical {
              PointMark(x: .value("y", index), y: .value("t", t))
            } else {
              PointMark(x: .value("t", t), y: .value("y", index))
            }
          }
        })
      let centers = drawn.centers("point")
      let extent = isVertical ? abs(centers[0].y - centers[1].y) : abs(centers[0].x - centers[1].x)
      #expect(extent > (isVertical ? 120 : 190), "\(span) at \(offset): \(extent)")
      let ticks = drawn.ticks(isVertical ? "y" : "x")
      #expect(ticks.count >= 2)
      #expect(Set(ticks).count == ticks.count, "\(ticks)")
    }
  }

  @Test(
    "Equal values have an axis of their own size", arguments: [3e-9, -3e-9, 3e9, 1e-300, 1e300, 5])
  func equal(_ value: Double) throws {
    let points = try Drawn(
      Chart { for x in 0...3 { PointMark(x: .value("x", x), y: .value("y", value)) } })
    let ticks = points.ticks("y")
    #expect(ticks.count >= 2 && Set(ticks).count == ticks.count, "\(ticks)")
    let along = try Drawn(
      Chart { for y in 0...3 { PointMark(x: .value("x", value), y: .value("y", y)) } })
    #expect(Set(along.ticks("x")).count == along.ticks("x").count)
    let colors = try Drawn(
      Chart {
        for x in 0...3 {
          PointMark(x: .value("x", x), y: .value("y", 1)).foregroundStyle(by: .value("v", value))
        }
      })
    let labels = colors.labels(of: "legend color bar")
    #expect(Set(labels).count == labels.count && !labels.isEmpty, "\(labels)")
    let bars = try Drawn(
      Chart { for x in 0...3 { BarMark(x: .value("x", x), y: .value("y", value)) } })
    #expect(bars.rects("bar").allSatisfy { $0.height > 100 })
  }

  @Test(
    "A logarithmic axis needs no whole decade",
    arguments: [0.45...0.46, 3...4.5, 150...170, 1e-8...1.2e-8])
  func logarithm(_ range: ClosedRange<Double>) throws {
    let vertical = Chart {
      for (x, y) in [range.lowerBound, range.upperBound].enumerated() {
        PointMark(x: .value("x", x), y: .value("y", y))
      }
    }.chartYScale(type: .log())
    let drawn = try Drawn(vertical)
    #expect(abs(drawn.centers("point")[0].y - drawn.centers("point")[1].y) > 90)
    #expect(Set(drawn.ticks("y")).count == drawn.ticks("y").count)
    #expect(drawn.ticks("y").count >= 2, "\(drawn.ticks("y"))")
    let horizontal = Chart {
      for (y, x) in [range.lowerBound, range.upperBound].enumerated() {
        PointMark(x: .value("x", x), y: .value("y", y))
      }
    }.chartXScale(type: .log()).chartXReversed()
    let other = try Drawn(horizontal)
    #expect(abs(other.centers("point")[0].x - other.centers("point")[1].x) > 140)
    #expect(other.ticks("x").count >= 2, "\(other.ticks("x"))")
  }

  @Test("A logarithmic axis of y has minor ticks as one of x has")
  func minor() throws {
    func count(_ chart: Chart, _ axis: String) throws -> Int {
      try Drawn(chart, width: 640, height: 480).leaves(of: "axis \(axis) ticks").count
    }
    let ticks = AxisMarks {
      AxisTick(); AxisValueLabel()
    }
    let y = Chart { for n in [1.0, 1000] { PointMark(x: .value("x", n), y: .value("y", n)) } }
      .chartYScale(type: .log()).chartYAxis { ticks }
    #expect(try count(y, "y") > 20)
    let x = Chart { for n in [1.0, 1000] { PointMark(x: .value("x", n), y: .value("y", n)) } }
      .chartXScale(type: .log()).chartXAxis { ticks }
    #expect(try count(x, "x") > 20)
  }

  @Test("Formats have as many decimals as their ticks need to differ")
  func separating() throws {
    let base = Chart {
      for (x, y) in [0.001, 0.002, 0.003].enumerated() {
        PointMark(x: .value("x", y), y: .value("y", Double(x) * y))
      }
    }
    for format in [NumberFormat.percent(), .fixed(0), .significant(1), .compact(1), .currency("€")]
    {
      let drawn = try Drawn(
        base.chartXAxis { AxisMarks { AxisValueLabel(format: format) } }
          .chartYAxis { AxisMarks { AxisValueLabel(format: format) } })
      for axis in ["x", "y"] {
        let ticks = drawn.ticks(axis)
        #expect(Set(ticks).count == ticks.count && ticks.count > 1, "\(format): \(ticks)")
      }
    }
    let listed = try Drawn(
      base.chartXScale(domain: 0...0.004).chartXAxis {
        AxisMarks(values: [0.001, 0.002, 0.003]) { AxisValueLabel(format: .percent()) }
      })
    #expect(listed.ticks("x") == ["0.1%", "0.2%", "0.3%"])
    let second = try Drawn(
      base.chartXSecondaryAxis(
        "other", factor: 1,
        marks: AxisMarks {
          AxisTick(); AxisValueLabel(format: .percent())
        }))
    let ticks = second.ticks("x second")
    #expect(Set(ticks).count == ticks.count, "\(ticks)")
  }

  @Test("The order of modifiers of an axis does not matter")
  func order() throws {
    let chart = Chart {
      for n in [1.0, 100_000] { PointMark(x: .value("x", n), y: .value("y", n)) }
    }
    func text(_ chart: Chart) throws -> String { try Drawn(chart).scene.text }
    let x = try text(chart.chartXScale(type: .log()).chartXScale(domain: 1...100_000))
    #expect(try x == text(chart.chartXScale(domain: 1...100_000).chartXScale(type: .log())))
    #expect(try x == text(chart.chartXScale(domain: 1...100_000, type: .log())))
    let y = try text(chart.chartYScale(type: .log()).chartYScale(domain: 1...1000).chartYReversed())
    #expect(
      try y == text(chart.chartYReversed().chartYScale(domain: 1...1000).chartYScale(type: .log())))
    let colors = Chart {
      for n in [1.0, 10, 100] {
        PointMark(x: .value("x", n), y: .value("y", n)).foregroundStyle(by: .value("n", n))
      }
    }
    let both = try text(
      colors.chartForegroundStyleScale(range: [.good, .bad], domain: 1...100, type: .log()))
    #expect(
      try both
        == text(
          colors.chartForegroundStyleScale(range: [.good, .bad], domain: 1...100)
            .chartForegroundStyleScale(range: [.good, .bad], type: .log())))
    let legend = Chart {
      for key in ["a", "b", "c"] {
        PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
      }
    }
    #expect(
      try text(legend.chartForegroundStyleScale(["a": .good]).chartXReversed())
        == text(legend.chartXReversed().chartForegroundStyleScale(["a": .good])))
    #expect(
      try text(chart.chartXAxis(.hidden).chartXAxis { AxisMarks() })
        == text(chart.chartXAxis { AxisMarks() }.chartXAxis(.hidden)))
    #expect(
      try text(chart.chartXScale(domain: .automatic(includesZero: true)).chartXScale(type: .linear))
        == text(
          chart.chartXScale(type: .linear).chartXScale(domain: .automatic(includesZero: true))))
    #expect(
      try text(chart.chartXAxisLabel(.hidden).chartXAxisLabel("title"))
        == text(chart.chartXAxisLabel("title").chartXAxisLabel(.hidden)))
  }

  @Test(
    "Whole numbers have whole ticks on either axis, reversed and in panels",
    arguments: [0...1, 1896...1899, -2...0, 5...5])
  func whole(_ range: ClosedRange<Int>) throws {
    let chart = Chart {
      for n in range { PointMark(x: .value("x", n), y: .value("y", n)) }
    }
    let panels = Chart {
      for n in range {
        PointMark(x: .value("x", n), y: .value("y", n)).facet(by: .value("f", n % 2))
      }
    }
    for chart in [chart, chart.chartXReversed().chartYReversed(), panels] {
      let drawn = try Drawn(chart, width: 620)
      for axis in ["x", "y"] {
        let ticks = drawn.ticks(axis)
        #expect(!ticks.isEmpty && !ticks.contains { $0.contains(".") }, "\(ticks)")
      }
    }
    let bars = try Drawn(Chart { for n in range { BarMark(x: .value("x", n), y: .value("y", n)) } })
    #expect(!(bars.ticks("x") + bars.ticks("y")).contains { $0.contains(".") })
    let sizes = try Drawn(
      Chart {
        for n in range {
          PointMark(x: .value("x", n), y: .value("y", n)).symbolSize(by: .value("n", n))
        }
      })
    #expect(!sizes.legend.contains { $0.contains(".") }, "\(sizes.legend)")
    let colors = try Drawn(
      Chart {
        for n in range.lowerBound...range.lowerBound + 12 {
          PointMark(x: .value("x", n), y: .value("y", n)).foregroundStyle(by: .value("n", n))
        }
      })
    #expect(!colors.legend.contains { $0.contains(".") }, "\(colors.legend)")
  }

  @Test("The labels of an axis have one face and one form", arguments: [1.2e8, 3e12, 4e-7, 1.5e6])
  func oneForm(_ top: Double) throws {
    let chart = Chart {
      for (x, y) in [0, top / 2, top].enumerated() {
        PointMark(x: .value("x", y), y: .value("y", y * Double(x)))
      }
    }
    for chart in [chart, chart.chartXReversed()] {
      let drawn = try Drawn(chart)
      for axis in ["x", "y"] {
        var faces: [Set<String>] = []
        for number in 1...drawn.ticks(axis).count {
          let runs = drawn.leaves(of: "axis \(axis)").filter { $0.trail.contains("tick \(number)") }
            .compactMap {
              if case .glyphs(let run) = $0.item { run.font.postScriptName } else { nil }
            }
          faces.append(Set(runs))
        }
        #expect(Set(faces).count == 1, "\(drawn.ticks(axis)): \(faces)")
      }
    }
  }
}

/// A time with a part of a second.
struct Moment: Plottable {
  struct Seconds: PrimitivePlottableProtocol {
    var plottedNumber: Double
    static var valueKind: ValueKind { .time }
  }
  var seconds: Double
  init(seconds: Double) { self.seconds = seconds }
  init?(primitivePlottable: Seconds) { seconds = primitivePlottable.plottedNumber }
  var primitivePlottable: Seconds { Seconds(plottedNumber: seconds) }
}
