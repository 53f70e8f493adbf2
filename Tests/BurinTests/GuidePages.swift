import Burin
import BurinFigures
import Foundation
import Testing

// The code of `Documentation/Start.md`, `Themes.md` and `Figures.md`; a test holds it against them.

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
    LineMark(x: .value("Month", row.month, unit: .month), y: .value("Rain, mm", row.millimetres))
      .foregroundStyle(by: .value("City", row.city))
  }
  .chartTitle("Rain in two cities")
  .chartLegend(position: .bottom, alignment: .center)
}

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
        x: .value("side", language.localized("heads", ["zh": "正面"])), y: .value("p", heads.value)
      )
      .annotation(position: .top) { Text(heads.text) }
      BarMark(
        x: .value("side", language.localized("tails", ["zh": "反面"])),
        y: .value("p", 1 - heads.value))
    }
    .chartYScale(domain: 0...1)
  }
}

/// The parts of the pages that run.
struct GuidePages {
  let folder: String
  var chart: Chart
  let options = RenderOptions(
    width: 480, height: 300, altText: "Bergen has four times the rain of Oslo.")

  init(folder: String) throws {
    self.folder = folder
    let path = "\(folder)/rain.csv"
    try """
    month,city,mm
    2025-01,Bergen,256
    2025-02,Bergen,198
    2025-01,Oslo,58
    2025-02,Oslo,41
    """.write(toFile: path, atomically: true, encoding: .utf8)
    let csv = try String(contentsOfFile: path, encoding: .utf8)
    let chart = rainChart(try rows(of: csv))
    let notes = try chart.write(to: "\(folder)/rain.png", as: .png(scale: 2), options)
    for note in notes { print("note: \(note)") }
    #expect(notes == [])
    self.chart = chart
  }

  func files() throws {
    try chart.write(to: "\(folder)/rain.svg", as: .svg, options)
    let picture = try chart.render(.png(scale: 2), options)  // bytes, and what it had to say
    print(picture.bytes.count, picture.diagnostics)
    try reduced()
  }

  private func reduced() throws {
    let scale = 8 / 11.5
    let paper = RenderOptions(width: 8 / 2.54 * 72 / scale, height: 5 / 2.54 * 72 / scale)
    try chart.write(to: "\(folder)/rain.pdf", as: .pdf(scale: scale), paper)
  }

  func errors() {
    do {
      try chart.write(to: "\(folder)/rain.png", as: .png, options)
    } catch {
      switch error.category {
      case .data: print("the data: \(error)")  // a value, a category, a text, a formula
      case .options: print("the options: \(error)")  // sizes, colours, domains, paths
      case .machine: print("the machine: \(error)")  // fonts, disk, memory
      case .limit, .cancellation, .other: print("\(error.code): \(error)")
      }
    }
  }

  func checks() throws {
    #expect(try chart.lint() == [])  // as RenderOptions() draws it: 640 pt wide, standard theme
    #expect(try chart.lint(LintRule.chart, options) == [])  // as it will be drawn
  }

  func dark() throws {
    try chart.write(to: "\(folder)/dark.png", as: .png(scale: 2), RenderOptions(theme: .dark))
  }

  func brand() -> Theme {
    var brand = Theme.standard
    brand.colors.accent = RGBColor(hex: 0x00695C)  // marks without a style
    brand.series = [0x00695C, 0xC2410C, 0x4338CA].map(RGBColor.init(hex:))
    brand.colors.named["sun"] = RGBColor(hex: 0xB45309)  // .foregroundStyle(.named("sun"))
    brand.families.text = ["DejaVu Sans"]  // an installed family, or one of RenderCache(fonts:)
    brand.fonts[.title] = Theme.Font(24, .bold)
    brand.margin = 20
    return brand
  }

  func figures() throws {
    var coin = Coin()
    coin.heads = 0.25
    #expect(try coin.facts()["differ"].value == 0.375)
    #expect(try coin.rendering(language: .en).lint() == [])  // with its facts and its alt text
    for language in [Language.en, .zh] {
      try coin.rendering(language: language, theme: .dark)
        .write(to: "\(folder)/coin.\(language.code).png", as: .png(scale: 2))
    }
  }
}
