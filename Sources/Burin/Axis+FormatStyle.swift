public import BurinCharts
public import BurinScales

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension AxisValueLabel {
  /// Creates a label in a format of Foundation.
  ///
  /// ```swift
  /// AxisValueLabel(format: .dateTime.month(.abbreviated), centered: true)
  /// ```
  ///
  /// Foundation's formats follow the locale and the time zone that they are given; without them,
  /// those of the rendering: `RenderOptions(timeZone:calendar:locale:)`.
  public init<Format: FormatStyle & Sendable>(
    format: Format, centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: Double? = nil,
    verticalSpacing: Double? = nil
  ) where Format.FormatInput: Plottable, Format.FormatOutput == String {
    self.init(
      kind: Self.kind(of: Format.FormatInput.self), centered: centered, anchor: anchor,
      multiLabelAlignment: multiLabelAlignment, collisionResolution: collisionResolution,
      offsetsMarks: offsetsMarks, orientation: orientation,
      horizontalSpacing: horizontalSpacing, verticalSpacing: verticalSpacing
    ) { datum, region in
      AxisValue(datum).as(Format.FormatInput.self).map {
        Text(verbatim: RegionSettings.of(region).text($0, format))
      }
    }
  }

  /// Returns the kind of values that a format's input is; nil for text.
  private static func kind(of input: Any.Type) -> ValueKind? {
    input == Date.self ? .time : input == String.self ? nil : .number
  }
}

extension AxisMarks {
  /// Creates marks of the parts that suit the axis, whose labels are in a format of Foundation.
  public init<Format: FormatStyle & Sendable>(
    format: Format, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: AxisMarkValues = .automatic,
    stroke: StrokeStyle? = nil
  ) where Format.FormatInput: Plottable, Format.FormatOutput == String {
    self.init(
      preset: preset, position: position, values: values, stroke: stroke,
      label: AxisValueLabel(format: format))
  }
}

extension AxisMarks {
  /// Creates marks at given values of the parts that suit the axis, whose labels are in a format of
  /// Foundation.
  public init<Format: FormatStyle & Sendable, Value: Plottable>(
    format: Format, preset: AxisMarkPreset = .automatic,
    position: AxisMarkPosition = .automatic, values: [Value], stroke: StrokeStyle? = nil
  ) where Format.FormatInput == Value, Format.FormatOutput == String {
    self.init(
      format: format, preset: preset, position: position, values: .listed(values), stroke: stroke)
  }
}

extension AxisMarkValues {
  /// At the starts of every n-th unit of a calendar within the domain.
  ///
  /// - Parameters:
  ///   - component: the unit.
  ///   - count: the number of units from one value to the next, at least 1.
  ///   - roundLowerBound: whether an automatic domain begins at one of the values.
  ///   - roundUpperBound: whether an automatic domain ends at one of the values.
  ///   - calendar: the calendar with its time zone; nil for the Gregorian one in Greenwich Mean Time.
  @_disfavoredOverload
  public static func stride(
    by component: Calendar.Component, count: Int = 1, roundLowerBound: Bool? = nil,
    roundUpperBound: Bool? = nil, calendar: Calendar? = nil
  ) -> AxisMarkValues {
    guard let calendar else {
      return .stride(
        by: CalendarUnit(component), count: count, roundLowerBound: roundLowerBound,
        roundUpperBound: roundUpperBound)
    }
    return .times(roundLowerBound: roundLowerBound, roundUpperBound: roundUpperBound) { domain in
      let start = Date(timeIntervalSince1970: domain.lowerBound)
      guard count >= 1, let first = calendar.dateInterval(of: component, for: start)?.start
      else { return [] }
      var times: [Double] = []
      // One more than allowed, so that the axis says that there are too many.
      for step in 0...TimeTicks.limit {
        guard
          let date = calendar.date(byAdding: component, value: step * count, to: first),
          date.timeIntervalSince1970 <= domain.upperBound
        else { break }
        if date.timeIntervalSince1970 >= domain.lowerBound {
          times.append(date.timeIntervalSince1970)
        }
      }
      return times
    }
  }
}

extension CalendarUnit {
  /// Creates the unit of a component of Foundation's calendar.
  ///
  /// Components that are no unit of a proleptic Gregorian calendar stand for the nearest one that
  /// is: an era or a leap month for a year or a month, nanoseconds for seconds.
  public init(_ component: Calendar.Component) {
    switch component {
    case .era, .year, .yearForWeekOfYear: self = .year
    case .quarter: self = .quarter
    case .month, .isLeapMonth: self = .month
    case .weekOfMonth, .weekOfYear: self = .weekOfYear
    case .day, .weekday, .weekdayOrdinal, .dayOfYear, .isRepeatedDay: self = .day
    case .hour: self = .hour
    case .minute: self = .minute
    default: self = .second
    }
  }
}
