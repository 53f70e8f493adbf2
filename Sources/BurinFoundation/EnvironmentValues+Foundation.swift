public import BurinCharts
public import Foundation

extension EnvironmentValues {
  /// The ISO 8601 calendar in Greenwich Mean Time.
  ///
  /// What a rendering is given by `RenderOptions(calendar:)` is not known where views are made.
  public var calendar: Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = timeZone
    return calendar
  }

  /// Greenwich Mean Time.
  public var timeZone: TimeZone { .gmt }

  /// English without a region.
  public var locale: Locale { Locale(identifier: "en") }
}
