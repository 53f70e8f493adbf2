public import BurinCharts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension Date: Plottable {
  /// The seconds since the start of 1970.
  public var datum: Datum { .number(timeIntervalSince1970) }
  /// An axis of dates has ticks at calendar times, in UTC.
  public static var isTime: Bool { true }
}
