import BurinCharts
import BurinScene
import Testing

@Suite("Reviewed faults: data as text")
struct ReviewedDataAsTextTests {
  static let hostile = [
    "$5", "2**3", "{$gt: 1}", "A$AP", "Ba$$in", "US$ 5 and US$ 7", "$x$", "**b**", "\\frac12",
    "$\\alpha$ & $\\beta$", "<b>&amp;</b>", "`code`", "_x_", "[a](b)",
  ]

  @Test("A category of y is shown letter by letter", arguments: hostile)
  func categoryOfY(_ data: String) throws {
    let drawn = try Drawn(Chart { BarMark(x: .value("x", 1), y: .value("y", data)) })
    #expect(drawn.ticks("y") == [data])
  }

  @Test("A key of symbols, dashes or colours is shown letter by letter", arguments: hostile)
  func keys(_ data: String) throws {
    for other in ["b", "$9"] where other != data {
      let symbols = Chart {
        for key in [data, other] {
          PointMark(x: .value("x", 1), y: .value("y", 1)).symbol(by: .value("key", key))
        }
      }
      #expect(try Drawn(symbols).legend == [data, other])
      let dashes = Chart {
        for key in [data, other] {
          for x in 0...1 {
            LineMark(x: .value("x", x), y: .value("y", 1)).lineStyle(by: .value("key", key))
          }
        }
      }
      #expect(try Drawn(dashes.chartLegend(position: .trailing)).legend == [data, other])
      let colors = Chart {
        for key in [data, other] {
          BarMark(x: .value("x", key), y: .value("y", 1)).foregroundStyle(by: .value("key", key))
        }
      }
      #expect(try Drawn(colors.chartLegend(position: .bottom)).legend == [data, other])
    }
  }

  @Test("The title of a panel is shown letter by letter", arguments: hostile)
  func panel(_ data: String) throws {
    let chart = Chart {
      for key in [data, "other"] {
        PointMark(x: .value("x", 1), y: .value("y", 1)).facet(by: .value("panel", key))
      }
    }
    #expect(try Drawn(chart).scene.texts(below: "title").map(\.text) == [data, "other"])
  }

  @Test(
    "The name of a quantity is shown letter by letter where an axis takes it", arguments: hostile)
  func quantity(_ data: String) throws {
    let drawn = try Drawn(Chart { PointMark(x: .value(data, 1.5), y: .value(data, 2.5)) })
    #expect(drawn.texts("axis x title") == [data])
    #expect(drawn.texts("axis y title") == [data])
  }

  @Test(
    "A string in an annotation, a text mark or a label is shown letter by letter",
    arguments: hostile)
  func labels(_ data: String) throws {
    let chart = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 1)).annotation(position: .top) { Text(data) }
      TextMark(x: .value("x", "a"), y: .value("y", 0.5)) { "\(data)" }
    }
    .chartYAxis { AxisMarks(values: [1]) { AxisValueLabel { _ in Text(data) } } }
    let drawn = try Drawn(HStack { chart })
    #expect(drawn.texts.filter { $0 == data }.count == 3)
  }

  @Test("A name that is broken in a legend or below an axis loses no letter")
  func broken() throws {
    let name = "US$ 5 and **more** of $x$ and of {$gt: 1} and so on until it is much too long"
    let chart = Chart {
      for key in [name, "b"] {
        BarMark(x: .value("x", key), y: .value("y", 1)).foregroundStyle(by: .value("key", key))
      }
    }
    let drawn = try Drawn(chart, width: 460)
    func letters(_ text: String) -> String { text.filter { $0 != " " } }
    #expect(letters(drawn.ticks("x").first ?? "") == letters(name))
    #expect(letters(drawn.legend.joined()).hasPrefix(letters(name)))
    let formulas = drawn.scene.leaves.filter { $0.roles.contains(.formula) }
    #expect(formulas.isEmpty)
  }
}
