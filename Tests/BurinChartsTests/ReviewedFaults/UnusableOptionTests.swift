import BurinCharts
import BurinScales
import BurinScene
import Testing

@Suite("Options that are no usable numbers")
struct UnusableOptionTests {
  private let bars = Chart([("a", 3.0), ("b", 5)], id: \.0) { name, value in
    BarMark(x: .value("name", name), y: .value("value", value))
      .foregroundStyle(by: .value("key", name))
  }

  private func message(
    _ content: some FigureContent, theme: Theme = .standard
  ) -> String? {
    do {
      _ = try content.scene(width: 400, height: 300, theme: theme)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test(
    "A margin that is none is an error, and does not end the process",
    arguments: [Double.nan, .infinity, -1, 1e9])
  func margin(_ margin: Double) throws {
    var theme = Theme.standard
    theme.margin = margin
    let text = try #require(message(bars, theme: theme))
    #expect(text.contains("the margin of the theme is \(margin); it must be a number from 0"))
  }

  @Test("The distance of a legend has limits", arguments: [Double.nan, .infinity, 1e9])
  func legend(_ spacing: Double) throws {
    let text = try #require(message(bars.chartLegend(position: .bottom, spacing: spacing)))
    #expect(text.contains("the spacing of the legend is \(spacing)"))
  }

  @Test("A domain with NaN among its ends is an error, wherever it stands in the list")
  func domain() throws {
    for domain in [[0, .nan], [.nan, 1], [Double.nan], [0, .nan, 2]] {
      let text = try #require(message(bars.chartYScale(domain: domain)))
      #expect(text.contains("y axis: the domain has an end that is no number"))
    }
    #expect(message(bars.chartYScale(domain: [0, .nan]).chartYScale(domain: 0...9)) == nil)
  }

  @Test("A value that its axis cannot show is an error where it is the only one, too")
  func alone() throws {
    let chart = Chart { PointMark(x: .value("x", 1), y: .value("y", -1)) }
    let text = try #require(message(chart.chartYScale(type: .log)))
    #expect(text.contains("-1"))
  }
}
