public import BurinCharts

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
}

extension Decimal: PrimitivePlottableProtocol {
  /// Numbers with a fraction.
  public static var valueKind: ValueKind { .number }
  /// The nearest binary number.
  public var plottedNumber: Double {
    // Digits from the least significant one; each step is exact up to 2⁵³.
    Double("\(self)") ?? .nan
  }
}
