import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Reviewed faults: labels and room")
struct ReviewedLabelTests {
  private static let long = String(repeating: "Donaudampfschiff", count: 7)
  private static let words =
    "households without a car within ten minutes of a stop of any line"

  @Test("Long names wrap, shorten or thin before anything fails, and a diagnostic says so")
  func long() throws {
    let base = Chart {
      for (index, name) in [Self.long, "b"].enumerated() {
        BarMark(x: .value("x", name), y: .value("y", index + 1))
      }
    }
    let charts: [(String, Chart, Bool)] = [
      ("x", base, true),
      ("x reversed", base.chartXReversed(), true),
      (
        "y",
        Chart {
          for name in [Self.long, "b"] { BarMark(x: .value("x", 1), y: .value("y", name)) }
        }, true
      ),
      (
        "words of x",
        Chart {
          for name in [Self.words, "not " + Self.words] {
            BarMark(x: .value("x", name), y: .value("y", 1))
          }
        }, false
      ),
      (
        "words of y",
        Chart {
          for name in [Self.words, "not " + Self.words] {
            BarMark(x: .value("x", 1), y: .value("y", name))
          }
        }, false
      ),
      (
        "legend",
        Chart {
          for index in 0..<12 {
            BarMark(x: .value("x", index), y: .value("y", 1)).foregroundStyle(
              by: .value("k", "\(index) \(Self.words)"))
          }
        }, false
      ),
      (
        "legend of one word",
        Chart {
          for index in 0..<3 {
            BarMark(x: .value("x", index), y: .value("y", 1)).foregroundStyle(
              by: .value("k", "\(index)" + Self.long))
          }
        }, true
      ),
      (
        "panels",
        Chart {
          for index in 0..<4 {
            PointMark(x: .value("x", index), y: .value("y", 1)).facet(
              by: .value("f", "\(index)" + Self.long))
          }
        }, true
      ),
    ]
    for (name, chart, isShortened) in charts {
      for drawn in [try Drawn(chart), try Drawn(chart, width: 640, height: 400)] {
        #expect(drawn.isOnCanvas, "\(name)")
      }
      if isShortened {
        let narrow = try Drawn(chart)
        #expect(narrow.note("shortened"), "\(name): \(narrow.diagnostics)")
      }
    }
  }

  @Test("Titles of any length stay on the canvas")
  func titles() throws {
    let base = Chart { PointMark(x: .value("x", 1), y: .value("y", 1)) }
    for title in [Self.long, Self.words + " " + Self.words] {
      let text = Text(title)
      for (name, chart) in [
        ("x", base.chartXAxisLabel(text)), ("y", base.chartYAxisLabel(text)),
        ("title", base.chartTitle(text)),
        ("subtitle", base.chartSubtitle(text)),
        ("second x", base.chartXSecondaryAxis(text, factor: 2)),
        ("second y", base.chartYSecondaryAxis(text, factor: 2)),
        ("quantity", Chart { PointMark(x: .value(title, 1), y: .value(title, 1)) }),
        (
          "legend title",
          Chart {
            for key in ["a", "b"] {
              PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
            }
          }.chartLegend(position: .trailing, title: text)
        ),
        (
          "annotation",
          Chart {
            PointMark(x: .value("x", 1), y: .value("y", 1)).annotation(position: .top) {
              Text(Self.words)
            }
          }
        ),
      ] {
        #expect(try Drawn(chart, height: 400).isOnCanvas, "\(name)")
      }
    }
  }

