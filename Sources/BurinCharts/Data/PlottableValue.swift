package import BurinScales

/// A value to plot with the name of its quantity.
///
/// ```swift
/// BarMark(x: .value("Weather", "sunny"), y: .value("Probability", 0.6))
/// BarMark(x: .value("Marks", 40..<50), y: .value("Students", 12))   // from 40 to 50
/// ```
public struct PlottableValue<Value: Plottable>: Sendable {
  /// The value without its type, as channels hold it.
  var channelValue: ChannelValue

  init(_ value: ChannelValue) { channelValue = value }

  /// Makes a value with the name of its quantity.
  public static func value(_ label: String, _ value: Value) -> PlottableValue {
    let primitive = value.primitivePlottable
    let number = primitive.plottedNumber
    return PlottableValue(
      ChannelValue(
        label: label, kind: Value.PrimitivePlottable.valueKind, start: number, end: number,
        category: primitive.plottedCategory, isInterval: false))
  }

  /// Makes a value with the name of its quantity.
  public static func value(_ label: Text, _ value: Value) -> PlottableValue {
    .value(label.plain, value)
  }
}

extension PlottableValue where Value: Comparable {
  /// Makes a stretch between two values, such as a bin, with the name of its quantity.
  public static func value(_ label: String, _ range: Range<Value>) -> PlottableValue {
    .stretch(label, range.lowerBound, range.upperBound)
  }

  /// Makes a stretch between two values with the name of its quantity.
  public static func value(_ label: String, _ range: ClosedRange<Value>) -> PlottableValue {
    .stretch(label, range.lowerBound, range.upperBound)
  }

  /// Makes a stretch between two values, its ends in either order.
  package static func stretch(_ label: String, _ low: Value, _ high: Value) -> PlottableValue {
    PlottableValue(
      ChannelValue(
        label: label, kind: Value.PrimitivePlottable.valueKind,
        start: low.primitivePlottable.plottedNumber, end: high.primitivePlottable.plottedNumber,
        category: low.primitivePlottable.plottedCategory, isInterval: true))
  }
}

extension PlottableValue {
  /// Makes a unit of the calendar that contains a time, in seconds since the start of 1970.
  ///
  /// The rendering's calendar decides on its ends; until then they are those at Greenwich.
  package static func unit(
    _ label: String, containing time: Double, _ unit: CalendarUnit
  ) -> PlottableValue {
    let interval = unit.interval(containing: time)
    var value = ChannelValue(
      label: label, kind: .time, start: interval.lowerBound, end: interval.upperBound,
      category: "", isInterval: true)
    value.unit = CalendarValue(time: time, unit: unit)
    return PlottableValue(value)
  }
}

/// A plotted value whose type is known by its kind only.
public struct ChannelValue: Hashable, Sendable {
  /// The name of the quantity.
  public var label: String
  /// What the value is.
  public var kind: ValueKind
  /// The number, the seconds since the start of 1970, or the start of a stretch; NaN for a category.
  public var start: Double
  /// The end of a stretch; the same as the start for a single value.
  public var end: Double
  /// The category; empty for numbers and times.
  public var category: String
  /// Whether the value is a stretch with a start and an end.
  public var isInterval: Bool
  /// The date of a unit of the calendar, which the rendering's calendar decides on.
  var unit: CalendarValue?

  /// Makes a value.
  init(
    label: String, kind: ValueKind, start: Double, end: Double, category: String,
    isInterval: Bool
  ) {
    self.label = label
    self.kind = kind
    self.start = start
    self.end = end
    self.category = category
    self.isInterval = isInterval
  }

  /// Makes a number.
  init(_ label: String, _ number: Double) {
    self.init(
      label: label, kind: .number, start: number, end: number, category: "", isInterval: false)
  }

  /// Makes the channel value of a plottable one.
  public init<Value: Plottable>(_ value: PlottableValue<Value>) { self = value.channelValue }
}
