package import Burin
import BurinFigures
import Foundation

// The charts of pages other than `Charts.md`; a test holds them against the pages.

extension ChartsGuide {
  /// A page's chart in two cities, as the README declares it.
  package static func rain() -> some FigureContent {
    // guide: rain
    struct Rain: Identifiable {
      let city: String
      let month: String
      let millimetres: Double
      var id: String { city + month }
    }

    struct RainChart: View {
      let rain: [Rain]

      var body: some View {
        Chart(rain) { entry in
          BarMark(x: .value("Month", entry.month), y: .value("mm", entry.millimetres))
            .foregroundStyle(by: .value("City", entry.city))
            .position(by: .value("City", entry.city))
            .annotation(position: .top) { Text("\(Int(entry.millimetres))").font(.caption) }
        }
        .chartForegroundStyleScale(["Bergen": .blue, "Oslo": .orange])
        .chartLegend(position: .top, alignment: .leading)
      }
    }

    let chart = RainChart(rain: [
      Rain(city: "Bergen", month: "Jan", millimetres: 256),
      Rain(city: "Bergen", month: "Apr", millimetres: 140),
      Rain(city: "Bergen", month: "Jul", millimetres: 179),
      Rain(city: "Bergen", month: "Oct", millimetres: 288),
      Rain(city: "Oslo", month: "Jan", millimetres: 58),
      Rain(city: "Oslo", month: "Apr", millimetres: 48),
      Rain(city: "Oslo", month: "Jul", millimetres: 84),
      Rain(city: "Oslo", month: "Oct", millimetres: 93),
    ])
    // end
    return AnyContent(chart)
  }

  package static func ways() -> Chart {
    // guide: ways
    let chart = Chart {
      for (way, share) in [("骑车", 0.6), ("地铁", 0.3), ("步行", 0.1)] {
        BarMark(x: .value("way", way), y: .value("share", share))
          .foregroundStyle(.accent.tint(share > 0.5 ? 0 : 0.5))
          .annotation(position: .top) { Text("$p_{\\text{\(way)}}=\(share)$") }
      }
    }
    .chartTitle("十个人里有六个骑车")
    .chartYAxis(.hidden)
    // end
    return chart
  }

  package static func cities() throws -> Chart {
    // guide: cities
    struct Row {
      var month: Date
      var city: String
      var millimetres: Double
    }

    func rows(of csv: String) throws -> [Row] {
      try csv.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return Row(
          month: try Date(cells[0] + "-01", strategy: .iso8601.year().month().day()),
          city: String(cells[1]), millimetres: Double(cells[2]) ?? .nan)
      }
    }

