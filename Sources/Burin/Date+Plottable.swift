public import BurinCharts
import BurinScales

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
  /// Makes the date.
  public init?(plottedNumber: Double, plottedCategory: String) {
    self.init(timeIntervalSince1970: plottedNumber)
  }
}

extension Decimal: PrimitivePlottableProtocol {
  /// Numbers with a fraction.
  public static var valueKind: ValueKind { .number }
  /// The nearest binary number.
  public var plottedNumber: Double {
    // Digits from the least significant one; each step is exact up to 2⁵³.
    Double("\(self)") ?? .nan
  }
  /// Makes the number.
  public init?(plottedNumber: Double, plottedCategory: String) {
    guard plottedNumber.isFinite else { return nil }
    self.init(plottedNumber)
  }
}

extension PlottableValue where Value == Date {
  /// Makes a value that is the whole unit of the calendar in which a date lies.
  ///
  /// ```swift
  /// BarMark(x: .value("Day", visit.date, unit: .day), y: .value("Visits", 1))  // a bar a day
  /// ```
  ///
  /// - Parameters:
  ///   - label: the name of the quantity.
  ///   - date: the date.
  ///   - unit: the unit.
  ///   - calendar: the calendar with its time zone; nil for that of the rendering,
  ///     `RenderOptions(timeZone:calendar:)`, which is the Gregorian one at Greenwich with weeks from
  ///     Monday unless it is set.
  public static func value<Name: QuantityName>(
    _ label: Name, _ date: Date, unit: Calendar.Component, calendar: Calendar? = nil
  ) -> PlottableValue {
    let label = label.quantityName
    if calendar == nil, let unit = unit.calendarUnit {
      return .unit(label, containing: date.timeIntervalSince1970, unit)
    }
    let interval = unit.interval(containing: date, in: calendar)
    return .stretch(label, interval.lowerBound, interval.upperBound)
  }
}

extension Date: PlottableConstant {}

extension PlottableProjection where Value == Date {
  /// Returns the whole unit of the calendar in which the date of a key path lies.
  public static func value<Name: QuantityName>(
    _ label: Name, _ keyPath: KeyPath<DataElement, Date>, unit: Calendar.Component,
    calendar: Calendar? = nil
  ) -> PlottableProjection {
    let label = label.quantityName
    return PlottableProjection {
      .value(label, $0[keyPath: keyPath], unit: unit, calendar: calendar)
    }
  }
}

extension Calendar.Component {
  /// Returns the start and the end of the unit that contains a date.
  ///
  /// Units that have no length of their own, such as eras, give the date itself.
  func interval(containing date: Date, in calendar: Calendar?) -> Range<Date> {
    if let calendar {
      let interval = calendar.dateInterval(of: self, for: date)
      return interval.map { $0.start..<$0.end } ?? date..<date
    }
    guard let unit = calendarUnit else { return date..<date }
    let interval = unit.interval(containing: date.timeIntervalSince1970)
    return Date(
      timeIntervalSince1970: interval.lowerBound)..<Date(
        timeIntervalSince1970: interval.upperBound)
  }

  /// The unit of the Gregorian calendar; nil for those without a length of their own.
  var calendarUnit: CalendarUnit? {
    switch self {
    case .year, .yearForWeekOfYear: .year
    case .quarter: .quarter
    case .month: .month
    case .weekOfYear, .weekOfMonth: .weekOfYear
    case .day, .weekday, .weekdayOrdinal: .day
    case .hour: .hour
    case .minute: .minute
    case .second: .second
    default: nil
    }
  }
}
