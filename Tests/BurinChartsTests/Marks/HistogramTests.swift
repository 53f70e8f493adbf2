import BurinCharts
import BurinGeometry
import BurinScene
import Testing

@Suite("Histograms")
struct HistogramTests {
  private func bars(_ chart: Chart) throws -> [Rect] {
    try chart.scene(width: 400, height: 300).scene.leaves
      .filter { $0.trail.contains { $0.hasPrefix("mark bar") } }.compactMap(\.canvasBounds)
  }

  private let values = [1.0, 1.5, 2, 2.2, 2.8, 3, 5, 9]

  @Test("Bars stand side by side over their bins, each as long as its count")
  func counts() throws {
    let bars = try bars(
      Chart { Histogram(values, x: "ms", bins: .thresholds([0, 2, 4, 10])) })
    #expect(bars.count == 3)
    // 2, 4 and 2 of the numbers; the last bin is three times as wide.
    #expect(abs(bars[1].height - 2 * bars[0].height) < 0.1)
    #expect(abs(bars[2].height - bars[0].height) < 0.1)
    #expect(abs(bars[2].width - 3 * bars[0].width) < 3)
    for (left, right) in zip(bars, bars.dropFirst()) {
      #expect(right.minX - left.maxX > 0 && right.minX - left.maxX <= 1.01)
    }
  }

  @Test("Densities have areas, sums the parts below their ends")
  func measures() throws {
    let density = try bars(
      Chart {
        Histogram(values, x: "ms", bins: .thresholds([0, 2, 4, 10]), measure: .density)
      })
    // 2 of 8 over 2, 4 over 2, 2 over 6.
    #expect(abs(density[1].height / density[0].height - 2) < 0.01)
    #expect(abs(density[0].height / density[2].height - 3) < 0.01)
    let sums = try bars(
      Chart { Histogram(values, x: "ms", bins: .size(2), measure: .share, isCumulative: true) }
        .chartYScale(domain: 0...1))
    #expect(sums.map(\.height) == sums.map(\.height).sorted())
    // All numbers lie below the end of the last bin.
    #expect(abs((sums.first?.height ?? 0) / (sums.last?.height ?? 1) - 2.0 / 8) < 0.01)
  }

  @Test("Horizontal bars mirror vertical ones")
  func horizontal() throws {
    let bars = try bars(
      Chart { Histogram(values, y: "ms", bins: .thresholds([0, 2, 4, 10])) })
    #expect(abs(bars[1].width - 2 * bars[0].width) < 0.1)
    #expect(bars[0].minY > bars[1].maxY)
  }

  @Test("A bar of one whole number stands over it")
  func whole() throws {
    let chart = Chart { Histogram([1, 2, 2, 3, 6], x: "eyes", bins: .count(6)) }
      .chartXScale(domain: 0...7).chartXAxis { AxisMarks(values: [2]) }
    let bars = try bars(chart)
    // The bins of 4 and 5 hold nothing.
    let seen = bars.filter { $0.height > 1 }
    #expect(seen.count == 4)
    let label = try #require(
      chart.scene(width: 400, height: 300).scene.texts(below: "axis x").first)
    #expect(label.text == "2")
    #expect(abs(label.ink.midX - seen[1].midX) < 1.5)
  }

  @Test("Numbers without a bin are counted")
  func undefined() throws {
    func notes(_ histogram: Histogram) throws -> [String] {
      try Chart { histogram }.scene(width: 400, height: 300).diagnostics.map(\.message)
    }
    #expect(
      try notes(Histogram([1.0, .nan, 2, .infinity, .nan], x: "ms")) == [
        "3 of 5 values of the histogram of ms lie in no bin and are left out; the first is value 1"
      ])
    #expect(
      try notes(Histogram([1, 2, 7.0], x: "ms", bins: .thresholds([0, 5]))) == [
        "a value of the histogram of ms lies in no bin and is left out: value 2"
      ])
    #expect(try notes(Histogram([], x: "ms")) == ["the chart has no marks"])
  }

  @Test("A colour of the content is that of its bars")
  func style() throws {
    let scene = try Chart { Histogram(values, x: "ms").foregroundStyle(.bad) }
      .scene(width: 400, height: 300)
    #expect(scene.diagnostics.isEmpty)
  }
}
