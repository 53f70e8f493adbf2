import BurinCharts
import BurinGeometry
import BurinScene
import Synchronization
import Testing

@Suite("Colour bars")
struct ColorBarTests {
  @Test("The bar runs from the smallest value at the bottom to the largest at the top")
  func ends() throws {
    let chart = Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2, values: 0...100, low: .canvas) {
        $0 * $1
      }.withColorBar()
    }
    let scene = try chart.scene(width: 400, height: 300).scene
    let labels = scene.texts(below: "legend color bar")
    let zero = try #require(labels.first { $0.text == "0" })
    let hundred = try #require(labels.first { $0.text == "100" })
    #expect(zero.ink.minY > hundred.ink.maxY)
    let strips = scene.leaves.compactMap { leaf -> ImageItem? in
      guard case .image(let image) = leaf.item, image.columns == 1 else { return nil }
      return image
    }
    #expect(strips.first?.cells.last == .white)
    #expect(strips.first?.cells.first == Theme.standard.colors["accent"])
  }

  @Test("A field's function is called once a cell, however often the layout is tried")
  func evaluatedOnce() throws {
    let calls = Counter()
    let chart = Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 8, rows: 4) { x, y in
        calls.increment()
        return x + y
      }.withColorBar()
      // A label beyond the top makes the layout try again.
      PointMark(x: .value("x", 0.5), y: .value("y", 1)).annotation(position: .top) { "a\nb\nc" }
    }
    _ = try chart.scene(width: 400, height: 300)
    #expect(calls.count == 32)
  }

  /// The labels of a bar beside a plot of a height, top first.
  private func labels(height: Double, values: ClosedRange<Double>) throws -> [Rect] {
    let chart = Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2, values: values) { $0 * $1 }
        .withColorBar()
    }
    .chartXAxis(.hidden).chartYAxis(.hidden)
    let scene = try chart.frame(height: height).scene(width: 300).scene
    return scene.texts(below: "legend color bar").map(\.ink).sorted { $0.minY < $1.minY }
  }

  @Test(
    "The labels of a bar keep clear of each other, however low the plot",
    arguments: [24.0, 32, 40, 52, 64, 90, 140], [0...1.0, 0...97, -3...3, 0.13...0.87, -1...1234])
  func low(_ height: Double, _ values: ClosedRange<Double>) throws {
    let labels = try labels(height: height, values: values)
    #expect(!labels.isEmpty)
    for (upper, lower) in zip(labels, labels.dropFirst()) {
      #expect(lower.minY - upper.maxY > 2, "\(height) pt: \(labels)")
    }
  }

  @Test("A high plot has more labels beside its bar than a low one")
  func high() throws {
    let counts = try [40.0, 120, 400].map { try labels(height: $0, values: 0...100).count }
    #expect(counts[0] < counts[1] && counts[1] < counts[2])
  }

  /// The texts of the bar beside cells whose colours are a quantity, with their places.
  private func bar(
    _ chart: some FigureContent, height: Double = 300
  ) throws -> [(text: String, ink: Rect)] {
    let scene = try chart.frame(height: height).scene(width: 400).scene
    return scene.texts(below: "legend color bar").map { ($0.text, $0.ink) }
  }

  private func cells(named name: String = "calls") -> Chart {
    Chart {
      for hour in 0..<4 {
        RectangleMark(x: .value("hour", "\(hour)"), y: .value("day", "Mon"))
          .foregroundStyle(by: .value(name, Double(hour)))
      }
    }
  }

  @Test("A bar is named after its quantity, outside of its labels, at the height of its middle")
  func named() throws {
    let texts = try bar(cells())
    let name = try #require(texts.first { $0.text == "calls" })
    let labels = texts.filter { $0.text != "calls" }
    #expect(!labels.isEmpty && labels.allSatisfy { $0.ink.maxX < name.ink.minX })
    let (top, bottom) = (labels.map(\.ink.midY).min() ?? 0, labels.map(\.ink.midY).max() ?? 0)
    #expect(abs(name.ink.midY - (top + bottom) / 2) < 4)
    #expect(name.ink.maxX <= 400)
  }

  @Test("A title of the legend is the bar's, also of a field's")
  func titled() throws {
    let texts = try bar(cells().chartLegend(title: "Calls, a day")).map(\.text)
    #expect(texts.contains("Calls, a day") && !texts.contains("calls"))
    let field = Chart { HeatmapMark(x: 0...1, y: 0...1) { $0 * $1 }.withColorBar() }
    #expect(try bar(field.chartLegend(title: "density")).map(\.text).contains("density"))
    #expect(try bar(field).allSatisfy { Double($0.text) != nil })
  }

  @Test("A bar has no name that the chart says elsewhere, that its theme hides or that has no room")
  func unnamed() throws {
    func isNamed(_ chart: some FigureContent, height: Double = 300) throws -> Bool {
      try bar(chart, height: height).contains { $0.text.lowercased() == "calls" }
    }
    #expect(try !isNamed(cells().chartTitle("Calls")))
    #expect(try !isNamed(cells().chartXAxisLabel("calls")))
    #expect(try isNamed(cells().chartTitle("Calls of Monday")))
    var theme = Theme.standard
    theme.namesQuantities = false
    let scene = try cells().frame(height: 300).scene(width: 400, theme: theme).scene
    #expect(!scene.texts(below: "legend color bar").contains { $0.text == "calls" })
    let long = cells(named: "calls of all branches of the company")
    #expect(try bar(long, height: 90).allSatisfy { Double($0.text) != nil })
  }

  @Test("A field without a finite value has no bar")
  func nothing() throws {
    let chart = Chart { HeatmapMark(x: 0...1, y: 0...1) { _, _ in .nan }.withColorBar() }
    #expect(try chart.scene(width: 400, height: 300).scene.texts(below: "legend").isEmpty)
  }
}

