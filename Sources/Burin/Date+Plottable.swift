public import BurinCharts
public import BurinScales

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Date: PrimitivePlottableProtocol {
  /// An axis of dates has ticks at calendar times.
  public static var valueKind: ValueKind { .time }
  /// The seconds since the start of 1970.
  public var plottedNumber: Double { timeIntervalSince1970 }
  /// Returns the date of a number of seconds since the start of 1970.
  public static func plotted(number: Double) -> Date? { Date(timeIntervalSince1970: number) }
}

extension Decimal: PrimitivePlottableProtocol {
  /// Numbers with a fraction.
  public static var valueKind: ValueKind { .number }
  /// The nearest binary number.
  public var plottedNumber: Double {
    // Digits from the least significant one; each step is exact up to 2⁵³.
    Double("\(self)") ?? .nan
  }
  /// Returns the shortest decimal number that stands for a binary one.
  public static func plotted(number: Double) -> Decimal? { Decimal(string: "\(number)") }
}

extension PlottableValue where Value == Date {
  /// Makes a value that is the whole unit of the calendar (GMT) in which a date lies.
  ///
  /// ```swift
  /// BarMark(x: .value("Day", visit.date, unit: .day), y: .value("Visits", 1))  // a bar a day
  /// ```
  public static func value(
    _ label: String, _ date: Date, unit: CalendarUnit
  ) -> PlottableValue {
    let interval = unit.interval(containing: date.timeIntervalSince1970)
    return .stretch(
      label, Date(timeIntervalSince1970: interval.lowerBound),
      Date(timeIntervalSince1970: interval.upperBound))
  }
}
