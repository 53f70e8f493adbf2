package import Burin
import Foundation
import TestSupport

/// A chart made by chance from a seed: any marks, channels, scales, modifiers and settings, and
/// values that are hard to plot.
package struct RandomChart {
  /// What the chart is made of, in words.
  package private(set) var description: [String] = []
  /// The content.
  package private(set) var contents: [AnyChartContent] = []
  /// The settings.
  private var settings: [(Chart) -> Chart] = []
  /// The size of the picture.
  package private(set) var width = 400.0
  package private(set) var height: Double? = 300
  /// Whether a mark points to a side of the page or a text seeks room, so that no mirror holds.
  package private(set) var hasSides = false
  /// Whether symbols may be triangles, which point up whatever the direction of the axis.
  package private(set) var hasTriangles = false
  /// Whether the chart has panels.
  package private(set) var hasPanels = false

  private var draws: Draws
  private let x: AxisKind
  private let y: AxisKind

  package init(seed: Int) {
    draws = Draws(seed: UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9 &+ 99)
    x = draws.one(of: AxisKind.allCases)
    y = draws.one(of: AxisKind.allCases)
    description.append("\(x) × \(y)")
    let layers = draws.chance(0.5) ? 1 : draws.whole(1...4)
    for _ in 0..<layers { addLayer() }
    addSettings()
    width = draws.chance(0.8) ? Double(draws.whole(240...900)) : Double(draws.whole(60...240))
    height = draws.chance(0.5) ? nil : Double(draws.whole(60...700))
  }

  /// The chart, built by the door of a number.
  package func chart(door: Int = 0) -> Chart {
    let contents = contents
    let half = contents.count / 2
    let bare =
      switch door {
      case 0: Chart { for content in contents { content } }
      case 1: Chart { ForEach(0..<contents.count) { contents[$0] } }
      case 2: Chart(contents) { $0 }
      default:
        Chart {
          Plot { for content in contents[..<half] { content } }
          for content in contents[half...] { content }
        }
      }
    return settings.reduce(bare) { $1($0) }
  }

  /// Writes the picture of the chart to a file: SVG by its name, else PNG at two pixels a point.
  package func write(to file: String) throws {
    try chart().write(
      to: file, as: file.hasSuffix(".svg") ? .svg : .png(scale: 2),
      RenderOptions(width: width, height: height))
  }

  private mutating func addLayer() {
    let possible = everyMark.filter { $0.takes(x, .x) && $0.takes(y, .y) }
    let mark = draws.one(of: possible)
    let count = draws.count()
    description.append("\(count) \(mark.name)")
    if mark.seeksRoom || mark.name.hasPrefix("Text") || mark.name.hasPrefix("Brace") {
      hasSides = true
    }
    // A field of a thousand cells each, or a text, is not drawn a thousand times by anybody.
    let isHeavy = mark.seeksRoom || mark.name.hasPrefix("Text") || mark.numbers == [.x, .y]
    let limit = isHeavy ? 12 : count
    let hardness = draws.chance(0.5) ? 0 : 0.25
    let xs = Column(x, min(count, limit), hardness, &draws)
    let ys = Column(y, min(count, limit), hardness, &draws)
    var marks = xs.values.indices.map {
      AnyChartContent(erasing: mark.make(xs.values[$0], ys.values[$0], false))
    }
    for _ in 0..<draws.whole(0...4) where !marks.isEmpty {
      let (name, modifier) = draws.modifier()
      let isForEach = draws.chance(0.6)
      if name == "facet by" { hasPanels = true }
      if name == "symbol by" { hasTriangles = true }
      description.append("\(name)\(isForEach ? "" : " on a container")")
      if isForEach {
        marks = marks.map { AnyChartContent(erasing: modifier($0, &draws)) }
      } else {
        let content = marks
        marks = [
          AnyChartContent(
            erasing: modifier(AnyChartContent(Plot { for mark in content { mark } }), &draws))
        ]
      }
    }
    if draws.chance(0.2), !marks.isEmpty {
      hasSides = true
      description.append("annotations")
      for _ in 0..<min(marks.count, draws.whole(1...5)) {
        let index = draws.whole(0...marks.count - 1)
        let (text, position) = (draws.string(), draws.position())
        marks[index] = AnyChartContent(
          marks[index].annotation(position: position) { Text(verbatim: text) })
      }
    }
    contents += marks
  }

  private mutating func set(_ name: String, _ change: @escaping (Chart) -> Chart) {
    description.append(name)
    settings.append(change)
  }

  private mutating func addSettings() {
    for (kind, isX) in [(x, true), (y, false)] {
      if let type = kind.type {
        settings.append { isX ? $0.chartXScale(type: type) : $0.chartYScale(type: type) }
      }
      if draws.chance(0.15), kind != .category {
        let ends = [draws.number(0.2), draws.number(0.2)].map { $0.isNaN ? 0 : $0 }.sorted()
        let domain = ends[0]...ends[1]
        set("domain \(domain)") {
          isX ? $0.chartXScale(domain: domain) : $0.chartYScale(domain: domain)
        }
      }
      if draws.chance(0.1) {
        let count = draws.whole(0...5)
        let names = (0..<count).map { _ in draws.string() }
        set("categories \(names)") {
          isX ? $0.chartXScale(domain: names) : $0.chartYScale(domain: names)
        }
      }
      if draws.chance(0.1) {
        let includes = draws.chance(0.5)
        set("automatic") {
          let domain = AutomaticScaleDomain.automatic(includesZero: includes)
          return isX ? $0.chartXScale(domain: domain) : $0.chartYScale(domain: domain)
        }
      }
      if draws.chance(0.1) {
        let values = draws.axisValues()
        set("axis values \(values)") { chart in
          let marks = AxisMarks(values: values) {
            AxisGridLine()
            AxisTick()
            AxisValueLabel()
          }
          return isX ? chart.chartXAxis { marks } : chart.chartYAxis { marks }
        }
      }
      if draws.chance(0.1) {
        set("hidden axis") { isX ? $0.chartXAxis(.hidden) : $0.chartYAxis(.hidden) }
      }
      if draws.chance(0.2) {
        let title = draws.string()
        set("axis title") {
          isX
            ? $0.chartXAxisLabel(Text(verbatim: title))
            : $0.chartYAxisLabel(Text(verbatim: title))
        }
      }
      if draws.chance(0.05) {
        let (factor, offset) = (draws.number(0.1), draws.number(0.1))
        set("second unit \(factor), \(offset)") {
          isX
            ? $0.chartXSecondaryAxis(factor: factor, offset: offset)
            : $0.chartYSecondaryAxis(factor: factor, offset: offset)
        }
      }
    }
    if draws.chance(0.2) {
      let (title, below) = (draws.string(), draws.string())
      set("titles") {
        $0.chartTitle(Text(verbatim: title)).chartSubtitle(Text(verbatim: below))
      }
    }
    if draws.chance(0.2) {
      let place = draws.one(of: [AnnotationPosition.top, .bottom, .trailing])
      let columns = draws.chance(0.5) ? nil : Optional(draws.whole(-1...4))
      set("legend \(place)") {
        $0.chartLegend(position: place, columns: columns).chartLegend(.visible)
      }
    }
    if draws.chance(0.1) {
      let padding = draws.number(0.3)
      set("band padding \(padding)") { $0.chartBandPadding(padding) }
    }
    if draws.chance(0.1) {
      let type = draws.one(of: AxisKind.allCases.compactMap(\.type))
      let steps = draws.chance(0.5) ? nil : Optional(draws.whole(-1...9))
      set("colours \(type)") {
        $0.chartForegroundStyleScale(range: [.good, .bad, .muted], type: type, steps: steps)
      }
    }
    if draws.chance(0.1) {
      let columns = draws.whole(-1...5)
      let sharing = draws.one(of: [FacetSharing.both, .x, .y, .none])
      set("facets \(columns)") { $0.chartFacets(columns: columns, sharing: sharing) }
    }
    if draws.chance(0.1) {
      let aspect = draws.number(0.3)
      set("aspect \(aspect)") { $0.chartAspect(aspect) }
    }
  }
}

