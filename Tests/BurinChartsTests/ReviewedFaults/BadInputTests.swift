import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: bad input")
struct ReviewedBadInputTests {
  private static let base = Chart {
    for x in 1...3 {
      LineMark(x: .value("x", Double(x)), y: .value("y", Double(x))).foregroundStyle(
        by: .value("k", "a"))
      PointMark(x: .value("x", Double(x)), y: .value("y", Double(x))).foregroundStyle(
        by: .value("k", "b"))
    }
  }

  @Test(
    "A stride that is no length is an error that says so",
    arguments: [0, -1, .nan, .infinity, -.infinity, 1e-300, Double.leastNonzeroMagnitude])
  func strides(_ step: Double) throws {
    for chart in [
      Self.base.chartXAxis { AxisMarks(values: .stride(by: step)) },
      Self.base.chartYAxis { AxisMarks(values: .stride(by: step, from: 0, through: 5)) },
      Self.base.chartXScale(domain: 0...5).chartXReversed().chartXAxis {
        AxisMarks(values: .stride(by: step))
      },
      Self.base.chartXSecondaryAxis(
        "s", factor: 2, marks: AxisMarks(values: .stride(by: step)) { AxisValueLabel() }),
    ] {
      let message = message(chart)
      #expect(
        message?.hasPrefix("axis marks: ") == true || step == .infinity && message == nil,
        "\(step): \(message ?? "no error")")
    }
  }

  @Test("A stride whose ends are no numbers or that has too many places is an error")
  func ends() throws {
    for (from, to) in [(Double.nan, 5.0), (0, .nan), (-.infinity, 5), (0, .infinity), (0, 1e300)] {
      let chart = Self.base.chartXAxis {
        AxisMarks(values: .stride(by: 1, from: from, through: to))
      }
      #expect(
        message(chart)?.hasPrefix("axis marks: ") == true,
        "\(from)…\(to): \(message(chart) ?? "no error")")
    }
    let times = Chart {
      for year in [1, 9999] { PointMark(x: .value("t", CivilTime(year: year)), y: .value("y", 1)) }
    }
    for count in [0, -1, Int.min] {
      #expect(
        message(times.chartXAxis { AxisMarks(values: .stride(by: .month, count: count)) })?
          .contains("axis marks: ") == true)
    }
    #expect(
      message(times.chartXAxis { AxisMarks(values: .stride(by: .day, count: 1)) })?.contains(
        "axis marks: ") == true)
    #expect(
      message(times.chartXAxis { AxisMarks(values: .stride(by: .year, count: .max)) }) != "trap")
    #expect(
      message(Self.base.chartXAxis { AxisMarks(values: .stride(by: .day)) })?
        .contains("needs an axis of times, not of numbers") == true)
  }

  @Test("One point and a stride are no reason for an error")
  func onePoint() throws {
    let chart = Chart { PointMark(x: .value("x", 1.0), y: .value("y", 1.0)) }
      .chartXAxis { AxisMarks(values: .stride(by: 1)) }
    #expect(message(chart) == nil)
    let many = Chart { PointMark(x: .value("x", 1.0), y: .value("y", 1.0)) }
      .chartXAxis { AxisMarks(values: .stride(by: 0.001)) }
    if let message = message(many) { #expect(!message.contains("-"), "\(message)") }
    #expect(try Drawn(many).isOnCanvas)
  }

  @Test(
    "Any number of columns or ticks is taken or refused by name",
    arguments: [Int.min, -1, 0, 1, 3, 10_000, .max])
  func counts(_ count: Int) throws {
    let panels = Chart {
      for f in 0..<3 { PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("f", f)) }
    }
    let columns = message(panels.chartFacets(columns: count), width: 600, height: 500)
    #expect(
      count < 1 ? columns?.contains("columns of panels") == true : columns == nil,
      "\(columns ?? "nil")")
    for chart in [
      Self.base.chartLegend(position: .bottom, columns: count),
      Self.base.chartXAxis { AxisMarks(values: .automatic(desiredCount: count)) },
      Self.base.chartYAxis { AxisMarks(values: .automatic(desiredCount: count)) },
      Chart {
        for x in 1...3 {
          PointMark(x: .value("x", x), y: .value("y", x)).foregroundStyle(
            by: .value("v", Double(x) * 1.5))
        }
      }.chartForegroundStyleScale(range: [.good, .bad], steps: count),
      Chart {
        HeatmapMark(x: 0...1, y: 0...1, columns: count == .max ? 3 : min(count, 50), rows: 2) {
          $0 + $1
        }
      },
      Chart {
        for i in 0..<2 {
          PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(
            .series(count == .min ? count : count - i))
        }
      },
    ] {
      if let message = message(chart) {
        #expect(message.contains("\(count)"), "\(message)")
      }
    }
  }

  static let hard: [Double] = [
    .nan, .infinity, -.infinity, -1, 0, 1e308, -1e308, .leastNonzeroMagnitude, 1e-300,
    .greatestFiniteMagnitude,
  ]

  @Test("Any number in a setting is taken or refused by name, and nothing traps", arguments: hard)
  func settings(_ n: Double) throws {
    let styled: [(String, Chart)] = [
      (
        "bandPadding", Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)) }.chartBandPadding(n)
      ),
      ("aspect", Self.base.chartAspect(n)),
      (
        "lineWidth",
        Chart {
          for x in 0...1 { LineMark(x: .value("x", x), y: .value("y", x)).lineStyle(width: n) }
        }
      ),
      (
        "dash",
        Chart {
          for x in 0...1 { LineMark(x: .value("x", x), y: .value("y", x)).lineStyle(dash: [n, n]) }
        }
      ),
      ("symbolSize", Chart { PointMark(x: .value("x", 1), y: .value("y", 1)).symbolSize(n) }),
      ("cornerRadius", Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)).cornerRadius(n) }),
      ("opacity", Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)).opacity(n) }),
      ("width", Chart { BarMark(x: .value("x", "a"), y: .value("y", 1), width: .fixed(n)) }),
      ("ratio", Chart { BarMark(x: .value("x", "a"), y: .value("y", 1), width: .ratio(n)) }),
      ("inset", Chart { BarMark(x: .value("x", "a"), y: .value("y", 1), width: .inset(n)) }),
      (
        "spacing",
        Chart {
          PointMark(x: .value("x", 1), y: .value("y", 1)).annotation(position: .top, spacing: n) {
            "a"
          }
        }
      ),
      (
        "distance", Chart { CalloutMark(x: .value("x", 1), y: .value("y", 1), distance: n) { "a" } }
      ),
      (
        "along",
        Chart {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", x)).annotation(position: .along(n)) { "a" }
          }
        }
      ),
      (
        "tick",
        Self.base.chartXAxis {
          AxisMarks {
            AxisTick(length: n); AxisValueLabel()
          }
        }
      ),
      ("grid", Self.base.chartXAxis { AxisMarks { AxisGridLine(stroke: StrokeStyle(dash: [n])) } }),
      ("listed", Self.base.chartXAxis { AxisMarks(values: [n]) }),
      ("factor", Self.base.chartYSecondaryAxis("s", factor: n)),
      ("offset", Self.base.chartXSecondaryAxis("s", factor: 1, offset: n)),
      ("trim", Chart { ArrowMark(from: (0.0, 0.0), to: (1.0, 1.0), bulge: n, trim: n) }),
      ("brace", Chart { BraceMark(y: 0, 1, atX: 1, depth: n) }),
      (
        "level",
        Chart { ContourMark(x: 0...1, y: 0...1, columns: 4, rows: 4, levels: [n]) { $0 + $1 } }
      ),
      (
        "color",
        Chart {
          for v in [1, n] {
            PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("v", v))
          }
        }
      ),
      (
        "size",
        Chart {
          for v in [1, n] {
            PointMark(x: .value("x", 1), y: .value("y", 1)).symbolSize(by: .value("v", v))
          }
        }
      ),
      (
        "symbol",
        Chart {
          for v in [1, n] {
            PointMark(x: .value("x", 1), y: .value("y", 1)).symbol(by: .value("v", v))
          }
        }
      ),
      (
        "facet",
        Chart {
          for v in [1, n] {
            PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("v", v))
          }
        }
      ),
      ("place", Chart { for v in [1, n] { BarMark(x: .value("x", v), y: .value("y", 1)) } }),
      ("length", Chart { for v in [1, n] { BarMark(x: .value("x", "\(v)"), y: .value("y", v)) } }),
      ("value", Chart { for v in [1, n] { LineMark(x: .value("x", v), y: .value("y", v)) } }),
    ]
    for (name, chart) in styled {
      if let message = message(chart) {
        #expect(
          !message.contains("only -") && !message.contains("needs 0 pt"), "\(name): \(message)")
        continue
      }
      let drawn = try Drawn(chart)
      for leaf in drawn.scene.leaves {
        guard case .path(let item) = leaf.item, let bounds = item.path.bounds else { continue }
        #expect(
          bounds.minX.isFinite && bounds.maxX.isFinite && bounds.minY.isFinite
            && bounds.maxY.isFinite, "\(name): \(leaf.path)")
        if let width = item.stroke?.width {
          #expect(width.isFinite && width >= 0, "\(name): \(leaf.path)")
        }
      }
    }
    for content in [
      Self.base.frame(height: n), Self.base.frame(width: n), Self.base.padding(n),
      Self.base.layoutWeight(n),
    ] {
      if let message = message(content, height: nil) {
        #expect(!message.contains("only -"), "\(message)")
      }
    }
    for content in [
      HStack(spacing: n) {
        Self.base; Self.base
      }
    ] {
      if let message = message(content) { #expect(!message.contains("only -"), "\(message)") }
    }
  }

  @Test("Domains that are no stretch of numbers are an error that names the axis")
  func domains() throws {
    for domain in [0...Double.infinity, -Double.infinity...0, -Double.infinity...Double.infinity] {
      #expect(
        message(Self.base.chartXScale(domain: domain))?.hasPrefix("x axis: ") == true,
        "\(message(Self.base.chartXScale(domain: domain)) ?? "nil")")
      #expect(message(Self.base.chartYScale(domain: domain))?.hasPrefix("y axis: ") == true)
    }
    #expect(
      message(Self.base.chartXScale(domain: 0...10, type: .log()))?.hasPrefix("x axis: ") == true)
    #expect(message(Self.base.chartXScale(domain: ["a", "b"]))?.hasPrefix("x axis: ") == true)
    #expect(message(Self.base.chartXScale(domain: "a"..."c"))?.hasPrefix("x axis: ") == true)
    let categories = Chart { BarMark(x: .value("x", "a"), y: .value("y", 1)) }
    #expect(message(categories.chartXScale(domain: 0...10))?.hasPrefix("x axis: ") == true)
    #expect(message(categories.chartXScale(domain: "a"..."c"))?.hasPrefix("x axis: ") == true)
    #expect(message(categories.chartXScale(type: .log()))?.hasPrefix("x axis: ") == true)
    #expect(message(categories.chartYScale(type: .log()))?.hasPrefix("y axis: ") == true)
    // A domain of times for numbers, and the other way round.
    let times = Chart { PointMark(x: .value("x", CivilTime(year: 2024)), y: .value("y", 1)) }
    #expect(message(times.chartXScale(domain: 0...10)) != "trap")
  }

  @Test("Values of two kinds on one axis, or categories as lengths, are an error that names both")
  func kinds() throws {
    let mixed = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1))
      PointMark(x: .value("x", "a"), y: .value("y", 1))
    }
    #expect(message(mixed)?.contains("numbers and categories") == true)
    let across = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 1))
      RuleMark(x: .value("x", CivilTime(year: 2024)))
    }
    #expect(message(across)?.contains("categories and times") == true)
    let lengths = Chart {
      BarMark(x: .value("x", "a"), yStart: .value("y", "low"), yEnd: .value("y", "high"))
    }
    #expect(
      message(lengths)?.contains("must be numbers or times, not categories") == true,
      "\(message(lengths) ?? "nil")")
    let both = Chart { BarMark(x: .value("x", "a"), y: .value("y", "b")) }
    #expect(message(both)?.contains("both have categories") == true)
    let areas = Chart { AreaMark(x: .value("x", "a"), y: .value("y", "b")) }
    #expect(message(areas)?.contains("both have categories") == true)
    let colors = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("k", "a"))
      PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("k", 1))
    }
    #expect(message(colors)?.contains("categories and numbers") == true)
  }

  @Test(
    "An area or a bar over zero on a logarithmic axis is an error that says what would be right")
  func logarithm() throws {
    for chart in [
      Chart { BarMark(x: .value("x", "a"), y: .value("y", 5)) }.chartYScale(type: .log()),
      Chart { BarMark(x: .value("x", 5), y: .value("y", "a")) }.chartXScale(type: .log()),
      Chart { for x in 0...2 { AreaMark(x: .value("x", x), y: .value("y", 5)) } }.chartYScale(
        type: .log()),
      Chart { AreaPlot(x: "x", y: "y", domain: 1...2) { $0 } }.chartYScale(type: .log()),
    ] {
      let message = message(chart)
      #expect(
        message?.contains(" axis: ") == true && message?.contains("Start and ") == true
          || message?.contains("draw a LinePlot") == true, "\(message ?? "no error")")
    }
    let zero = Chart { for v in [1.0, 0, 10] { PointMark(x: .value("x", v), y: .value("y", 1)) } }
    #expect(message(zero.chartXScale(type: .log()))?.contains("point, value 1") == true)
  }
}
