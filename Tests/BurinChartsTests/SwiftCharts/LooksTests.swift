import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Charts of Swift Charts' users look as they mean")
struct LooksTests {
  private static let months = ["Jan", "Feb", "Mar", "Apr"]

  /// Bars of 20, 10, 30 and 40.
  private func bars(annotated: Bool = false) -> Chart {
    Chart {
      for (month, value) in zip(Self.months, [20.0, 10, 30, 40]) {
        if annotated {
          BarMark(x: .value("Month", month), y: .value("Value", value))
            .annotation { Text("\(Int(value))") }
        } else {
          BarMark(x: .value("Month", month), y: .value("Value", value))
        }
      }
    }
  }

  private func annotation(_ drawn: Drawn, _ name: String) -> Rect? {
    Rect.union(of: drawn.leaves(of: "annotation \(name)").compactMap(\.canvasBounds))
  }

  // MARK: Domains

  @Test("An area reaches from the first to the last place of its axis")
  func areaFillsAxis() throws {
    let area = try Drawn(
      Chart {
        AreaMark(x: .value("x", 0), y: .value("y", 1))
        AreaMark(x: .value("x", 15), y: .value("y", 15))
      })
    let rect = try #require(area.outlines("area").first)
    let line = try Drawn(
      Chart {
        LineMark(x: .value("x", 0), y: .value("y", 1))
        LineMark(x: .value("x", 15), y: .value("y", 15))
      })
    let other = try #require(line.outlines("line").first)
    #expect(agree(rect.minX, other.minX) && agree(rect.maxX, other.maxX))
    #expect(area.ticks("x").last == "15")
  }

  @Test("A chart of one dimension has no second axis")
  func oneDimension() throws {
    let chart = Chart {
      for (name, part) in [("a", 3.0), ("b", 5), ("c", 2)] {
        BarMark(x: .value("Part", part)).foregroundStyle(by: .value("Name", name))
      }
    }
    let drawn = try Drawn(chart, height: 120)
    #expect(drawn.ticks("y") == [] && drawn.leaves(of: "grid").isEmpty)
    #expect(!drawn.ticks("x").isEmpty)
    let shown = try Drawn(chart.chartYScale(domain: 0...1), height: 120)
    #expect(!shown.ticks("y").isEmpty)
  }

  // MARK: Colours

  @Test("Keys stand at equal distances along the gradient of a scale of colours")
  func gradientOfKeys() throws {
    let drawn = try Drawn(
      Chart {
        for (index, name) in ["a", "b", "c"].enumerated() {
          BarMark(x: .value("x", name), y: .value("y", Double(index + 1)))
            .foregroundStyle(by: .value("Name", name))
        }
      }
      .chartForegroundStyleScale(
        range: Gradient(colors: [Color(white: 0), Color(white: 0.8)])))
    let fills = drawn.paths("bar").compactMap { item -> RGBColor? in
      if case .color(let color)? = item.fill { color } else { nil }
    }
    try #require(fills.count == 3)
    #expect(fills[0].red < fills[1].red && fills[1].red < fills[2].red)
    #expect(fills[0].red < 12 && abs(Int(fills[2].red) - 204) < 3)
  }

  @Test("Whole numbers with a gradient are spread over it")
  func gradientOfIntegers() throws {
    let drawn = try Drawn(
      Chart {
        for level in 0...3 {
          RectangleMark(
            xStart: .value("x", level), xEnd: .value("x", level + 1), yStart: .value("y", 0),
            yEnd: .value("y", 1)
          )
          .foregroundStyle(by: .value("Level", level))
        }
      }
      .chartForegroundStyleScale(range: Gradient(colors: [.white, .green])))
    #expect(!drawn.leaves(of: "legend color bar").isEmpty)
    let fills = Set(
      drawn.paths("rectangle").compactMap { item -> RGBColor? in
        if case .color(let color)? = item.fill { color } else { nil }
      })
    #expect(fills.count == 4)
  }

  // MARK: Annotations

  @Test("An automatic annotation of a bar stands above its end, and the plot makes room")
  func annotationsOfBars() throws {
    let drawn = try Drawn(bars(annotated: true), height: 220)
    for index in 1...4 {
      let bar = try #require(drawn.outlines("bar \(index)").first)
      let label = try #require(annotation(drawn, "bar \(index)"))
      #expect(abs(label.midX - bar.midX) < 1 && label.maxY <= bar.minY, "bar \(index)")
      #expect(bar.minY - label.maxY < 8, "bar \(index)")
    }
    let level = try Drawn(
      Chart {
        BarMark(x: .value("x", 3.0), y: .value("y", "a")).annotation { Text("3") }
        BarMark(x: .value("x", 5.0), y: .value("y", "b")).annotation { Text("5") }
      })
    for index in 1...2 {
      let bar = try #require(level.outlines("bar \(index)").first)
      let label = try #require(annotation(level, "bar \(index)"))
      #expect(label.minX >= bar.maxX && abs(label.midY - bar.midY) < 2, "bar \(index)")
    }
  }

