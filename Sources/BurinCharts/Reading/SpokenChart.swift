import BurinScene

/// What a chart of a page is called and shows, in words.
struct SpokenChart: Sendable {
  /// The title, or what is shown by what; nil where nothing has a name.
  var name: String?
  /// What the chart shows.
  var summary: String
  /// What the chart shows, for programs.
  var descriptor: @Sendable () -> ChartDescriptor

  init(_ reading: ChartReading, summary: String) {
    name = reading.name
    self.summary = summary
    descriptor = { reading.descriptor }
  }

  /// The most characters of a name: a longer one is a description.
  private static let longestName = 150
  /// The most charts that a description of a page speaks of.
  private static let mostCharts = 12

  /// Returns the name of a page of charts; empty where no chart has one.
  static func name(of charts: [SpokenChart]) -> String {
    var names: [String] = []
    for name in charts.lazy.compactMap(\.name) where !names.contains(name) { names.append(name) }
    let name = names.joined(separator: "; ")
    guard name.count > longestName else { return name }
    return name.prefix(longestName - 1) + "…"
  }

  /// Returns the description of a page of charts; empty without charts.
  static func summary(of charts: [SpokenChart]) -> String {
    charts.prefix(mostCharts).map(\.summary).joined(separator: " ")
      + (charts.count > mostCharts ? " …" : "")
  }
}