  @Test(
    "Many categories are thinned on either axis, and a diagnostic counts them",
    arguments: [45, 200, 5000])
  func many(_ count: Int) throws {
    let names = (0..<count).map { "c\($0)" }
    let x = Chart { for name in names { BarMark(x: .value("x", name), y: .value("y", 1)) } }
    let y = Chart { for name in names { BarMark(x: .value("x", 1), y: .value("y", name)) } }
    for (axis, chart) in [("x", x), ("x", x.chartXReversed()), ("y", y), ("y", y.chartYReversed())]
    {
      let drawn = try Drawn(chart, width: 460)
      #expect(drawn.isOnCanvas)
      let ticks = drawn.ticks(axis)
      #expect(ticks.count > 3)
      if ticks.count < count { #expect(drawn.note("of \(count) labels"), "\(drawn.diagnostics)") }
    }
    if count < 1000 {
      let twins = try Drawn(
        HStack {
          x; x
        }, width: 460)
      #expect(twins.isOnCanvas)
      let panels = try Drawn(
        Chart {
          for (index, name) in names.enumerated() {
            BarMark(x: .value("x", name), y: .value("y", 1)).facet(by: .value("f", index % 2))
          }
        }, width: 460)
      #expect(panels.isOnCanvas)
    }
  }

  @Test("Equal annotations of equal marks stand once")
  func once() throws {
    let data = [1.0, 2, 3, 4]
    let mean = 2.5
    let rule = try Drawn(
      Chart(data) { value in
        BarMark(x: .value("x", "\(value)"), y: .value("y", value))
        RuleMark(y: .value("mean", mean)).annotation(position: .top) { Text("mean") }
      })
    #expect(rule.texts.filter { $0 == "mean" }.count == 1)
    let vertical = try Drawn(
      Chart(data) { value in
        PointMark(x: .value("x", value), y: .value("y", value))
        RuleMark(x: .value("mean", mean)).annotation(position: .trailing) { Text("mean") }
      }.chartXReversed())
    #expect(vertical.texts.filter { $0 == "mean" }.count == 1)
    let band = try Drawn(
      Chart(data) { value in
        PointMark(x: .value("x", value), y: .value("y", value))
        RectangleMark(yStart: .value("y", 1), yEnd: .value("y", 2)).annotation(position: .overlay) {
          Text("range")
        }
      })
    #expect(band.texts.filter { $0 == "range" }.count == 1)
    let callout = try Drawn(
      Chart(data) { value in
        PointMark(x: .value("x", value), y: .value("y", value))
        CalloutMark(x: .value("x", 2), y: .value("y", 2)) { "two" }
        TextMark(x: .value("x", 1), y: .value("y", 4)) { "corner" }
      })
    #expect(callout.texts.filter { $0 == "two" }.count == 1)
    #expect(callout.texts.filter { $0 == "corner" }.count == 1)
    let panels = try Drawn(
      Chart(data) { value in
        PointMark(x: .value("x", value), y: .value("y", value)).facet(
          by: .value("f", value < 3 ? "a" : "b"))
        RuleMark(y: .value("mean", mean)).annotation(position: .top) { Text("mean") }
      })
    #expect(panels.texts.filter { $0 == "mean" }.count == 2)
    // Equal texts at different marks are different.
    let different = try Drawn(
      Chart(data) { value in
        BarMark(x: .value("x", "\(value)"), y: .value("y", value)).annotation(position: .top) {
          Text("same")
        }
      })
    #expect(different.texts.filter { $0 == "same" }.count == 4)
  }

  @Test("A label beside a mark at the end of its axis is shown, or a diagnostic says why not")
  func atTheEnd() throws {
    for position in [AnnotationPosition.top, .bottom, .leading, .trailing, .overlay, .automatic] {
      for (x, y) in [(0.0, 0.0), (0, 10), (10, 0), (10, 10), (5, 10)] {
        let chart = Chart {
          PointMark(x: .value("x", x), y: .value("y", y)).annotation(position: position) {
            Text("label")
          }
        }
        .chartXScale(domain: 0...10).chartYScale(domain: 0...10)
        for chart in [chart, chart.chartXReversed(), chart.chartYReversed()] {
          let drawn = try Drawn(chart)
          #expect(drawn.texts.contains("label"), "\(position) at \(x), \(y)")
          #expect(drawn.isOnCanvas)
        }
        let bar = try Drawn(
          Chart {
            BarMark(x: .value("x", "a"), y: .value("y", y)).annotation(position: position) {
              Text("label")
            }
          }
          .chartYScale(domain: 0...10))
        #expect(bar.texts.contains("label"), "bar, \(position) at \(y)")
      }
    }
  }

  @Test("The labels of panels stay within the margins")
  func panelLabels() throws {
    let chart = Chart {
      for f in 0..<4 {
        for x in [-2.5, 2.5] {
          PointMark(x: .value("x", x), y: .value("y", x * 1000)).facet(by: .value("f", f))
        }
      }
    }
    for sharing in [FacetSharing.both, .x, .y, .none] {
      for width in [300.0, 420, 640] {
        let drawn = try Drawn(
          chart.chartFacets(columns: 2, sharing: sharing), width: width, height: 360)
        let canvas = Rect(origin: .zero, size: drawn.scene.size).inset(by: 27.5)
        for leaf in drawn.scene.leaves {
          guard case .glyphs(let run) = leaf.item, let ink = leaf.canvasBounds else { continue }
          #expect(
            canvas.contains(ink, tolerance: 0.5),
            "“\(run.text)” at \(ink), \(width) pt wide, \(sharing)")
        }
      }
    }
  }