  @Test("A label is not broken within a word")
  func words() throws {
    let drawn = try Drawn(
      Chart {
        for month in Self.months {
          BarMark(
            x: .value("Month", month), yStart: .value("Low", 95.0), yEnd: .value("High", 190.0)
          ).opacity(0.2)
        }
        RuleMark(y: .value("Average", 147.0)).annotation(position: .top, alignment: .leading) {
          Text("Average: 147").font(.headline)
        }
      })
    let texts = drawn.leaves(of: "annotation rule 1").compactMap { leaf in
      if case .glyphs(let run) = leaf.item { run.text } else { nil }
    }
    #expect(!texts.contains { $0.hasSuffix("Averag") })
  }

  // MARK: Bars of a given thickness

  @Test("A thick bar at the end of an axis is not cut")
  func thickBars() throws {
    let drawn = try Drawn(
      Chart {
        for x in 0..<30 {
          BarMark(x: .value("x", x), y: .value("y", 5), width: .fixed(24))
        }
      })
    #expect(!drawn.note("lie outside"))
    #expect(drawn.rects("bar").allSatisfy { agree($0.width, 24, 0.5) })
  }

  // MARK: Small frames

  @Test("An axis whose marks show no values has no name")
  func idleNames() throws {
    let named = try Drawn(bars())
    #expect(named.texts.contains("Month") && named.texts.contains("Value"))
    let empty = try Drawn(bars().chartXAxis {}.chartYAxis {})
    #expect(!empty.texts.contains("Month") && !empty.texts.contains("Value"))
    let grid = try Drawn(bars().chartXAxis { AxisMarks { _ in AxisGridLine() } })
    #expect(!grid.texts.contains("Month") && grid.texts.contains("Value"))
    let asked = try Drawn(bars().chartXAxis {}.chartXAxisLabel("Month"))
    #expect(asked.texts.contains("Month"))
  }

  @Test("A low chart gives up names of categories first, where their labels need the room")
  func lowCategories() throws {
    func chart(_ count: Int) -> Chart {
      Chart(0..<count, id: \.self) { index in
        BarMark(x: .value("Loss", 900 - 100 * index), y: .value("Country", "land \(index)"))
          .annotation(position: .trailing) { Text("\(900 - 100 * index)") }
      }
    }
    let few = try Drawn(chart(3), width: 329, height: 155)
    #expect(few.texts.contains("Loss") && few.texts.contains("Country"))
    let more = try Drawn(chart(5), width: 329, height: 155)
    #expect(more.texts.contains("Loss") && !more.texts.contains("Country"))
    let most = try Drawn(chart(6), width: 329, height: 155)
    #expect(!most.texts.contains("Loss") && !most.texts.contains("Country"))
    // Labels of bars stand in the rows of their bars.
    let bars = most.rects("bar")
    for (bar, value) in zip(bars, [900, 800, 700, 600, 500, 400]) {
      let label = try #require(
        most.scene.leaves.first { leaf in
          guard leaf.roles.contains(.annotation), case .glyphs(let run) = leaf.item else {
            return false
          }
          return run.text == "\(value)"
        }?.canvasBounds)
      #expect(abs(label.midY - bar.midY) < 3, "\(value)")
    }
  }

  @Test("A narrow chart gives up a colour bar that nobody asked for, and says so")
  func narrowColors() throws {
    func chart() -> Chart {
      Chart(0..<24, id: \.self) { hour in
        RectangleMark(x: .value("Hour", hour), y: .value("Day", "Monday"))
          .foregroundStyle(by: .value("Visits", Double(hour)))
      }
    }
    let narrow = try Drawn(chart(), width: 160, height: 160)
    #expect(narrow.note("the legend is left out of the chart, which is only 114 pt wide"))
    #expect(!narrow.texts.contains("Visits"))
    #expect(try Drawn(chart(), width: 320, height: 160).texts.contains("Visits"))
  }

  @Test("A low chart gives up the data's names of its axes, then its legend, and says so")
  func lowCharts() throws {
    let high = try Drawn(bars(), height: 220)
    #expect(high.texts.contains("Month"))
    let low = try Drawn(bars().frame(height: 80))
    #expect(!low.texts.contains("Month") && !low.texts.contains("Value"))
    #expect(low.ticks("x") == Self.months)
    #expect(low.note("the name of x, “Month”, is left out of the chart, which is only 80 pt high"))
    let stacked = Chart {
      for (name, part) in [("a", 7.0), ("b", 73), ("c", 20)] {
        BarMark(x: .value("Part", part)).foregroundStyle(by: .value("Name", name))
          .annotation(position: .top) { Text("\(Int(part)) %").font(.footnote) }
      }
    }
    .chartXAxis(.hidden)
    let bar = try Drawn(stacked.frame(height: 25))
    #expect(bar.legend.isEmpty && bar.note("the legend is left out"))
    for index in 1...3 {
      let rect = try #require(bar.outlines("bar \(index)").first)
      let label = try #require(annotation(bar, "bar \(index)"))
      #expect(abs(label.midX - rect.midX) < 1 && label.maxY <= rect.minY, "bar \(index)")
    }
    let asked = try Drawn(
      bars().chartXAxisLabel("Month").frame(height: 90))
    #expect(asked.texts.contains("Month") && !asked.texts.contains("Value"))
  }
}
