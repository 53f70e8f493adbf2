public import BurinCharts

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension ChartScrollTargetBehavior {
  /// At dates that match components; has no effect in a picture.
  public static func valueAligned(
    matching components: DateComponents, majorAlignment: MajorValueAlignment<Date>? = nil,
    limitBehavior: ValueAlignedLimitBehavior = .automatic
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At dates that match components along both axes; has no effect in a picture.
  public static func valueAligned(
    xMatching x: DateComponents, yMatching y: DateComponents,
    xMajorAlignment: MajorValueAlignment<Date>? = nil,
    yMajorAlignment: MajorValueAlignment<Date>? = nil,
    limitBehavior: ValueAlignedLimitBehavior = .automatic
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At dates that match components along x, and at multiples of a unit along y; has no effect in a
  /// picture.
  public static func valueAligned<Y: Numeric>(
    xMatching components: DateComponents, yUnit: Y,
    xMajorAlignment: MajorValueAlignment<Date>? = nil,
    yMajorAlignment: MajorValueAlignment<Y>? = nil,
    limitBehavior: ValueAlignedLimitBehavior = .automatic
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }

  /// At multiples of a unit along x, and at dates that match components along y; has no effect in a
  /// picture.
  public static func valueAligned<X: Numeric>(
    xUnit: X, yMatching components: DateComponents,
    xMajorAlignment: MajorValueAlignment<X>? = nil,
    yMajorAlignment: MajorValueAlignment<Date>? = nil,
    limitBehavior: ValueAlignedLimitBehavior = .automatic
  ) -> ChartScrollTargetBehavior { ChartScrollTargetBehavior() }
}

extension MajorValueAlignment where Value == Date {
  /// Dates that match components.
  public static func matching(_ components: DateComponents) -> MajorValueAlignment {
    MajorValueAlignment()
  }
}