  @Test(
    "The legend of a chart of panels stands where it is placed, and its colour bar too",
    arguments: [AnnotationPosition.top, .bottom, .trailing])
  func panelLegend(_ place: AnnotationPosition) throws {
    let chart = Chart {
      for (index, key) in ["a", "b", "c"].enumerated() {
        PointMark(x: .value("x", index), y: .value("y", 1)).foregroundStyle(by: .value("k", key))
          .facet(by: .value("f", index % 2))
      }
    }
    let drawn = try Drawn(chart.chartLegend(position: place, title: "keys"))
    #expect(drawn.legend == ["keys", "a", "b", "c"])
    #expect(drawn.isOnCanvas)
    let numbers = Chart {
      for index in 0..<5 {
        PointMark(x: .value("x", index), y: .value("y", 1)).foregroundStyle(
          by: .value("v", Double(index) * 1.5)
        )
        .facet(by: .value("f", index % 2))
      }
    }
    let bar = try Drawn(numbers.chartLegend(position: place))
    #expect(bar.legend.contains("0") && bar.legend.contains("6"), "\(bar.legend)")
    #expect(bar.isOnCanvas)
    let points = try #require(Rect.union(of: bar.rects("point")))
    let strip = try #require(
      Rect.union(of: bar.leaves(of: "legend color bar").compactMap(\.canvasBounds)))
    switch place {
    case .top: #expect(strip.maxY < points.minY)
    case .bottom: #expect(strip.minY > points.maxY)
    default: #expect(strip.minX > points.maxX)
    }
  }

  @Test("Content that is too large says what, by how much, and never a length of nothing")
  func messages() throws {
    let base = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("k", "a"))
      PointMark(x: .value("x", 2), y: .value("y", 2)).foregroundStyle(by: .value("k", "b"))
    }
    let tall = Text(Array(repeating: "line", count: 60).joined(separator: "\n"))
    let cases: [(String, String?)] = [
      ("title", message(base.chartTitle(tall))), ("subtitle", message(base.chartSubtitle(tall))),
      ("y title", message(base.chartYAxisLabel(tall))),
      ("x title", message(base.chartXAxisLabel(tall))),
      ("small", message(base, height: 80)), ("narrow", message(base, width: 80)),
      (
        "panels",
        message(
          Chart {
            for f in 0..<40 {
              PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("f", f))
            }
          }, height: 120)
      ),
      ("row", message(HStack { for _ in 0..<20 { base } })),
      ("column", message(VStack { for _ in 0..<20 { base } })),
      ("frame", message(base.frame(height: 10), height: nil)),
      (
        "panel title",
        message(
          Chart { PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("f", 1)) }
            .chartTitle(tall))
      ),
    ]
    for (name, message) in cases {
      guard let message else { continue }
      #expect(!message.contains("only -") && !message.contains("needs -"), "\(name): \(message)")
      #expect(!message.contains("only 0 pt"), "\(name): \(message)")
      #expect(!message.contains("needs 0 pt"), "\(name): \(message)")
      #expect(message.contains("pt of"), "\(name): \(message)")
    }
    // The figure's own title.
    do {
      _ = try base.scene(width: 420, height: 300, title: tall)
      Issue.record("no error")
    } catch let error as ChartError {
      #expect(
        !error.description.contains("only 0 pt") && !error.description.contains("needs 0 pt"),
        "\(error)")
      #expect(error.description.contains("title"), "\(error)")
    }
  }
}
