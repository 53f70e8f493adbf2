package import BurinScales

/// A value to plot with the name of its quantity.
///
/// ```swift
/// BarMark(x: .value("City", "Oslo"), y: .value("Rain", 63.5))
/// BarMark(x: .value("Marks", 40..<50), y: .value("Students", 12))   // from 40 to 50
/// ```
public struct PlottableValue<Value: Plottable>: Sendable {
  /// The value without its type, as channels hold it.
  @usableFromInline var channelValue: ChannelValue

  @inlinable
  init(_ value: ChannelValue) { channelValue = value }

  /// Makes a value with the name of its quantity.
  @inlinable
  public static func value<Name: QuantityName>(
    _ label: Name, _ value: Value
  ) -> PlottableValue {
    let primitive = value.primitivePlottable
    return PlottableValue(
      ChannelValue(
        label.quantityName, Value.PrimitivePlottable.valueKind, primitive.plottedNumber,
        primitive.plottedCategory))
  }
}

extension PlottableValue where Value == Double {
  /// Makes a number with the name of its quantity.
  ///
  /// Functions of C that exist for several types of numbers, such as `log(4)`, are those of `Double`
  /// here.
  @inlinable
  public static func value(_ label: String, _ value: Double) -> PlottableValue<Double> {
    PlottableValue(ChannelValue(label, .number, value, ""))
  }
}

extension PlottableValue where Value: Comparable {
  /// Makes a stretch between two values, such as a bin, with the name of its quantity.
  public static func value<Name: QuantityName>(
    _ label: Name, _ range: Range<Value>
  ) -> PlottableValue {
    .stretch(label.quantityName, range.lowerBound, range.upperBound)
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
    return PlottableValue(
      ChannelValue(label, interval, unit: CalendarValue(time: time, unit: unit)))
  }
}

/// A plotted value whose type is known by its kind only.
public struct ChannelValue: Hashable, Sendable {
  /// What the value is, in the least room: there may be millions of values, and each is passed on
  /// several times.
  private enum Content: Hashable, Sendable {
    case number(Double)
    case category(String)
    case stretch(Double, Double)
    indirect case other(Other)
  }

  /// What few values have.
  private struct Other: Hashable, Sendable {
    var start: Double
    var end: Double
    var category = ""
    var isInterval = true
    var unit: CalendarValue?
  }

  /// The name of the quantity.
  public var label: String
  private var content: Content
  /// What the value is.
  public var kind: ValueKind

  /// The number, the seconds since the start of 1970, or the start of a stretch; NaN for a category.
  public var start: Double {
    switch content {
    case .number(let number): number
    case .category: .nan
    case .stretch(let start, _): start
    case .other(let other): other.start
    }
  }

  /// The end of a stretch; the same as the start for a single value.
  public var end: Double {
    switch content {
    case .number(let number): number
    case .category: .nan
    case .stretch(_, let end): end
    case .other(let other): other.end
    }
  }

  /// The category; empty for numbers and times.
  public var category: String {
    switch content {
    case .number, .stretch: ""
    case .category(let category): category
    case .other(let other): other.category
    }
  }

  /// Whether the value is a stretch with a start and an end.
  public var isInterval: Bool {
    switch content {
    case .number, .category: false
    case .stretch: true
    case .other(let other): other.isInterval
    }
  }

  /// The date of a unit of the calendar, which the rendering's calendar decides on.
  var unit: CalendarValue? {
    if case .other(let other) = content { other.unit } else { nil }
  }

  /// The number or the time, where the value is one and no stretch.
  var singleNumber: Double? {
    if case .number(let number) = content, kind != .category { number } else { nil }
  }

  /// Makes a value.
  init(
    label: String, kind: ValueKind, start: Double, end: Double, category: String,
    isInterval: Bool
  ) {
    self.label = label
    self.kind = kind
    if isInterval && category.isEmpty {
      content = .stretch(start, end)
    } else if isInterval || start.bitPattern != end.bitPattern {
      content = .other(
        Other(start: start, end: end, category: category, isInterval: isInterval))
    } else {
      content = Self.single(start, category)
    }
  }

  /// Makes a number, a time or a category.
  @usableFromInline
  init(_ label: String, _ kind: ValueKind, _ number: Double, _ category: String) {
    self.label = label
    self.kind = kind
    content = Self.single(number, category)
  }

  private static func single(_ number: Double, _ category: String) -> Content {
    if category.isEmpty { return .number(number) }
    return number.isNaN
      ? .category(category)
      : .other(Other(start: number, end: number, category: category, isInterval: false))
  }

  /// Makes a number.
  init(_ label: String, _ number: Double) {
    self.label = label
    kind = .number
    content = .number(number)
  }

  /// Makes a unit of the calendar.
  init(_ label: String, _ interval: Range<Double>, unit: CalendarValue) {
    self.label = label
    kind = .time
    content = .other(Other(start: interval.lowerBound, end: interval.upperBound, unit: unit))
  }

  /// The value with another number and kind.
  func moved(to number: Double, _ kind: ValueKind) -> ChannelValue {
    var result = ChannelValue(
      label: label, kind: kind, start: number, end: number, category: category,
      isInterval: isInterval)
    if let unit {
      result.content = .other(
        Other(
          start: number, end: number, category: category, isInterval: isInterval, unit: unit))
    }
    return result
  }

  /// Makes the channel value of a plottable one.
  public init<Value: Plottable>(_ value: PlottableValue<Value>) { self = value.channelValue }
}
