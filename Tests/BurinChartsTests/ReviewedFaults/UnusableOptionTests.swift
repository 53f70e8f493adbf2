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

  @Test(
    "Opacities are from 0 to 1, of marks and of colours", arguments: [-1, 1.5, 1e9, Double.nan])
  func opacity(_ opacity: Double) throws {
    let mark = BarMark(x: .value("x", 1), y: .value("y", 1))
    let (drawn, notes) = try Chart { mark.opacity(opacity) }.scene(width: 300, height: 200)
    #expect(
      notes.map(\.message) == ["opacity of \(opacity) has no effect; it must be 0.0 to 1.0"])
    #expect(try drawn == Chart { mark }.scene(width: 300, height: 200).scene)
    let color = try #require(message(Chart { mark.foregroundStyle(Color.red.opacity(opacity)) }))
    #expect(color.contains("a colour's opacity is \(opacity); it must be a number from 0 to 1"))
    #expect(message(Chart { mark.opacity(0.1 + 0.2 + 0.7) }) == nil)
  }

  @Test("A thickness below zero has no effect, and says so", arguments: [-3, Double.nan])
  func thickness(_ width: Double) throws {
    func chart(_ width: MarkDimension) -> Chart {
      Chart { BarMark(x: .value("x", "a"), y: .value("y", 1), width: width) }
    }
    for dimension in [MarkDimension.fixed(width), .ratio(width)] {
      let (scene, notes) = try chart(dimension).scene(width: 300, height: 200)
      #expect(
        notes.map(\.message) == [
          "the thickness of a bar has no effect: it is not a finite number from 0"
        ])
      #expect(try scene == chart(.automatic).scene(width: 300, height: 200).scene)
    }
  }

  @Test("Sectors in a chart with axes have a diagnostic")
  func sectors() throws {
    let chart = Chart {
      SectorMark(angle: .value("part", 3))
      BarMark(x: .value("x", "a"), y: .value("y", 1))
    }
    let notes = try chart.scene(width: 300, height: 200).diagnostics.map(\.message)
    #expect(
      notes.contains(
        "sectors have no place on the axes of bars, and lie over or under them; give each a chart of its own"
      ))
  }

  @Test("A format of times on an axis of numbers, or the other way round, has a diagnostic")
  func formats() throws {
    func notes(_ x: some Plottable, _ label: AxisValueLabel) throws -> [String] {
      let chart = Chart { PointMark(x: .value("x", x), y: .value("y", 1)) }
        .chartXAxis { AxisMarks { label } }
      return try chart.scene(width: 300, height: 200).diagnostics.map(\.message)
    }
    let day = CivilTime(year: 2026, month: 3, day: 1)
    #expect(try notes(3.0, AxisValueLabel(format: .percent())) == [])
    #expect(try notes(day, AxisValueLabel(format: .month)) == [])
    #expect(
      try notes(3.0, AxisValueLabel(format: .month))
        == ["a format of times labels the x axis, which shows numbers"])
    #expect(
      try notes(day, AxisValueLabel(format: .percent()))
        == ["a format of numbers labels the x axis, which shows times"])
    #expect(
      try notes("a", AxisValueLabel(format: .percent()))
        == ["a format of numbers labels the x axis, which shows categories"])
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

  @Test("A listed name without data is noted if some of the data is not listed, and only then")
  func misspelt() throws {
    func notes(_ chart: Chart) throws -> [String] {
      try chart.scene(width: 400, height: 300).diagnostics.map(\.message)
        .filter { $0.contains("letter by letter") }
    }
    let colors: KeyValuePairs<String, Color> = ["a": .accent, "bb": .secondary]
    #expect(
      try notes(bars.chartForegroundStyleScale(colors)) == [
        "“bb” of the colours is in no data, and “b” of the data is not listed; names are compared letter by letter"
      ])
    #expect(
      try notes(bars.chartXScale(domain: ["a", "A", "B"])) == [
        "“A”, “B” of the domain of x are in no data, and “b” of the data is not listed; names are compared letter by letter"
      ])
    // A palette for more than one chart, and a part of the data.
    #expect(try notes(bars.chartXScale(domain: ["a", "b", "c"])).isEmpty)
    #expect(try notes(bars.chartXScale(domain: ["a"])).isEmpty)
  }

  @Test("A logarithmic axis says which end of its domain it cannot show")
  func logarithmicEnds() throws {
    let points = Chart { PointMark(x: .value("x", 1), y: .value("y", 3)) }
    let text = try #require(message(points.chartYScale(domain: 0...100, type: .log)))
    #expect(text.contains("the domain begins at 0,"), "\(text)")
  }
}