/// The values of one axis.
private struct Column {
  var values: [any AxisValue]

  init(_ kind: AxisKind, _ count: Int, _ hardness: Double, _ draws: inout Draws) {
    switch kind {
    case .category:
      // Names by number where they are many, so that they differ.
      let isMany = count > 300
      let names = (0..<max(1, min(count, 12))).map { _ in draws.string() }
      values = (0..<count).map { index in
        let name = isMany ? "category \(index)" : draws.one(of: names)
        return Spread(
          value: name, start: name, end: draws.one(of: names),
          numbers: (Double(index), Double(index), Double(index + 1)))
      }
    case .time:
      // From the year 1 to the year 9999, or a few days.
      let isWide = draws.chance(0.2)
      values = (0..<count).map { index in
        let seconds =
          draws.chance(hardness / 4)
          ? draws.hard
          : isWide
            ? -62_135_596_800 + draws.unit * 315_537_897_599
            : AxisKind.firstDay + Double(index) * 86_400 * draws.one(of: [1, 1, 1, 30.5])
        let dates = [seconds, seconds - 3600, seconds + 3600].map {
          Date(timeIntervalSince1970: $0)
        }
        return Spread(
          value: dates[0], start: dates[1], end: dates[2],
          numbers: (seconds, seconds - 3600, seconds + 3600))
      }
    case .integer:
      values = (0..<count).map { index in
        let number =
          draws.chance(hardness)
          ? draws.one(of: [Int.max, Int.min, 0, -1, 1 << 53]) : draws.whole(-20...200)
        return Spread(
          value: number, start: number.advanced(by: number > 0 ? -1 : 0), end: number,
          numbers: (Double(number), Double(number) - 1, Double(number)))
      }
    case .linear, .log, .symlog, .power, .sqrt:
      let form = draws.whole(0...4)
      let magnitude = draws.chance(0.8) ? 1 : draws.one(of: [1e-300, 1e-12, 1e12, 1e300])
      let isPositive = kind == .log || kind == .sqrt
      values = (0..<count).map { index in
        var number: Double =
          switch form {
          case 0: Double(index)
          case 1: draws.unit * 10 - (isPositive ? 0 : 5)
          case 2: 42
          case 3: Double(draws.whole(1...4))
          default: pow(10, draws.unit * 8 - 4)
          }
        number *= magnitude
        if draws.chance(hardness) { number = draws.hard }
        if isPositive, draws.chance(0.98) { number = number.magnitude + magnitude * 1e-3 }
        let half = number.magnitude * 0.1
        return Spread(
          value: number, start: number - half, end: number + half,
          numbers: (number, number - half, number + half))
      }
    }
  }
}

