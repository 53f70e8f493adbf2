public import BurinCharts
public import BurinScales

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

// The protocol of formats is FoundationEssentials': formats themselves, which know locales, are
// loaded by the programs that use them.

extension Text {
  /// Creates a text that shows a value in a format.
  ///
  /// ```swift
  /// Text(date, format: .dateTime.month().day())
  /// ```
  ///
  /// A format without a locale or a time zone of its own follows those of the rendering:
  /// `RenderOptions(timeZone:calendar:locale:)`.
  @_disfavoredOverload
  public init<Format: FormatStyle & Sendable>(_ value: Format.FormatInput, format: Format)
  where Format.FormatOutput == String, Format.FormatInput: Sendable {
    self.init(formatted: { RegionSettings.of($0).text(value, format) })
  }

  /// Creates a text that shows a value in a format that cannot be handed on to a rendering: a format
  /// without a locale or a time zone of its own is English, at Greenwich.
  @_disfavoredOverload
  public init<Format: FormatStyle>(_ value: Format.FormatInput, format: Format)
  where Format.FormatOutput == String {
    self.init(verbatim: RegionSettings(locale: Locale(identifier: "en")).text(value, format))
  }

  /// Creates a text that shows a time in a format.
  public init(_ date: Date, format: TimeFormat) {
    self.init(verbatim: format.text(date.timeIntervalSince1970))
  }
}

extension Text.StringInterpolation {
  /// Adds a value in a format, which follows the rendering as in `Text(_:format:)`; within a
  /// formula it is English, at Greenwich.
  @_disfavoredOverload
  public mutating func appendInterpolation<Format: FormatStyle & Sendable>(
    _ value: Format.FormatInput, format: Format
  ) where Format.FormatOutput == String, Format.FormatInput: Sendable {
    appendInterpolation(Text(value, format: format))
  }

  /// Adds a value in a format that cannot be handed on to a rendering.
  @_disfavoredOverload
  public mutating func appendInterpolation<Format: FormatStyle>(
    _ value: Format.FormatInput, format: Format
  ) where Format.FormatOutput == String { appendInterpolation(Text(value, format: format)) }

  /// Adds a time in a format.
  public mutating func appendInterpolation(_ date: Date, format: TimeFormat) {
    appendInterpolation(format.text(date.timeIntervalSince1970))
  }
}

extension Text {
  /// A way of writing a date.
  public struct DateStyle: Hashable, Sendable {
    let precision: TimeFormat.Precision
    /// The day: `2026-03-29`, or in the words of a locale.
    public static let date = DateStyle(precision: .day)
    /// The time of day to the minute: `14:00`.
    public static let time = DateStyle(precision: .minute)
    /// Isn't available: a picture doesn't know what time it is.
    @available(
      *, unavailable, message: "a picture doesn't know what time it is; write .date or .time"
    )
    public static var relative: DateStyle { date }
    /// Isn't available: a picture doesn't know what time it is.
    @available(
      *, unavailable, message: "a picture doesn't know what time it is; write .date or .time"
    )
    public static var offset: DateStyle { date }
    /// Isn't available: a picture doesn't know what time it is.
    @available(
      *, unavailable, message: "a picture doesn't know what time it is; write .date or .time"
    )
    public static var timer: DateStyle { date }
  }

  /// Creates a text that shows the day or the time of a date, by the rendering's clock and in its
  /// locale; by ISO 8601 without one.
  public init(_ date: Date, style: DateStyle) {
    let (time, precision) = (date.timeIntervalSince1970, style.precision)
    self.init(formatted: { $0.text(time, to: precision) })
  }
}