    func rainChart(_ rows: [Row]) -> Chart {
      Chart(rows, id: \.month) { row in
        LineMark(
          x: .value("Month", row.month, unit: .month), y: .value("Rain, mm", row.millimetres)
        )
        .foregroundStyle(by: .value("City", row.city))
      }
      .chartTitle("Rain in two cities")
      .chartLegend(position: .bottom, alignment: .center)
    }
    // end
    return rainChart(
      try rows(
        of:
          "month,city,mm\n2025-01,Bergen,256\n2025-02,Bergen,198\n2025-01,Oslo,58\n2025-02,Oslo,41")
    )
  }

  package static func brand() -> Theme {
    // guide: brand
    var brand = Theme.standard
    brand.colors.accent = RGBColor(hex: 0x00695C)  // marks without a style
    brand.series = [0x00695C, 0xC2410C, 0x4338CA].map(RGBColor.init(hex:))
    brand.colors.named["sun"] = RGBColor(hex: 0xB45309)  // .foregroundStyle(.named("sun"))
    brand.families.text = ["DejaVu Sans"]  // an installed family, or one of RenderCache(fonts:)
    brand.fonts[.title] = Theme.Font(24, .bold)
    brand.margin = 20
    // end
    return brand
  }

  package static func coin(_ options: RenderOptions) throws -> Scene {
    // guide: coin
    struct Coin: Figure {
      static let id = "coin"
      static let width = 480.0

      /// What a caller may set, within limits.
      @Parameter(range: 0...1) var heads = 0.7

      /// Everything that is computed, computed once.
      struct Numbers: Sendable {
        var heads: Double
        var differ: Double
      }

      func compute() -> Numbers { Numbers(heads: heads, differ: 2 * heads * (1 - heads)) }

      /// The numbers that the picture shows, each with the decimals that are printed.
      func facts(_ numbers: Numbers) -> Facts {
        [
          Fact("heads", numbers.heads, decimals: 2),
          Fact("differ", numbers.differ, decimals: 2),
        ]
      }

      /// The conclusion, whose numbers come from facts, so that none is typed.
      func title(_ numbers: Numbers, _ language: Language) -> Text {
        let differ = Fact("differ", numbers.differ, decimals: 2).text
        return language.localized(
          "Two throws differ with probability \(differ)", ["zh": "两次不同的概率是 \(differ)"])
      }

      func altText(_ numbers: Numbers, _ language: Language) -> String {
        let differ = Fact("differ", numbers.differ, decimals: 2).text
        return language.localized(
          "Bars of heads and tails; two throws differ with probability \(differ).",
          ["zh": "正面与反面的条形图；两次不同的概率是 \(differ)。"])
      }

      func body(_ numbers: Numbers, _ language: Language) throws -> [AnyContent] {
        let facts = facts(numbers)
        let heads = try facts["heads"]
        Chart {
          BarMark(
            x: .value("side", language.localized("heads", ["zh": "正面"])),
            y: .value("p", heads.value)
          )
          .annotation(position: .top) { Text(heads.text) }
          BarMark(
            x: .value("side", language.localized("tails", ["zh": "反面"])),
            y: .value("p", 1 - heads.value))
        }
        .chartYScale(domain: 0...1)
      }
    }
    // end
    return try Coin().rendering(theme: options.theme, width: options.width).scene
  }

  package static func ticks() -> Chart {
    // guide: ticks
    /// A short line at the foot of the plot: one for each number, below its distribution.
    struct TickMark: Mark {
      static let markName = "tick"
      static let modifiers: MarkModifiers = .line
      static let swatch = LegendSwatch.line

      var channels: MarkChannels

      init<X: Plottable>(x: PlottableValue<X>) { channels = MarkChannels(x: .init(x)) }

      static func draw(_ mark: PlacedMark<TickMark>, in plot: PlotArea) throws -> MarkDrawing {
        guard let x = plot.middle(mark.x, .x) else { return MarkDrawing() }
        let (foot, head) = (Point(x, plot.rect.maxY), Point(x, plot.rect.maxY - 10))
        let stroke = Stroke(
          try plot.color(mark), width: mark.style.lineWidth ?? 1, dash: try plot.dash(mark))
        return MarkDrawing(
          items: [.stroke(.segment(foot, head), stroke)], anchor: Rect(foot, head),
          lines: [[foot, head]])
      }
    }
    // end
    let delays = (0..<60).map { 50 + 9 * sin(Double($0 * $0)) * sin(Double($0)) }
    return Chart {
      Histogram(delays, x: "response time, ms")
      for delay in delays { TickMark(x: .value("response time, ms", delay)) }
    }
  }

  package static func load() -> Chart {
    struct Sample {
      var time: Double
      var load: Double
    }
    let samples = (0..<50_000).map { index in
      let time = Double(index) / 1_000
      return Sample(time: time, load: 40 + 20 * sin(time / 9) + 9 * sin(time * 71) * cos(time * 13))
    }
    // guide: load
    let chart = Chart {
      // Ten million of them.
      LinePlot(samples, x: .value("time", \.time), y: .value("load", \.load))
        .lineStyle(width: 1)
    }
    // end
    return chart
  }

  package static func elevations() -> Chart {
    let elevations = (0..<4_000 * 100).map { index in
      let (x, y) = (Double(index % 4_000) / 4_000, Double(index / 4_000) / 100)
      return 900 * sin(5 * x) * sin(4 * y) + 60 * sin(40 * x) * cos(31 * y)
    }
    // guide: elevations
    let field = FieldMatrix(x: 0...1, y: 0...1, columns: 4_000, values: elevations)
    return Chart { HeatmapMark(field, reduction: .maximum).withColorBar() }
    // end
  }

  package static func counts() -> Chart {
    var source = (0..<50_000).lazy.map { index in
      let (turn, part) = (Double(index) * 2.399_963, (Double(index) + 0.5) / 50_000)
      let radius = (-2 * log(part)).squareRoot()
      return Point(radius * cos(turn), radius * sin(turn))
    }.makeIterator()
    // guide: counts
    var counts = PointCounts(x: -4...4, y: -4...4, columns: 600, rows: 400)
    while let point = source.next() { counts.add(x: point.x, y: point.y) }
    return Chart { HeatmapMark(counts.matrix { log10($0) }, reduction: .none) }
    // end
  }

  package static func month() -> Chart {
    struct Day {
      var number: Int
      var rain: Double
    }
    struct Month {
      var name: String
      var days: [Day]
    }
    let days = (1...31).map { Day(number: $0, rain: Double($0 * $0 * 7 % 23)) }
    let month = Month(name: "May", days: days)
    return
      // guide: month
      Chart(month.days, id: \.number) { day in
        LineMark(x: .value("Day", day.number), y: .value("Rain", day.rain))
      }
      .chartTitle(Text(verbatim: month.name))
    // end
  }

  package static func formulas() -> VStack {
    VStack(spacing: 12) {
      // guide: formulas
      Formula(#"D_{\mathrm{KL}}(P\,\|\,Q)=\sum_{x} P(x)\log_2\frac{P(x)}{Q(x)}"#, size: 24)
      Text(#"晴天的概率是 $P(\text{晴})=0.6$"#)
      // end
    }
  }
}