/// Choices from a stream of numbers.
private struct Draws {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  var unit: Double { mutating get { random.unit() } }
  mutating func chance(_ probability: Double) -> Bool { random.unit() < probability }
  mutating func whole(_ range: ClosedRange<Int>) -> Int { random.whole(range) }
  mutating func one<T>(of values: [T]) -> T { values[random.whole(0...values.count - 1)] }

  /// How many data there are.
  mutating func count() -> Int {
    switch random.unit() {
    case ..<0.06: 0
    case ..<0.14: 1
    case ..<0.24: 2
    case ..<0.75: random.whole(3...20)
    case ..<0.95: random.whole(20...200)
    case ..<0.995: random.whole(200...3000)
    default: one(of: [30_000, 100_000])
    }
  }

  /// A number that is hard to plot.
  var hard: Double {
    mutating get {
      one(of: [
        .nan, .infinity, -.infinity, 1e308, -1e308, .leastNormalMagnitude / 200,
        -.leastNormalMagnitude / 200, .leastNonzeroMagnitude, 0, -0.0, 0.1 + 0.2,
        0.3, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 9_007_199_254_740_994, 1e15,
      ])
    }
  }

  mutating func number(_ hardness: Double) -> Double {
    chance(hardness) ? hard : one(of: [0, 1, 2, 0.5, -1, 3, 10, 0.1])
  }

  mutating func string() -> String {
    switch random.unit() {
    case ..<0.7: return one(of: ["a", "b", "c", "north", "2024", "晴", "雨天", "größer", "x1"])
    case ..<0.94:
      return one(of: [
        "", " ", "$5 to $9", "a_b^c", "**bold**", "\\frac{1}{2}", "<tag>&", "a\nb", "\t", "“q”",
        "a name that is much longer than any axis has room for, and then some more of it",
        "Supercalifragilisticexpialidocious", "−1", "\"", "\\", "$x^2$", "$$", "%d", "{", "}",
      ])
    case ..<0.97:
      let count = random.whole(1...12)
      let scalars = (0..<count).compactMap { _ in
        Unicode.Scalar(UInt32(random.whole(0x20...0x17F)))
      }
      return String(String.UnicodeScalarView(scalars.filter { $0.value != 0x7F }))
    default:
      let count = random.whole(1...8)
      let limit = chance(0.5) ? 0xFFFF : 0x10FFFF
      return String(
        String.UnicodeScalarView(
          (0..<count).compactMap { _ in Unicode.Scalar(UInt32(random.whole(1...limit))) }))
    }
  }

