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
  /// Adds a value in a format, which follows the rendering as in ``Text/init(_:format:)``; within a
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
  /// A way of writing a date that depends on the machine's locale and clock.
  public enum DateStyle: Hashable, Sendable {
    /// The styles of SwiftUI.
    case date, time, relative, offset, timer
  }

  /// Isn't available: the text would depend on the machine's locale.
  @available(
    *, unavailable, message: "write Text(date, format: …) with a TimeFormat or a FormatStyle"
  )
  public init(_ date: Date, style: DateStyle) { self.init(verbatim: "") }
}
