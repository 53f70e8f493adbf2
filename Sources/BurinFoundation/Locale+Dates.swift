public import Burin
public import BurinScales
public import Foundation

extension Locale: LocalizedDates {
  /// The digits from 0 to 9 that the locale writes numbers with.
  public var digits: [String] { (0...9).map { $0.formatted(.number.locale(self)) } }

  /// Returns a date in the words of the locale: `27. Nov. 2026`, `18:05`.
  public func words(
    for date: Date, to part: TimeFormat.Precision, decimals: Int, calendar: Calendar
  ) -> String {
    let plain = Date.FormatStyle(locale: self, calendar: calendar, timeZone: calendar.timeZone)
    let style: Date.FormatStyle =
      switch part {
      case .year: plain.year()
      case .quarter: plain.year().quarter(.abbreviated)
      case .month: plain.year().month(.abbreviated)
      case .day: plain.year().month(.abbreviated).day()
      case .hour, .minute: plain.hour().minute()
      case .second, .number:
        decimals > 0
          ? plain.hour().minute().second().secondFraction(.fractional(decimals))
          : plain.hour().minute().second()
      }
    return style.format(date)
  }

  /// Returns a date in the words of the locale without its year: `27. Nov.`, `Q4`.
  public func yearlessWords(
    for date: Date, to part: TimeFormat.Precision, calendar: Calendar
  ) -> String? {
    let plain = Date.FormatStyle(locale: self, calendar: calendar, timeZone: calendar.timeZone)
    switch part {
    case .quarter: return plain.quarter(.abbreviated).format(date)
    case .month: return plain.month(.abbreviated).format(date)
    case .day: return plain.month(.abbreviated).day().format(date)
    case .year, .hour, .minute, .second, .number: return nil
    }
  }
}
