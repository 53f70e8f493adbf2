public import BurinScales

/// A value on an axis: a number or a category.
public enum Datum: Hashable, Sendable {
  /// A place on a continuous scale.
  case number(Double)
  /// A place on a band scale.
  case category(String)
}

/// A type whose values can be plotted.
public protocol Plottable: Sendable {
  /// The value as an axis understands it.
  var datum: Datum { get }
  /// Whether the values are times, as numbers of seconds since the start of 1970 (UTC).
  static var isTime: Bool { get }
}

extension Plottable {
  /// Most values are no times.
  public static var isTime: Bool { false }
}

extension Double: Plottable {
  /// A number.
  public var datum: Datum { .number(self) }
}

extension Float: Plottable {
  /// A number.
  public var datum: Datum { .number(Double(self)) }
}

extension Int: Plottable {
  /// A number.
  public var datum: Datum { .number(Double(self)) }
}

extension String: Plottable {
  /// A category.
  public var datum: Datum { .category(self) }
}

extension CivilTime: Plottable {
  /// The seconds since the start of 1970.
  public var datum: Datum { .number(secondsSince1970) }
  /// An axis of such values is one of times.
  public static var isTime: Bool { true }
}

/// A value to plot with the name of the quantity.
///
/// ```swift
/// BarMark(x: .value("weather", "sunny"), y: .value("probability", 0.6))
/// ```
public struct PlottableValue: Hashable, Sendable {
  /// The name of the quantity.
  public var label: String
  /// The value.
  public var datum: Datum
  /// Whether the value is a time.
  public var isTime = false

  /// Makes a value with the name of its quantity.
  public static func value<Value: Plottable>(_ label: String, _ value: Value) -> PlottableValue {
    PlottableValue(label: label, datum: value.datum, isTime: Value.isTime)
  }

  /// The value as a key of a series.
  var key: String {
    switch datum {
    case .category(let name): name
    case .number(let number): "\(number)"
    }
  }
}
