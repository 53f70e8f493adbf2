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
  /// Text(date, format: .dateTime.month().day().locale(Locale(identifier: "en")))
  /// ```
  ///
  /// Set the format's locale and time zone, without which a picture depends on the machine.
  @_disfavoredOverload
  public init<Format: FormatStyle>(_ value: Format.FormatInput, format: Format)
  where Format.FormatOutput == String {
    self.init(verbatim: format.format(value))
  }

  /// Creates a text that shows a time in a format.
  public init(_ date: Date, format: TimeFormat) {
    self.init(verbatim: format.text(date.timeIntervalSince1970))
  }
}

extension Text.StringInterpolation {
  /// Adds a value in a format.
  @_disfavoredOverload
  public mutating func appendInterpolation<Format: FormatStyle>(
    _ value: Format.FormatInput, format: Format
  ) where Format.FormatOutput == String { appendInterpolation(format.format(value)) }

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
