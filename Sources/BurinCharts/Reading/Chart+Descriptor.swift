public import BurinScene

extension Chart {
  /// Returns what the chart shows, for programs and for readers who do not see it.
  ///
  /// ```swift
  /// let chart = Chart {
  ///   BarMark(x: .value("Day", "Mon"), y: .value("Visits", 12))
  ///   BarMark(x: .value("Day", "Tue"), y: .value("Visits", 19))
  /// }
  /// try chart.descriptor().title    // "Visits by Day"
  /// try chart.descriptor().summary
  /// // "Bar chart: Visits by Day. 2 bars; largest: Tue, Visits 19; smallest: Mon, Visits 12."
  /// ```
  ///
  /// Times are those of Greenwich.
  ///
  /// - Parameter language: the language of the words, as a BCP 47 tag: Chinese for `zh`, else
  ///   English.
  /// - Throws: ``ChartError`` for a chart that cannot be drawn.
  public func descriptor(language: String = "en") throws -> ChartDescriptor {
    let region = RenderingRegion()
    let model = try ChartModel(data, configuration, region: region)
    return ChartReading(model, configuration, language: language, region: region).descriptor
  }

  /// Returns the chart's data in one table; rows that several marks show alike stand once.
  ///
  /// ```swift
  /// try chart.dataTable().csv   // "Day,Visits\nMon,12\nTue,19\n"
  /// try chart.dataTable().json  // [{"Day":"Mon","Visits":12},{"Day":"Tue","Visits":19}]
  /// ```
  ///
  /// - Throws: ``ChartError`` for a chart that cannot be drawn.
  public func dataTable(language: String = "en") throws -> DataTable {
    try descriptor(language: language).table
  }
}
