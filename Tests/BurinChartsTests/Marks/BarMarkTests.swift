import BurinCharts
import BurinGeometry
import BurinScales
import BurinScene
import Testing

@Suite("Bars")
struct BarMarkTests {
  private func bars(_ chart: Chart) throws -> [Rect] {
    try chart.scene(width: 400, height: 300).scene.leaves
      .filter { $0.trail.contains { $0.hasPrefix("mark bar") } }.compactMap(\.canvasBounds)
  }

  @Test("A bar with two ends in x is level, at a number of y too")
  func level() throws {
    let bars = try bars(
      Chart {
        BarMark(xStart: .value("from", 0), xEnd: .value("to", 5), y: .value("task", 1))
        BarMark(xStart: .value("from", 5), xEnd: .value("to", 10), y: .value("task", 2))
      })
    #expect(bars.count == 2)
    #expect(bars.allSatisfy { $0.width > $0.height })
    #expect(abs((bars.first?.maxX ?? 0) - (bars.last?.minX ?? 1)) < 0.01)
  }

  @Test("Bars at numbers leave a fifth of their distance free, and the outer ones are whole")
  func histogram() throws {
    let bars = try bars(
      Chart {
        for bin in 0..<100 {
          BarMark(x: .value("ms", Double(bin) + 0.5), y: .value("requests", bin + 1))
        }
      })
    #expect(bars.count == 100)
    let widths = bars.map(\.width)
    #expect((widths.max() ?? 0) - (widths.min() ?? 1) < 0.01)
    for (left, right) in zip(bars, bars.dropFirst()) {
      #expect(abs((right.minX - left.maxX) - 0.25 * left.width) < 0.01)
    }
  }

  @Test("Bars between times lie on an axis of times")
  func times() throws {
    func day(_ day: Int) -> CivilTime { CivilTime(year: 2024, month: 5, day: day) }
    let chart = Chart {
      BarMark(xStart: .value("from", day(1)), xEnd: .value("to", day(8)), y: .value("task", "A"))
      BarMark(xStart: .value("from", day(8)), xEnd: .value("to", day(29)), y: .value("task", "B"))
    }
    let bars = try bars(chart)
    #expect(bars.count == 2)
    #expect(abs((bars.last?.width ?? 0) / (bars.first?.width ?? 1) - 3) < 0.01)
    let texts = try chart.scene(width: 400, height: 300).scene.texts(below: "axis x").map(\.text)
    #expect(texts.contains { $0.hasPrefix("2024-05") })
  }

  /// How many corners of a bar are round.
  private func roundCorners(_ bar: BarMark) throws -> Int {
    let chart = Chart { bar }.chartYScale(domain: -2...2)
    let scene = try chart.scene(width: 300).scene
    let path = try #require(
      scene.leaves.compactMap { leaf -> Path? in
        guard leaf.trail.contains(where: { $0.hasPrefix("mark bar") }),
          case .path(let item) = leaf.item
        else { return nil }
        return item.path
      }.first)
    return path.elements.count { if case .cubic = $0 { true } else { false } }
  }

  @Test("A bar is round where it ends, and at both ends only if it floats")
  func corners() throws {
    #expect(try roundCorners(BarMark(x: .value("x", "a"), y: .value("y", 1))) == 2)
    #expect(
      try roundCorners(
        BarMark(x: .value("x", "a"), yStart: .value("y", 0), yEnd: .value("y", 1))) == 2)
    #expect(
      try roundCorners(
        BarMark(x: .value("x", "a"), yStart: .value("y", 0.5), yEnd: .value("y", 1))) == 4)
  }

  @Test(
    "A bar under a thin one ends with the stack, in both directions of its axis",
    arguments: [false, true], [0, 1e-13, 1e-3, 0.1])
  func thinTop(isReversed: Bool, top: Double) throws {
    let chart = Chart {
      BarMark(x: .value("x", "a"), y: .value("y", 5))
      BarMark(x: .value("x", "a"), y: .value("y", top)).foregroundStyle(.green)
      BarMark(x: .value("x", "b"), y: .value("y", 5 + top))
    }.chartYScale(domain: 0...10)
    let bars = try bars(isReversed ? chart.chartYReversed() : chart)
    let lower = try #require(bars.first)
    let whole = try #require(bars.last)
    #expect(lower.height <= whole.height + 1e-9)
    #expect(lower.minY >= whole.minY - 1e-9 && lower.maxY <= whole.maxY + 1e-9)
  }

  @Test("Parts of whole numbers have ticks between 0 and 1")
  func normalizedIntegers() throws {
    let chart = Chart {
      for (key, name) in ["No", "Yes"].enumerated() {
        for year in 2020..<2023 {
          BarMark(
            x: .value("Year", "\(year)"), y: .value("Votes", 10 + 7 * key), stacking: .normalized
          ).foregroundStyle(by: .value("Answer", name))
        }
      }
    }
    let labels = try chart.scene(width: 400, height: 300).scene.texts(below: "axis y").map(\.text)
    #expect(labels.count > 2, "\(labels)")
  }

  @Test("A bar is cut where a given domain ends, whatever room its label takes above it")
  func cutAtDomain() throws {
    let chart = Chart([("A", 42), ("B", 260), ("C", 55)], id: \.0) { row in
      BarMark(x: .value("Plant", row.0), y: .value("Yield", row.1))
        .annotation(position: .top) { Text("\(row.1)") }
    }
    .chartYScale(domain: 0...100)
    let scene = try chart.scene(width: 480, height: 300).scene
    let bars = scene.leaves.filter { $0.roles.contains(.mark) && !$0.roles.contains(.annotation) }
      .compactMap(\.canvasBounds)
    let hundred = try #require(scene.texts(below: "axis y").first { $0.text == "100" }?.ink)
    let label = try #require(scene.texts(below: "annotation bar 2").first?.ink)
    #expect(abs(bars[1].minY - hundred.midY) < 2)
    #expect(label.maxY < bars[1].minY && abs(label.midX - bars[1].midX) < 2)
  }
}
