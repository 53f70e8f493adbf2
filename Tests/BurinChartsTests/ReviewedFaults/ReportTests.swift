import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Charts of dashboards and reports")
struct ReportTests {
  private func day(_ month: Int, _ day: Int) -> CivilTime {
    CivilTime(year: 2026, month: month, day: day, second: 40_000)
  }

  @Test(
    "A diagnostic names a series that lacks values in its stack and says how they are filled in")
  func unevenStack() throws {
    let rows = [
      (0, "a", 10.0), (1, "a", 10), (2, "a", 10), (0, "b", 10), (2, "b", 10), (1, "c", 5),
    ]
    let drawn = try Drawn(
      Chart(rows.indices, id: \.self) { row in
        AreaMark(x: .value("t", rows[row].0), y: .value("v", rows[row].2))
          .foregroundStyle(by: .value("s", rows[row].1))
      })
    #expect(
      drawn.diagnostics == [
        "“b” (and 1 more) has no value at 1 of 3 places of the stack; between its own values it is interpolated: give it a value at each place"
      ])
  }

  @Test(
    "The only unit of an axis is called by its own name, below the middle of its bar",
    arguments: [
      (CalendarUnit.month, "2026-03"), (.quarter, "2026-Q1"), (.year, "2026"),
      (.day, "2026-03-15"),
    ])
  func oneUnit(unit: CalendarUnit, name: String) throws {
    let drawn = try Drawn(
      Chart { BarMark(x: .value("Time", day(3, 15), unit: unit), y: .value("v", 4)) })
    #expect(drawn.ticks("x") == [name])
    let label = try #require(
      Rect.union(
        of: drawn.leaves(of: "axis x").filter { $0.roles.contains(.tick) }.compactMap(
          \.canvasBounds)))
    #expect(abs(label.midX - (drawn.centers("bar").first?.x ?? 0)) < 1)
  }

  @Test("Quarters are called quarters")
  func quarters() throws {
    let drawn = try Drawn(
      Chart([1, 4, 7, 10], id: \.self) { month in
        BarMark(x: .value("Time", day(month, 5), unit: .quarter), y: .value("v", month))
      })
    #expect(drawn.ticks("x") == ["2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"])
  }

  @Test("Zeros and the tail of a distribution are not reported as too thin")
  func thin() throws {
    let zeros = try Drawn(
      Chart(0..<10) { BarMark(x: .value("t", $0), y: .value("errors", 0)) })
    #expect(!zeros.note("too thin"))
    let tail = [3, 80, 900, 4_000, 900, 80, 3, 1]
    let histogram = try Drawn(
      Chart(tail.indices, id: \.self) { bin in
        BarMark(x: .value("ms", bin), y: .value("n", tail[bin]))
      })
    #expect(histogram.diagnostics == [])
  }

  @Test("A diagnostic counts bars that are hidden by others")
  func covered() throws {
    func notes(_ first: Double, _ second: Double, opacity: Double = 1) throws -> [String] {
      try Drawn(
        Chart {
          BarMark(x: .value("d", "Mon"), y: .value("v", first), stacking: .unstacked)
            .foregroundStyle(by: .value("s", "errors"))
          BarMark(x: .value("d", "Mon"), y: .value("v", second), stacking: .unstacked)
            .foregroundStyle(by: .value("s", "total")).opacity(opacity)
        }
      ).diagnostics
    }
    #expect(try notes(5, 9).contains { $0.hasPrefix("1 of 2 bars lies wholly under others") })
    #expect(try notes(9, 5) == [])
    #expect(try notes(5, 9, opacity: 0.5) == [])
  }

  @Test("Shortened names that begin alike keep their ends")
  func alikeNames() throws {
    let drawn = try Drawn(
      Chart(0..<5) { index in
        BarMark(
          x: .value("v", index + 1),
          y: .value("host", "ip-10-20-30-40.eu-central-1.compute.internal-\(index)"))
      }, width: 320, height: 240)
    let names = drawn.ticks("y")
    #expect(Set(names).count == 5 && names.allSatisfy { $0.contains("…") })
    #expect(names.first?.hasSuffix("l-0") == true)
    let legend = try Drawn(
      Chart(0..<3) { index in
        LineMark(x: .value("t", index), y: .value("v", index))
          .foregroundStyle(
            by: .value(
              "s",
              "A very long name of a series of measurements at the northern station number \(index)"
            ))
      }.chartLegend(position: .trailing), width: 320, height: 240
    ).legend
    #expect(Set(legend.filter { $0.contains("…") }).count == 3)
  }

  @Test("Long categories lose lines before one of them loses its name")
  func longNames() throws {
    let names = [
      "Amortisation of intangible assets and goodwill",
      "Selling, general and administrative expenses (SG&A)", "Research and development",
      "Cost of goods sold excluding depreciation", "IT",
    ]
    let drawn = try Drawn(
      Chart(names, id: \.self) { name in
        BarMark(x: .value("Cost", name.count), y: .value("Item", name))
      }, width: 480, height: 230)
    #expect(drawn.ticks("y").count == 5)
  }

  @Test(
    "Bars across zero lie over its line, or have none where all do; a stack around the middle is round"
  )
  func funnel() throws {
    func line(_ ends: [(Double, Double)]) throws -> (index: Int?, bar: Int?, x: Double?) {
      let drawn = try Drawn(
        Chart(ends.indices, id: \.self) { index in
          BarMark(
            xStart: .value("u", ends[index].0), xEnd: .value("u", ends[index].1),
            y: .value("s", "s\(index)"))
        })
      let leaves = drawn.scene.leaves
      let line = leaves.lastIndex { $0.trail.contains("decoration axis line") }
      return (
        line, leaves.firstIndex { leaf in leaf.trail.contains { $0.hasPrefix("mark bar") } },
        leaves.filter { $0.trail.contains("decoration axis line") }.compactMap {
          $0.canvasBounds
        }.first { $0.height > $0.width }?.midX
      )
    }
    let plot = try #require(try line([(-50, 50), (-20, 20)]).x)
    #expect(plot < 150)
    let mixed = try line([(-50, 50), (0, 30)])
    #expect(try #require(mixed.index) < #require(mixed.bar))
    #expect(try #require(mixed.x) > 150)
    let stack = try Drawn(
      Chart([("Visit", 100.0), ("Buy", 30)], id: \.0) { stage in
        BarMark(x: .value("Users", stage.1), y: .value("Stage", stage.0), stacking: .center)
      })
    #expect(stack.paths("bar").count == 2)
    for path in stack.paths("bar") {
      let curves = path.path.elements.count { if case .cubic = $0 { true } else { false } }
      #expect(curves == 4)
    }
  }

  @Test("A rule of each axis leaves the names of the quantities")
  func namesBesideRules() throws {
    let drawn = try Drawn(
      Chart {
        for index in 0..<3 {
          LineMark(x: .value("Time", index), y: .value("Error rate", index))
        }
        RuleMark(y: .value("Budget", 1))
        RuleMark(x: .value("Deploy", 1))
      })
    #expect(drawn.texts.contains("Time") && drawn.texts.contains("Error rate"))
  }

  @Test("A key of sizes names its quantity, and its sizes can be told apart")
  func sizeKey() throws {
    let drawn = try Drawn(
      Chart(0..<12) { index in
        PointMark(x: .value("t", index), y: .value("v", index))
          .symbolSize(by: .value("Bytes", Double(index) * 2_500))
      })
    #expect(drawn.legend.first == "Bytes" && (3...4).contains(drawn.legend.count))
    #expect(drawn.legend.last?.contains("\u{2009}000") == true)
  }

  @Test("Zeros stand on the axis, and there is nothing below them")
  func zeros() throws {
    let drawn = try Drawn(
      Chart(0..<10) { LineMark(x: .value("t", $0), y: .value("errors", 0)) })
    #expect(drawn.ticks("y") == ["0", "1"])
  }

  @Test("Parts of a whole are percentages")
  func parts() throws {
    let drawn = try Drawn(
      Chart(0..<6) { index in
        BarMark(
          x: .value("m", "M\(index / 2)"), y: .value("v", index + 1), stacking: .normalized
        ).foregroundStyle(by: .value("k", "\(index % 2)"))
      })
    #expect(drawn.ticks("y").first == "0%" && drawn.ticks("y").last == "100%")
  }

  @Test("Panels stand side by side in a wide picture and below each other in a narrow one")
  func panels() throws {
    func places(_ width: Double, _ height: Double) throws -> [Point] {
      try Chart {
        for region in ["eu", "us", "ap"] {
          for index in 0..<5 {
            LineMark(x: .value("t", index), y: .value("ms", index * 10))
              .facet(by: .value("r", region))
          }
        }
      }.scene(width: width, height: height).scene.texts(below: "title").map(\.ink.center)
    }
    let wide = try places(640, 240)
    #expect(wide.count == 3 && wide.allSatisfy { abs($0.y - wide[0].y) < 4 })
    let narrow = try places(240, 520)
    #expect(narrow.count == 3 && narrow.allSatisfy { abs($0.x - narrow[0].x) < 12 })
  }

  @Test("The labels of two thresholds lie at their own lines")
  func thresholds() throws {
    let drawn = try Drawn(
      Chart {
        LineMark(x: .value("t", 0), y: .value("CPU", 40))
        LineMark(x: .value("t", 9), y: .value("CPU", 60))
        RuleMark(y: .value("CPU", 80)).annotation(position: .topTrailing) { Text("warn") }
        RuleMark(y: .value("CPU", 84)).annotation(position: .topTrailing) { Text("crit") }
      }, width: 400, height: 240)
    let lines = drawn.rects("rule").map(\.midY)
    func label(_ number: Int) throws -> Rect {
      try #require(
        Rect.union(of: drawn.leaves(of: "annotation rule \(number)").compactMap(\.canvasBounds)))
    }
    #expect(try label(1).minY > lines[0])
    #expect(try label(2).maxY < lines[1])
  }

  @Test("A box without numbers keeps its place, and a diagnostic names a key without a colour")
  func missing() throws {
    let boxes = try Drawn(
      Chart {
        BoxPlot([1, 2, 3.0], x: .value("r", "GET"), y: "ms")
        BoxPlot([], x: .value("r", "PUT"), y: "ms")
      })
    #expect(boxes.ticks("x") == ["GET", "PUT"])
    #expect(
      boxes.diagnostics == ["a box plot of ms has no finite numbers; nothing stands at its place"])
    let keys = try Drawn(
      Chart(["ok", "warn", "critical"], id: \.self) { state in
        BarMark(x: .value("s", state), y: .value("n", state.count))
          .foregroundStyle(by: .value("state", state))
      }.chartForegroundStyleScale(["ok": .green, "warn": .orange]))
    #expect(keys.note("“critical” of the data is not listed in the colours"))
    let interval = try Drawn(
      Chart([(-3.0, 5.0), (-1, 2)], id: \.0) { low, high in
        BarMark(xStart: .value("low", low), xEnd: .value("high", high), y: .value("s", "\(low)"))
      })
    let zero = try #require(
      interval.leaves(of: "decoration axis line").compactMap(\.canvasBounds).first {
        $0.height > $0.width
      })
    #expect(zero.midX > 120)
  }

  @Test(
    "Outliers near each other have no rims, and the top label of a colour bar stays on the page")
  func details() throws {
    let box = try Drawn(
      Chart { BoxPlot((0..<40).map(Double.init) + [64, 65, 65.6], x: "ms", y: .value("r", "GET")) })
    #expect(box.paths("point").count == 3 && box.paths("point").allSatisfy { $0.stroke == nil })
    let cells = try Drawn(
      Chart(0..<70) { index in
        RectangleMark(x: .value("Week", index / 7), y: .value("Day", "D\(index % 7)"))
          .foregroundStyle(by: .value("Incidents", Double((index * index) % 6)))
      }, width: 480, height: 200)
    #expect(!cells.note("page's margin"))
  }

  @Test("The legend of a wide pie stands beside it, unless its place is given")
  func pie() throws {
    func legend(_ position: AnnotationPosition?, _ width: Double) throws -> (Rect, Rect) {
      let pie = Chart([("GET", 41.0), ("POST", 22), ("PUT", 8)], id: \.0) { part in
        SectorMark(angle: .value("Share", part.1)).foregroundStyle(by: .value("Route", part.0))
      }
      let drawn = try Drawn(
        position.map { pie.chartLegend(position: $0) } ?? pie, width: width, height: 160)
      let keys = drawn.scene.leaves.filter { leaf in
        leaf.trail.contains { $0.hasPrefix("legend") }
      }
      return (
        try #require(Rect.union(of: keys.compactMap(\.canvasBounds))),
        try #require(Rect.union(of: drawn.rects("sector")))
      )
    }
    let (keys, pie) = try legend(nil, 240)
    #expect(keys.minX > pie.maxX && pie.height > 100)
    let (above, below) = try legend(.top, 240)
    #expect(above.maxY < below.minY)
    let (first, second) = try legend(nil, 170)
    #expect(first.maxY < second.minY)
  }

  @Test("One day among the months of a line leaves the axis its months")
  func dayAmongMonths() throws {
    let drawn = try Drawn(
      Chart {
        for month in 1...12 {
          LineMark(x: .value("t", day(month, 1)), y: .value("v", month))
        }
        BarMark(x: .value("t", day(3, 15), unit: .day), y: .value("v", 4))
      })
    #expect(drawn.ticks("x").count > 2 && !drawn.ticks("x").contains("2026-03-15"))
  }

  @Test("Percentages have the decimals of their values, and none beside larger numbers")
  func decimals() throws {
    func chart(_ line: Double) -> Chart {
      Chart {
        for index in 0..<4 {
          BarMark(
            x: .value("m", "M\(index / 2)"), y: .value("v", index + 1), stacking: .normalized
          ).foregroundStyle(by: .value("k", "\(index % 2)"))
        }
        PointMark(x: .value("m", "M0"), y: .value("v", line))
      }
    }
    let zoomed = chart(0.05).chartYScale(domain: 0...0.25).chartYAxis {
      AxisMarks(values: [0, 0.125, 0.25])
    }
    #expect(try Drawn(zoomed).ticks("y") == ["0.0%", "12.5%", "25.0%"])
    #expect(try !Drawn(chart(40)).ticks("y").contains { $0.contains("%") })
  }

  @Test("A diagnostic names a label that a line crosses")
  func crossed() throws {
    let drawn = try Drawn(
      Chart {
        AreaMark(x: .value("t", 0), yStart: .value("a", 0), yEnd: .value("b", 10))
          .annotation(position: .overlay) { Text("a label wider than its area") }
      }, width: 300, height: 200)
    #expect(drawn.note("of area 1 is crossed by a line"))
  }

  @Test("Diagnostics name their chart where there are several")
  func chartNames() throws {
    func chart(_ title: String?) -> Chart {
      let chart = Chart {
        for value in [1, Double.nan, 3] { PointMark(x: .value("t", value), y: .value("v", 1)) }
      }
      return title.map { chart.chartTitle($0) } ?? chart
    }
    let alone = try chart("Sales").scene(width: 300).diagnostics
    let both = try VStack {
      chart("Sales")
      chart(nil)
    }.scene(width: 300).diagnostics
    let message = try #require(alone.first).description
    #expect(alone.count == 1 && alone[0].chart == nil)
    #expect(both.map(\.description) == ["the chart “Sales”: \(message)", "chart 2: \(message)"])
    #expect(both.map(\.message) == [message, message])
  }

  @Test("Rows of a table take strings from data, letter by letter")
  func rowsOfStrings() {
    let names = ["**Lyon**", "$5 or $6"]
    #expect(TableRow(names[0], names[1]) == TableRow(cells: names.map { Text(verbatim: $0) }))
    #expect(TableRow("**Lyon**", "$x$") != TableRow(cells: names.map { Text(verbatim: $0) }))
    #expect(TableRow("**Lyon**") == TableRow(cells: ["**Lyon**"]))
  }
}
