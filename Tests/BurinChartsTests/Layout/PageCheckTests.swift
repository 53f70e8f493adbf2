import BurinCharts
import BurinGeometry
import Testing

@Suite("What a page says of content that lies over other content or beyond the page")
struct PageCheckTests {
  private var bars: Chart {
    Chart(["Alpha", "Beta", "Gamma"], id: \.self) { name in
      BarMark(x: .value("Name", name), y: .value("Length", name.count))
        .foregroundStyle(by: .value("Name", name))
    }
  }

  private func notes(_ content: some FigureContent, width: Double = 400) throws -> [String] {
    try content.scene(width: width).diagnostics.map(\.message)
  }

  @Test("A chart of usual settings has no note")
  func none() throws {
    #expect(try notes(bars.frame(height: 200)) == [])
    #expect(try notes(bars.frame(height: 200).padding(20).cornerRadius(20)) == [])
    #expect(try notes(bars.frame(height: 200).padding(60).clipShape(Circle())) == [])
  }

  @Test("A shape that cuts texts or keys of a legend is named with the first of them")
  func cut() throws {
    let circle = try notes(bars.frame(height: 200).clipShape(Circle()))
    #expect(circle.count == 1)
    #expect(
      circle.first?.hasSuffix(
        "is cut by a shape that clips it; add padding before the shape, or leave the shape out")
        == true)
    #expect(
      try notes(bars.frame(height: 200).cornerRadius(24)).contains {
        $0.hasPrefix("a key of the legend")
      })
    #expect(
      try notes(
        Text("Words").frame(width: 200, height: 30, alignment: .center).offset(x: -20).clipped())
        == [])
    #expect(
      try notes(Text("Words").offset(x: -20).clipped())
        == [
          "the text “Words” is cut by a shape that clips it; add padding before the shape, or leave the shape out"
        ])
  }

  @Test("A legend that its spacing lays over the chart is told of, one over nothing is not")
  func legend() throws {
    let chart = bars.frame(height: 200)
    #expect(
      try notes(chart.chartLegend(position: .bottom, spacing: -10))
        .contains("the legend lies over the chart, because its spacing is negative"))
    #expect(try notes(chart.chartLegend(position: .bottom, spacing: 2)) == [])
    #expect(try notes(chart.chartLegend(position: .overlay, alignment: .topTrailing)) == [])
  }

  @Test("Texts that lie on each other are named")
  func overlaps() throws {
    let twice = ZStack {
      Text("Left words")
      Text("Other words")
    }
    #expect(
      try notes(twice)
        == [
          "the texts “Left words” and “Other words” overlap; move one of them or make the content larger"
        ])
    #expect(try notes(twice.offset(x: 0)).count == 1)
    #expect(
      try notes(
        HStack(spacing: 0) {
          Text("Left words")
          Text("Other words")
        }) == [])
  }

  @Test("Marks that their offsets move out of the plot, and what leaves the page, are counted")
  func offsets() throws {
    func chart(_ distance: Double) -> some FigureContent {
      Chart(0..<3) { index in
        BarMark(x: .value("Name", "n\(index)"), y: .value("Length", index + 1))
          .offset(yStart: distance, yEnd: 0)
      }.frame(height: 200)
    }
    #expect(try notes(chart(0)) == [])
    let message = "3 of 3 bars leave the plot by their offset, and lie over what is there"
    #expect(try notes(chart(40)).contains(message))
    let far = try notes(chart(500))
    #expect(far.contains(message))
    #expect(
      far.contains {
        $0.hasPrefix("a shape (and 2 more) reaches beyond the page, by up to")
      })
    #expect(
      try notes(Text("Words").offset(x: -40)).contains {
        $0.hasPrefix("the text “Words” reaches beyond the page")
      })
    #expect(
      try notes(
        Chart(0..<3) { index in
          PointMark(x: .value("x", index), y: .value("y", index)).offset(x: 4, y: -3)
        }.frame(height: 200)) == [])
  }
}
