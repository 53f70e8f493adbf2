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

  /// Makes a value with the name of its quantity.
  public static func value(_ label: String, _ value: some Plottable) -> PlottableValue {
    PlottableValue(label: label, datum: value.datum)
  }

  /// The value as a key of a series.
  var key: String {
    switch datum {
    case .category(let name): name
    case .number(let number): "\(number)"
    }
  }
}
