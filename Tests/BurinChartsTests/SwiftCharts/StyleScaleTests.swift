import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

private enum Wood: String, Plottable, CaseIterable { case oak, pine, birch }

@Suite("Scales of styles in all their spellings")
struct StyleScaleTests {
  private func fills(_ change: (Chart) -> Chart) throws -> [RGBColor?] {
    let chart = Chart {
      for wood in Wood.allCases {
        BarMark(x: .value("x", wood), y: .value("y", 1)).foregroundStyle(by: .value("Wood", wood))
      }
    }
    return try Drawn(change(chart)).paths("bar").map {
      if case .color(let color)? = $0.fill { color } else { nil }
    }
  }

  private func resolved(_ colors: [Color]) throws -> [RGBColor?] {
    try colors.map { try Theme.standard.resolve($0) }
  }

  @Test("Keys of any plottable type have their styles")
  func keys() throws {
    let expected = try resolved([.brown, .green, .gray])
    #expect(
      try fills {
        $0.chartForegroundStyleScale(["oak": .brown, "pine": .green, "birch": .gray])
      } == expected)
    #expect(
      try fills {
        $0.chartForegroundStyleScale([
          Wood.oak: Color.brown, Wood.pine: .green, Wood.birch: .gray,
        ])
      } == expected)
    #expect(try fills { $0.chartForegroundStyleScale(range: [.brown, .green, .gray]) } == expected)
    #expect(
      try fills {
        $0.chartForegroundStyleScale(
          domain: ["birch", "pine", "oak"], range: [.gray, .green, .brown])
      } == expected)
    #expect(
      try fills {
        $0.chartForegroundStyleScale { (wood: Wood) in
          wood == .oak ? Color.brown : wood == .pine ? Color.green : Color.gray
        }
      } == expected)
    #expect(
      try fills {
        $0.chartForegroundStyleScale(domain: Wood.allCases) {
          $0 == .oak ? Color.brown : $0 == .pine ? Color.green : Color.gray
        }
      } == expected)
  }

  @Test("A key's style may be a gradient")
  func gradients() throws {
    let drawn = try Drawn(
      Chart {
        BarMark(x: .value("x", "a"), y: .value("y", 1)).foregroundStyle(by: .value("k", "one"))
        BarMark(x: .value("x", "b"), y: .value("y", 1)).foregroundStyle(by: .value("k", "two"))
      }.chartForegroundStyleScale(["one": Color.red.gradient, "two": Color.blue.gradient]))
    let ends: [RGBColor?] = drawn.paths("bar").map {
      if case .linearGradient(_, _, let stops)? = $0.fill { stops.last?.color } else { nil }
    }
    #expect(try ends == resolved([.red, .blue]))
  }

  @Test("Numbers are spread over a gradient")
  func numbers() throws {
    let drawn = try Drawn(
      Chart {
        for (index, value) in [0.0, 5, 10].enumerated() {
          BarMark(x: .value("x", "\(index)"), y: .value("y", 1))
            .foregroundStyle(by: .value("Heat", value + 0.0))
        }
      }.chartForegroundStyleScale(domain: 0...10, range: Gradient(colors: [.black, .white])))
    let fills = drawn.paths("bar").map(\.fill)
    #expect(fills.first == .color(.black))
    #expect(fills.last == .color(.white))
    #expect(throws: (any Error).self) {
      try Drawn(
        Chart {
          PointMark(x: .value("x", 1), y: .value("y", 1)).foregroundStyle(by: .value("v", 0.5))
        }.chartForegroundStyleScale(
          range: Gradient(stops: [
            .init(color: .red, location: 0), .init(color: .blue, location: 0.2),
            .init(color: .black, location: 1),
          ])))
    }
  }

  @Test("Symbols, lines and sizes have scales of keys")
  func others() throws {
    let points = try Drawn(
      Chart {
        for (index, wood) in Wood.allCases.enumerated() {
          PointMark(x: .value("x", index), y: .value("y", 1))
            .symbol(by: .value("Wood", wood)).symbolSize(by: .value("Wood", wood))
        }
      }
      .chartSymbolScale(["oak": .square, "pine": .triangle, "birch": .asterisk])
      .chartSymbolSizeScale([Wood.oak: 100, .pine: 400, .birch: 900]))
    let outlines = points.outlines("point")
    // A square's side is 0.89 of the diameter of the disc of its area, 2·√(A/π).
    #expect(abs(outlines[0].width - 0.89 * 2 * (100 / Double.pi).squareRoot()) < 1e-6)
    // A triangle is 2.1 radii wide.
    #expect(abs(outlines[1].width - 2.1 * (400 / Double.pi).squareRoot()) < 1e-6)
    #expect(points.paths("point")[2].path.elements.count > 12)
    let lines = try Drawn(
      Chart {
        for key in ["a", "b"] {
          for x in 0..<2 {
            LineMark(x: .value("x", x), y: .value("y", x)).lineStyle(by: .value("k", key))
          }
        }
      }.chartLineStyleScale([
        "a": StrokeStyle(lineWidth: 1), "b": StrokeStyle(lineWidth: 4, dash: [6, 2]),
      ]))
    #expect(lines.paths("line").map({ $0.stroke?.width }) == [1, 4])
    #expect(lines.paths("line").map({ $0.stroke?.dash }) == [[], [6, 2]])
  }
}
