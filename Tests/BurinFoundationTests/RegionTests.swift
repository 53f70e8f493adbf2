import BurinFoundation
import Testing

/// Local times from Python's zoneinfo; words of months and days from the Unicode locale data.
@Suite("Time zone, calendar and locale of a rendering")
struct RegionTests {
  private struct Visit {
    var date: Date
    var count: Double
  }

  /// Visits every six hours from 28 March 2026, 23:00 at Greenwich, which is midnight in Berlin.
  private let visits = (0..<12).map {
    Visit(date: Date(timeIntervalSince1970: 1_774_738_800 + Double($0) * 21_600), count: 1)
  }

  private func zone(_ name: String) throws -> TimeZone {
    try #require(TimeZone(identifier: name))
  }

  private func texts(_ content: some FigureContent, _ options: RenderOptions) throws -> [String] {
    var options = options
    (options.width, options.height) = (600, 300)
    var texts: [String] = []
    try content.render(.svg, options).scene.items.walkDrawn { item, _ in
      if case .glyphs(let run) = item { texts.append(run.text) }
      return true
    }
    return texts
  }

  private var line: some FigureContent {
    Chart {
      for visit in visits { LineMark(x: .value("t", visit.date), y: .value("n", visit.count)) }
    }
  }

  @Test("An automatic axis has ticks at local midnights, across a change of clocks")
  func ticks() throws {
    let chart = line.chartXAxis { AxisMarks(values: .stride(by: .day)) }.chartYAxis(.hidden)
    #expect(
      try texts(chart, RenderOptions(timeZone: zone("Europe/Berlin"))).prefix(3)
        == ["2026-03-29", "2026-03-30", "2026-03-31"])
    // At Greenwich the data begin on the 28th, whose midnight lies before them.
    #expect(
      try texts(chart, RenderOptions()).prefix(3).contains("2026-03-29"))
    let automatic = line.chartYAxis(.hidden)
    let local = try texts(automatic, RenderOptions(timeZone: zone("Europe/Berlin")))
    #expect(local.contains("2026-03-29") && local.contains("12:00"))
  }

  @Test("Views in annotations, overlays and layers of marks are of the place too")
  func views() throws {
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1))
        .annotation { Text(visits[0].date, format: .dateTime.hour().minute()) }
        .compositingLayer { $0.overlay { Text(0.25, format: .number) } }
    }
    .chartOverlay { _ in Text(1234.5, format: .number) }
    .chartXAxis(.hidden).chartYAxis(.hidden)
    let options = RenderOptions(
      timeZone: try zone("Europe/Berlin"), locale: Locale(identifier: "de_DE"))
    #expect(try Set(texts(chart, options)).isSuperset(of: ["00:00", "0,25", "1.234,5"]))
  }

  @Test("Units without a calendar are those of the rendering; a calendar of their own wins")
  func units() throws {
    func chart(_ calendar: Calendar?) -> some FigureContent {
      Chart {
        for visit in visits {
          BarMark(
            x: .value("t", visit.date, unit: .day, calendar: calendar),
            y: .value("n", visit.count))
        }
      }
    }
    let berlin = RenderOptions(timeZone: try zone("Europe/Berlin"))
    #expect(try labels(chart(nil), berlin) == labels(chart(calendar("Europe/Berlin")), berlin))
    var bytes = try chart(nil).render(.svg, berlin).bytes
    #expect(try bytes == chart(calendar("Europe/Berlin")).render(.svg, berlin).bytes)
    bytes = try chart(nil).render(.svg).bytes
    #expect(try bytes != chart(nil).render(.svg, berlin).bytes)
    #expect(try bytes == chart(calendar("GMT")).render(.svg).bytes)
  }

  private func labels(
    _ content: some FigureContent, _ options: RenderOptions
  ) throws -> [String] { try texts(content, options) }

  private func calendar(_ name: String) throws -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try zone(name)
    calendar.firstWeekday = 2
    return calendar
  }

  @Test("Units of colours follow the rendering too")
  func fields() throws {
    // 2026-04-01 00:30 in Berlin is still March at Greenwich.
    let late = Date(timeIntervalSince1970: 1_774_996_200)
    let chart = Chart {
      PointMark(x: .value("x", 1), y: .value("y", 1))
        .foregroundStyle(by: .value("month", late, unit: .month))
      PointMark(x: .value("x", 2), y: .value("y", 1))
        .foregroundStyle(by: .value("month", late.addingTimeInterval(-86_400), unit: .month))
    }
    .chartForegroundStyleScale(range: [Color.red, .blue])
    #expect(
      try chart.render(.svg, RenderOptions(timeZone: zone("Europe/Berlin"))).bytes
        != chart.render(.svg).bytes)
  }

  private let noon = Date(timeIntervalSince1970: 1_774_785_600)  // 2026-03-29 12:00 UTC

  @Test("A format without a locale or a time zone follows the rendering; the author's own win")
  func formats() throws {
    let berlin = RenderOptions(
      timeZone: try zone("Europe/Berlin"), locale: Locale(identifier: "de_DE"))
    func written(_ text: Text, _ options: RenderOptions) throws -> String {
      try texts(text, options).joined()
    }
    let style = Date.FormatStyle.dateTime.day().month(.wide).hour().minute()
    #expect(try written(Text(noon, format: style), berlin) == "29. März um 14:00")
    #expect(
      try written(Text("\(noon, format: .dateTime.month(.wide))"), berlin) == "März")
    #expect(try written(Text(noon, format: .dateTime.month(.wide)), RenderOptions()) == "March")
    #expect(
      try written(
        Text(noon, format: .dateTime.hour(.twoDigits(amPM: .omitted)).minute()), RenderOptions())
        == "12:00")
    #expect(
      try written(
        Text(noon, format: style.locale(Locale(identifier: "fr_FR"))), berlin)
        == "29 mars à 14:00")
    let tokyo = Date.FormatStyle(
      locale: Locale(identifier: "en_GB"), timeZone: try zone("Asia/Tokyo"))
    #expect(try written(Text(noon, format: tokyo.hour().minute()), berlin) == "21:00")
    #expect(try written(Text(1234.5, format: .number), berlin) == "1.234,5")
    #expect(try written(Text(noon, style: .date), berlin) == "29. März 2026")
    #expect(try written(Text(noon, style: .time), RenderOptions()) == "12:00")
    #expect(try written(Text(1234.5, format: .number), RenderOptions()) == "1,234.5")
    #expect(
      try written(Text(0.5, format: .percent), RenderOptions(language: "de")) == "50\u{A0}%")
  }

  @Test("Foundation's numbers and percentages need no type on an axis")
  func numberFormats() throws {
    let chart = line.chartXAxis(.hidden)
    let english = RenderOptions(locale: Locale(identifier: "en_US"))
    let percent = chart.chartYAxis { AxisMarks(format: .percent, values: [0.0, 0.5]) }
    #expect(try texts(percent, english).filter { $0.contains("%") } == ["0%", "50%"])
    let number = chart.chartYAxis {
      AxisMarks(values: [0.5]) { AxisValueLabel(format: .number.precision(.fractionLength(2))) }
    }
    #expect(try texts(number, english).contains("0.50"))
  }

  @Test("Labels of axes follow the locale, and ISO 8601 without one")
  func axisLabels() throws {
    let chart = line.chartXAxis { AxisMarks(values: .stride(by: .day)) }.chartYAxis(.hidden)
    let berlin = RenderOptions(
      timeZone: try zone("Europe/Berlin"), locale: Locale(identifier: "de_DE"))
    #expect(try texts(chart, berlin).first == "29. März 2026")
    // An automatic axis writes the year once.
    let weeks = Chart(0..<20) { index in
      LineMark(
        x: .value("t", Date(timeIntervalSince1970: 1_774_000_000 + 259_200 * Double(index))),
        y: .value("n", index))
    }
    let written = try texts(weeks.chartYAxis(.hidden), berlin)
    #expect(written.filter { $0.contains("2026") } == ["2026"])
    #expect(written.contains { $0.hasSuffix("Apr.") })
    let formatted = line.chartXAxis {
      AxisMarks(values: .stride(by: .day)) {
        AxisValueLabel(format: .dateTime.weekday(.wide).hour())
      }
    }.chartYAxis(.hidden)
    #expect(try texts(formatted, berlin).first == "Sonntag, 00 Uhr")
    // Burin's own formats show the clock of the rendering.
    let own = line.chartXAxis {
      AxisMarks(values: .stride(by: .day)) { AxisValueLabel(format: TimeFormat.minute) }
    }.chartYAxis(.hidden)
    #expect(try texts(own, berlin).first == "00:00")
    let numbers = Chart { BarMark(x: .value("x", "a"), y: .value("y", 0.5)) }
    #expect(try texts(numbers, berlin).contains("0,5"))
    #expect(try texts(numbers, RenderOptions()).contains("0.5"))
  }

  @Test("Numbers of an axis have the digits of the locale")
  func digits() throws {
    let numbers = Chart { BarMark(x: .value("x", "a"), y: .value("y", 0.5)) }
    let wide = RenderOptions(locale: Locale(identifier: "ja_JP@numbers=fullwide"))
    let found = try texts(numbers, wide)
    #expect(found.contains { $0.hasPrefix("０") && $0.hasSuffix("５") })
    #expect(!found.contains { $0.contains("0") || $0.contains("5") })
  }

  @Test("An axis of dates may be empty")
  func empty() throws {
    let none: [Visit] = []
    let chart = Chart {
      for visit in none { LineMark(x: .value("t", visit.date), y: .value("n", visit.count)) }
    }.chartXAxis { AxisMarks(values: .stride(by: .hour, count: 3)) }
    #expect(try chart.render(.svg).diagnostics.map(\.message) == ["the chart has no marks"])
  }

  @Test("Weeks begin on the day of the rendering's calendar, and other calendars have their months")
  func calendars() throws {
    var sundays = Calendar(identifier: .gregorian)
    sundays.firstWeekday = 1
    let chart = Chart {
      BarMark(x: .value("t", noon, unit: .weekOfYear), y: .value("n", 1))
    }
    // The week of Sunday 29 March begins on that day, or on Monday 23 March.
    #expect(
      try chart.render(.svg, RenderOptions(calendar: sundays)).bytes != chart.render(.svg).bytes)
    // 1 Farvardin 1405 is 21 March 2026.
    let persian = line.chartXScale(
      domain: noon.addingTimeInterval(-20 * 86_400)...noon.addingTimeInterval(40 * 86_400)
    ).chartXAxis { AxisMarks(values: .stride(by: .month)) }.chartYAxis(.hidden)
    #expect(
      try texts(persian, RenderOptions(calendar: Calendar(identifier: .persian)))
        .contains("2026-03-21"))
  }
}