private final class Counter: Sendable {
  private let value = Mutex(0)
  var count: Int { value.withLock { $0 } }
  func increment() { value.withLock { $0 += 1 } }

  @Test(
    "A colour bar stands where the legend is asked for",
    arguments: [AnnotationPosition.top, .bottom, .leading, .trailing])
  func places(_ position: AnnotationPosition) throws {
    let chart = Chart {
      for day in ["Mo", "Tu"] {
        for hour in 0..<6 {
          RectangleMark(x: .value("Hour", "\(hour)"), y: .value("Day", day))
            .foregroundStyle(by: .value("Orders", Double(hour * 9)))
        }
      }
    }
    .chartLegend(position: position)
    let (scene, notes) = try chart.scene(width: 400, height: 300)
    #expect(notes.isEmpty)
    let leaves = scene.leaves
    func bounds(_ part: String) throws -> Rect {
      try #require(
        Rect.union(
          of: leaves.filter { $0.trail.contains { $0.hasPrefix(part) } }
            .compactMap(\.canvasBounds)))
    }
    let (bar, plot) = (try bounds("legend color bar"), try bounds("plot"))
    #expect(Rect(x: 0, y: 0, width: 400, height: 300).contains(bar))
    switch position {
    case .top: #expect(bar.maxY < plot.minY && bar.width > bar.height)
    case .bottom: #expect(bar.minY > plot.maxY && bar.width > bar.height)
    case .leading: #expect(bar.maxX < plot.minX)
    default: #expect(bar.minX > plot.maxX)
    }
    #expect(scene.texts(below: "legend color bar").map(\.text).contains("Orders"))
  }

  @Test("A colour bar inside the plot is refused by name")
  func overlay() throws {
    let notes = try Chart {
      HeatmapMark(x: 0...1, y: 0...1, columns: 2, rows: 2) { $0 * $1 }.withColorBar()
    }
    .chartLegend(position: .overlay).scene(width: 400, height: 300).diagnostics.map(\.message)
    #expect(
      notes == [
        "chartLegend(position: .overlay) has no effect on a colour bar, which stands beside the plot"
      ])
  }

  @Test(
    "A colour bar keeps off a legend at its side and the title of y",
    arguments: [AnnotationPosition.leading, .trailing], [false, true])
  func besideLegend(_ position: AnnotationPosition, _ hasPanels: Bool) throws {
    let chart = Chart(0..<12) { index in
      PointMark(x: .value("x", index), y: .value("Depth", index * index))
        .foregroundStyle(by: .value("Temp", Double(index * 3) + 0.5))
        .symbol(by: .value("Site", ["North", "South"][index % 2]))
        .facet(by: .value("part", hasPanels ? index / 6 : 0))
    }
    .chartLegend(position: position)
    let (scene, notes) = try chart.scene(width: 440, height: 280)
    #expect(notes.isEmpty)
    let bar = try #require(
      Rect.union(
        of: scene.leaves.filter { $0.trail.contains("legend color bar") }
          .compactMap(\.canvasBounds)))
    let keys = try #require(
      Rect.union(of: scene.texts().filter { ["North", "South"].contains($0.text) }.map(\.ink)))
    let title = try #require(scene.texts(below: "axis y title").first?.ink)
    #expect(!bar.intersects(keys))
    if position == .leading {
      #expect(keys.maxX < bar.minX && bar.maxX < title.minX)
    } else {
      #expect(bar.maxX < keys.minX)
    }
  }
}
