import BurinCharts
public import BurinScales

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A locale that can write dates in its words, and knows its digits.
///
/// Only Foundation as a whole knows them: `BurinFoundation` makes `Locale` conform.
public protocol LocalizedDates: Sendable {
  /// The digits from 0 to 9.
  var digits: [String] { get }
  /// Returns a date in the words of the locale.
  ///
  /// - Parameters:
  ///   - date: the date.
  ///   - part: the smallest part that is written.
  ///   - decimals: the number of decimals of the seconds.
  ///   - calendar: the calendar with its time zone.
  func words(
    for date: Date, to part: TimeFormat.Precision, decimals: Int, calendar: Calendar
  ) -> String
  /// Returns a date in the words of the locale without its year, for axes that write it once; nil
  /// where the locale always writes it.
  ///
  /// - Parameters:
  ///   - date: the date.
  ///   - part: the smallest part that is written, a quarter, a month or a day.
  ///   - calendar: the calendar with its time zone.
  func yearlessWords(
    for date: Date, to part: TimeFormat.Precision, calendar: Calendar
  ) -> String?
}

extension LocalizedDates {
  /// Nil: the year is written with every date.
  public func yearlessWords(
    for date: Date, to part: TimeFormat.Precision, calendar: Calendar
  ) -> String? { nil }
}

/// The time zone, the calendar and the locale that formats follow which have none of their own.
final class RegionSettings: Sendable {
  let timeZone: TimeZone
  let calendar: Calendar
  let locale: Locale

  init(timeZone: TimeZone = .gmt, calendar: Calendar? = nil, locale: Locale) {
    self.timeZone = timeZone
    self.locale = locale
    var own = calendar ?? Calendar(identifier: .gregorian)
    if calendar == nil {
      own.firstWeekday = 2
      own.minimumDaysInFirstWeek = 4
    }
    own.timeZone = timeZone
    own.locale = locale
    self.calendar = own
  }

  /// Returns the settings of a region.
  static func of(_ region: RenderingRegion) -> RegionSettings {
    region.settings as? RegionSettings ?? RegionSettings(locale: Locale(identifier: "en"))
  }

  /// Returns a value in a format.
  func text<Format: FormatStyle>(_ value: Format.FormatInput, _ format: Format) -> String
  where Format.FormatOutput == String { following(format).format(value) }

  /// Returns a format with the locale, the time zone and the calendar of the rendering in place of
  /// the machine's; those that an author chose stay.
  func following<Format: FormatStyle>(_ format: Format) -> Format {
    let isOfMachine = format == format.locale(.autoupdatingCurrent)
    let localized = isOfMachine ? format.locale(locale) : format
    guard Format.FormatInput.self == Date.self || Format.FormatInput.self == Range<Date>.self
    else { return localized }
    return inTimeZone(localized)
  }

  /// Returns a format of dates whose encoded form holds the rendering's time zone and calendar where
  /// it held the machine's.
  ///
  /// No protocol says where a format keeps its time zone, but its encoded form does, and whether that
  /// is the machine's.
  private func inTimeZone<Format: FormatStyle>(_ format: Format) -> Format {
    guard let data = try? JSONEncoder().encode(format),
      case .object(var fields)? = try? JSONDecoder().decode(CodedForm.self, from: data)
    else { return format }
    var isChanged = false
    if case .object(let zone)? = fields["timeZone"], zone["autoupdating"] == .bool(true),
      let own = CodedForm(timeZone)
    {
      fields["timeZone"] = own
      isChanged = true
    }
    // 1 is the machine's calendar, 2 the one that follows its changes.
    if case .object(let known)? = fields["calendar"], known["current"] == .number(2),
      let own = CodedForm(calendar)
    {
      fields["calendar"] = own
      isChanged = true
    }
    guard isChanged, let changed = try? JSONEncoder().encode(CodedForm.object(fields)),
      let result = try? JSONDecoder().decode(Format.self, from: changed)
    else { return format }
    return result
  }
}

/// Any encoded value.
private enum CodedForm: Codable, Equatable {
  case object([String: CodedForm])
  case array([CodedForm])
  case bool(Bool)
  case number(Double)
  case string(String)
  case null

  /// Creates the form of a value; nil for one that cannot be encoded.
  init?(_ value: some Encodable) {
    guard let data = try? JSONEncoder().encode(value),
      let form = try? JSONDecoder().decode(CodedForm.self, from: data)
    else { return nil }
    self = form
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([CodedForm].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: CodedForm].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .object(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .bool(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .null: try container.encodeNil()
    }
  }
}

extension RenderOptions {
  /// The clock, the calendar and the locale as layouts use them.
  var region: RenderingRegion {
    var region = RenderingRegion()
    let settings = RegionSettings(
      timeZone: timeZone, calendar: calendar, locale: locale ?? Locale(identifier: language))
    region.settings = settings
    region.calendar = LocalCalendar(settings)
    guard let locale else { return region }
    let signs = (locale.decimalSeparator ?? ".", locale.groupingSeparator ?? ",")
    region.signs = (decimal: signs.0, group: signs.1)
    if let words = locale as? any LocalizedDates {
      region.digits = words.digits
      region.words = { time, part, decimals in
        words.words(
          for: Date(timeIntervalSince1970: time), to: part, decimals: decimals,
          calendar: settings.calendar)
      }
      region.yearlessWords = { time, part in
        words.yearlessWords(
          for: Date(timeIntervalSince1970: time), to: part, calendar: settings.calendar)
      }
    } else {
      region.timeNote =
        "dates on axes are written by ISO 8601: the words of the locale \(locale.identifier) need import BurinFoundation"
    }
    return region
  }
}

extension LocalCalendar {
  /// Creates the calendar of settings.
  fileprivate init(_ settings: RegionSettings) {
    let (zone, calendar) = (settings.timeZone, settings.calendar)
    let isGregorian = calendar.identifier == .gregorian || calendar.identifier == .iso8601
    if zone == .gmt, isGregorian, calendar.firstWeekday == 2 {
      self = .gmt
      return
    }
    var units: (@Sendable (CalendarUnit, Double) -> LocalCalendar.Unit?)?
    if !isGregorian { units = { calendar.unit($0, containing: $1) } }
    self.init(
      id: "\(zone.identifier) \(calendar.identifier) \(calendar.firstWeekday)",
      firstWeekday: calendar.firstWeekday,
      units: units,
      offset: { Double(zone.secondsFromGMT(for: Date(timeIntervalSince1970: $0))) })
  }
}

extension Calendar {
  /// Returns the month, the quarter or the year that contains a time, in seconds since the start of
  /// 1970.
  fileprivate func unit(_ unit: CalendarUnit, containing time: Double) -> LocalCalendar.Unit? {
    let date = Date(timeIntervalSince1970: time)
    let component: Calendar.Component = unit == .year ? .year : .month
    guard var interval = dateInterval(of: component, for: date) else { return nil }
    var number = self.component(component, from: date) - (unit == .year ? 0 : 1)
    if unit == .quarter {
      // A quarter is three months from the first, the fourth, the seventh or the tenth one.
      let months = Calendar.Component.month
      guard let start = self.date(byAdding: months, value: -(number % 3), to: interval.start),
        let end = self.date(byAdding: months, value: 3, to: start)
      else { return nil }
      interval = DateInterval(start: start, end: end)
      number /= 3
    }
    return (interval.start.timeIntervalSince1970..<interval.end.timeIntervalSince1970, number)
  }
}
