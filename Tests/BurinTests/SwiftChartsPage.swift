import Burin
import Foundation

/// What `Documentation/SwiftCharts.md` calls the same, in Swift Charts' spelling: it must compile.
enum SwiftChartsPage {
  enum Kind: String, Plottable, CaseIterable { case one, two }

  struct Item: Identifiable {
    var id: String { name }
    var name: String
    var size: Double
    var kind: Kind
    var date: Date
  }

  static let items = [
    Item(name: "a", size: 3, kind: .one, date: Date(timeIntervalSince1970: 0)),
    Item(name: "b", size: 5, kind: .two, date: Date(timeIntervalSince1970: 86_400 * 40)),
    Item(name: "c", size: 2, kind: .one, date: Date(timeIntervalSince1970: 86_400 * 80)),
  ]

  /// Content of one's own.
  struct Pin: ChartContent {
    var item: Item
    var body: some ChartContent {
      PointMark(x: .value("Name", item.name), y: .value("Size", item.size))
      RuleMark(y: .value("Size", item.size))
    }
  }

  /// A symbol of one's own.
  struct Dot: ChartSymbolShape {
    func path(in rect: Rect) -> Path { Circle().path(in: rect) }
  }

  /// Overlays that know the chart's scales, groups, gradients and masks.
  static var overlays: some View {
    VStack {
      Chart(items) { item in
        BarMark(x: .value("Name", item.name), y: .value("Size", item.size))
          .foregroundStyle(
            .radialGradient(
              colors: [.white, .blue], center: .center, startRadius: 0, endRadius: 40))
      }
      .chartOverlay(alignment: .topLeading) { proxy in
        GeometryReader { geometry in
          if let anchor = proxy.plotFrame, let x = proxy.position(forX: "b") {
            let frame = geometry[anchor]
            Rectangle().fill(.red).frame(width: 1, height: frame.height)
              .position(x: frame.origin.x + x, y: frame.midY)
            Text("\(proxy.value(atY: 0, as: Double.self) ?? 0, specifier: "%.1f")")
              .offset(x: frame.minX + (proxy.positionRange(forX: "a")?.lowerBound ?? 0))
          }
        }
      }
      .chartBackground { proxy in
        GeometryReader { geo in
          let frame = geo[proxy.plotAreaFrame]
          EllipticalGradient(colors: [.yellow, .clear])
            .frame(width: proxy.plotSize.width, height: proxy.plotAreaSize.height)
            .position(x: frame.midX, y: frame.midY)
        }
      }
      Group {
        Text("one")
        Text("two")
      }
      .font(.caption)
      .mask { Rectangle() }
      LinearGradient(colors: [.blue, .pink], startPoint: .leading, endPoint: .trailing)
        .frame(height: 30)
        .mask(alignment: .leading) { Text("three").font(.title) }
    }
  }

  static var containers: some View {
    Chart {
      Plot { Pin(item: items[0]) }.foregroundStyle(.red)
      AnyChartContent(Pin(item: items[1]))
      ForEach(items) { item in
        if item.size > 2 {
          BarMark(x: .value("Name", item.name), y: .value("Size", Decimal(item.size)))
        } else {
          BarMark(x: .value("Name", item.name), y: .value("Size", item.size), width: .ratio(0.5))
        }
      }
    }
    .padding()
    .frame(height: 200)
    .chartYAxis(.automatic)
  }

  static var styles: some View {
    Chart(items) { item in
      BarMark(
        x: .value("Kind", item.kind), y: .value("Size", item.size), stacking: .normalized
      )
      .foregroundStyle(by: .value("Kind", item.kind))
      .clipShape(Capsule())
      .offset(x: 2)
      .zIndex(1)
      PointMark(x: .value("Kind", item.kind), y: .value("Size", item.size / 10))
        .symbol(Dot())
        .symbolSize(60)
        .foregroundStyle(Color(red: 0, green: 0.4, blue: 1).opacity(0.8))
      PointMark(x: .value("Kind", item.kind), y: .value("Size", item.size / 8))
        .symbol { Text("×") }
    }
    .chartForegroundStyleScale([Kind.one: Color.teal.gradient, .two: Color.pink.gradient])
    .chartLegend(position: .bottom, alignment: .center)
    .chartPlotStyle { $0.background(.gray.opacity(0.1)).border(.gray, width: 1) }
  }

  static var scalesAndAxes: some View {
    Chart(items) { item in
      LineMark(x: .value("Date", item.date, unit: .month), y: .value("Size", item.size))
        .interpolationMethod(.cardinal(tension: 0.3))
        .lineStyle(StrokeStyle(lineWidth: 2, dash: [4, 2]))
        .symbol(.circle)
        .annotation(position: .top, alignment: .center, spacing: 4) {
          HStack(spacing: 2) {
            Text(item.name).font(.caption).bold()
            Text(item.size, format: .number.locale(Locale(identifier: "en")))
          }
        }
        .accessibilityLabel(item.name)
        .accessibilityValue("\(item.size)")
    }
    .chartYScale(domain: .automatic(includesZero: false, reversed: true))
    .chartXScale(range: .plotDimension(padding: 8))
    .chartXAxis {
      if items.count > 2 {
        AxisMarks(preset: .aligned, position: .bottom, values: .stride(by: .month)) { value in
          AxisGridLine(stroke: StrokeStyle(lineWidth: 0.5))
          AxisTick(centered: true, length: 6)
          if value.index < value.count { AxisValueLabel(centered: true) }
        }
      } else {
        AxisMarks(values: .automatic(desiredCount: 3))
      }
    }
    .chartYAxis {
      AxisMarks(position: .trailing, values: [2, 3, 4, 5]) { value in
        if let size = value.as(Double.self) { AxisValueLabel { Text("\(Int(size)) kg") } }
      }
    }
    .chartYAxisLabel("Size", position: .top, alignment: .trailing)
  }

  static var plots: some View {
    Chart {
      PointPlot(items, x: .value("Size", \.size), y: .value("Size", \.size))
        .foregroundStyle(by: .value("Kind", \.kind))
      LinePlot(items, x: .value("Size", \.size), y: .value("Size", \.size))
      RulePlot(items, x: .value("Size", \.size))
      LinePlot(x: "x", y: "y", t: "t", domain: 0...1) { t in (x: 2 + t, y: 3 + t * t) }
      AreaPlot(x: "x", yStart: "low", yEnd: "high", domain: 2...5) { x in (x / 2, x) }
    }
  }

  /// A name that another module has too, qualified.
  static var qualified: Burin.Chart { Burin.Chart { RuleMark(x: .value("x", 1)) } }
}

/// Content behind a requirement, so that a test may ask for deprecated content without a warning.
protocol PageContent {
  static var content: AnyContent { get }
}

/// What compiles and has no effect.
enum InteractivePage: PageContent {
  @available(*, deprecated)
  static var content: AnyContent {
    let chart = Chart(SwiftChartsPage.items) {
      BarMark(x: .value("Name", $0.name), y: .value("Size", $0.size))
    }
    return AnyContent(
      chart
        .chartXSelection(value: .constant(nil as String?))
        .chartScrollableAxes(.horizontal)
        .onTapGesture {}
        .animation(.default, value: 3))
  }
}