  mutating func position() -> AnnotationPosition {
    one(of: [
      .top, .bottom, .leading, .trailing, .topLeading, .topTrailing, .bottomLeading,
      .bottomTrailing, .overlay, .automatic, .callout(distance: 20), .lineEnd, .along(0.5),
    ])
  }

  mutating func axisValues() -> AxisMarkValues {
    switch random.whole(0...4) {
    case 0: .listed([number(0.3), number(0.3), number(0.3)])
    case 1: .stride(by: number(0.3))
    case 2: .automatic(desiredCount: random.whole(-1...30))
    case 3: .listed(["a"])
    default: .listed([Double]())
    }
  }

  /// A modifier that takes another value for each mark.
  mutating func modifier() -> (
    name: String, apply: (AnyChartContent, inout Draws) -> any ChartContent
  ) {
    typealias Channeled = (AnyChartContent, inout Draws) -> any ChartContent
    func by(_ name: String, _ apply: @escaping (AnyChartContent, Key) -> any ChartContent) -> (
      String, Channeled
    ) {
      let kind = random.whole(0...3)
      let names = (0..<random.whole(1...14)).map { _ in string() }
      return (
        name,
        { content, draws in
          switch kind {
          case 0: apply(content, .name(draws.one(of: names)))
          case 1: apply(content, .whole(draws.whole(0...20)))
          case 2: apply(content, .number(draws.number(0.2)))
          default: apply(content, .time(AxisKind.firstDay + Double(draws.whole(0...9)) * 1e6))
          }
        }
      )
    }
    let (number, index) = (self.number(0.2), random.whole(0...60))
    switch random.whole(0...16) {
    case 0: return ("colour", { content, _ in content.foregroundStyle(.series(index)) })
    case 1, 2, 3:
      return by("colour by") { content, key in
        switch key {
        case .name(let value): content.foregroundStyle(by: .value("key", value))
        case .whole(let value): content.foregroundStyle(by: .value("key", value))
        case .number(let value): content.foregroundStyle(by: .value("key", value))
        case .time(let value):
          content.foregroundStyle(by: .value("key", Date(timeIntervalSince1970: value)))
        }
      }
    case 4: return ("opacity \(number)", { content, _ in content.opacity(number) })
    case 5:
      return by("opacity by") { content, key in content.opacity(by: .value("o", key.number)) }
    case 6: return ("line width \(number)", { content, _ in content.lineStyle(width: number) })
    case 7:
      return ("dash \(number)", { content, _ in content.lineStyle(dash: [number, 2, number]) })
    case 8: return by("dash by") { content, key in content.lineStyle(by: .value("d", key.text)) }
    case 9: return ("symbol", { content, _ in content.symbol(.ring) })
    case 10: return by("symbol by") { content, key in content.symbol(by: .value("s", key.text)) }
    case 11:
      return ("size \(number)", { content, _ in content.symbolSize(number * 20) })
    case 12:
      return by("size by") { content, key in content.symbolSize(by: .value("z", key.number)) }
    case 13: return ("corner \(number)", { content, _ in content.cornerRadius(number) })
    case 14:
      let method = one(of: [
        InterpolationMethod.monotone, .catmullRom, .stepStart, .stepCenter, .stepEnd,
      ])
      return ("\(method)", { content, _ in content.interpolationMethod(method) })
    case 15:
      return by("position by") { content, key in content.position(by: .value("p", key.text)) }
    default: return by("facet by") { content, key in content.facet(by: .value("f", key.text)) }
    }
  }

  /// A value of a field.
  enum Key {
    case name(String)
    case whole(Int)
    case number(Double)
    case time(Double)

    var text: String {
      switch self {
      case .name(let name): name
      case .whole(let number): "\(number % 5)"
      case .number(let number), .time(let number): "\(number)"
      }
    }

    var number: Double {
      switch self {
      case .name(let name): Double(name.utf8.count)
      case .whole(let number): Double(number)
      case .number(let number), .time(let number): number
      }
    }
  }
}
