package import BurinScales

/// The clock and the calendar of a rendering, and the words of its locale.
package struct RenderingRegion: Sendable {
  /// The calendar by which times are placed.
  package var calendar = LocalCalendar.gmt
  /// Returns a time in the locale's words; nil for ISO 8601.
  package var words: (@Sendable (Double, TimeFormat.Precision, Int) -> String)?
  /// Returns a date in the locale's words without its year; nil where the year always stands there.
  package var yearlessWords: (@Sendable (Double, TimeFormat.Precision) -> String?)?
  /// The locale's signs between whole part and decimals and between groups; nil for those of
  /// ``NumberFormat``.
  package var signs: (decimal: String, group: String)?
  /// The locale's digits from 0 to 9; empty for those of ``NumberFormat``.
  package var digits: [String] = []
  /// What an author should know where times are written automatically.
  package var timeNote: String?
  /// What formats of other modules follow.
  package var settings: (any Sendable)?

  /// Creates the region of Greenwich.
  package init() {}

  /// Returns the format that tells some times apart.
  func format(of times: [Double]) -> LocalTimeFormat {
    LocalTimeFormat(automaticFor: times, calendar: calendar, words: words)
  }

  /// Returns the format of times along an axis, which writes each year once.
  ///
  /// - Parameters:
  ///   - times: the times.
  ///   - labelled: those that are surely written; with none, each has its year.
  ///   - unit: the unit of the calendar that the times stand for; nil for points in time.
  func axisFormat(
    of times: [Double], labelled: [Double], unit: CalendarUnit?
  ) -> LocalTimeFormat {
    LocalTimeFormat(automaticFor: times, calendar: calendar, unit: unit, words: words)
      .writingYearsOnce(labelled, words: yearlessWords)
  }

  /// Returns a time in a format of an author, whose clock is the calendar's where it has none of its
  /// own.
  func text(_ time: Double, _ format: TimeFormat) -> String {
    format.secondsFromGMT == 0 && format.precision != .number
      ? format.offset(secondsFromGMT: calendar.offset(at: time)).text(time) : format.text(time)
  }

  /// Returns a time to a precision, in the locale's words or by ISO 8601.
  package func text(_ time: Double, to precision: TimeFormat.Precision) -> String {
    words?(time, precision, 0) ?? TimeFormat(precision: precision).text(calendar.local(time))
  }

  /// Returns a number as it is written automatically with the locale's signs and digits.
  func localized(_ text: Text) -> Text {
    guard signs != nil else { return text }
    return text.changed { run in
      guard case .text(let string) = run.content else { return }
      run.content = .text(localized(string))
    }
  }

  /// Returns a number as it is written automatically with the locale's signs and digits.
  func localized(_ number: String) -> String {
    guard let signs else { return number }
    return number.map { character -> String in
      switch character {
      case ".": signs.decimal
      case "\u{2009}", "\u{202F}": signs.group
      case "0"..."9":
        character.wholeNumberValue.flatMap { digits.indices.contains($0) ? digits[$0] : nil }
          ?? String(character)
      default: String(character)
      }
    }.joined()
  }
}

extension LayoutContext {
  /// The clock, the calendar and the words of what is resolved.
  package var region: RenderingRegion {
    get { environment.region }
    set { environment.region = newValue }
  }
}
