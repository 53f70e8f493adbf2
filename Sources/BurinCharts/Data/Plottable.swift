public import BurinScales

/// A type whose values can be plotted.
///
/// A type of your own says which number, time or string stands for it:
///
/// ```swift
/// enum Season: String, Plottable { case dry, wet }   // nothing more is needed
///
/// struct Celsius: Plottable {
///   var degrees: Double
///   var primitivePlottable: Double { degrees }
///   init?(primitivePlottable: Double) { degrees = primitivePlottable }
/// }
/// ```
public protocol Plottable: PlottableProperty where PlottedValue == Self {
  /// The number, time or string that stands for a value.
  associatedtype PrimitivePlottable: PrimitivePlottableProtocol
  /// The number, time or string that stands for the value.
  var primitivePlottable: PrimitivePlottable { get }
  /// Makes a value from what stands for it; nil where nothing does.
  init?(primitivePlottable: PrimitivePlottable)
}

/// A number, a time or a string: what scales place.
public protocol PrimitivePlottableProtocol: Plottable where PrimitivePlottable == Self {
  /// Whether the values are numbers, whole numbers, times or categories.
  static var valueKind: ValueKind { get }
  /// The number, or the seconds since the start of 1970 (UTC); NaN for a category.
  var plottedNumber: Double { get }
  /// The category; empty for numbers and times.
  var plottedCategory: String { get }
  /// Makes the value of a number or a category; nil where it is of the other kind.
  init?(plottedNumber: Double, plottedCategory: String)
}

extension PrimitivePlottableProtocol {
  /// The value stands for itself.
  @inlinable public var primitivePlottable: Self { self }
  /// Makes the value that stands for itself.
  public init?(primitivePlottable: Self) { self = primitivePlottable }
  /// Numbers and times are no categories.
  @inlinable public var plottedCategory: String { "" }
  /// Most types of others are not made from the keys of scales.
  public init?(plottedNumber: Double, plottedCategory: String) { nil }
}

/// What the values of a quantity are, which decides on the scale.
public enum ValueKind: Hashable, Sendable {
  /// Numbers with a fraction.
  case number
  /// Whole numbers; their axes have whole ticks.
  case integer
  /// Times, as seconds since the start of 1970 (UTC).
  case time
  /// Names without an order of their own.
  case category

  /// The kind of a quantity that has values of both kinds; nil where they do not mix.
  func union(_ other: ValueKind) -> ValueKind? {
    switch (self, other) {
    case (let a, let b) where a == b: a
    case (.number, .integer), (.integer, .number): .number
    default: nil
    }
  }

  /// The kind in the plural, for messages.
  var plural: String {
    switch self {
    case .number, .integer: "numbers"
    case .time: "times"
    case .category: "categories"
    }
  }

  /// Whether values are numbers without a calendar.
  var isNumeric: Bool { self == .number || self == .integer }
}

extension Plottable where Self: RawRepresentable, RawValue: PrimitivePlottableProtocol {
  /// The raw value.
  @inlinable public var primitivePlottable: RawValue { rawValue }
  /// Makes the value of a raw value.
  public init?(primitivePlottable: RawValue) { self.init(rawValue: primitivePlottable) }
}

extension PrimitivePlottableProtocol where Self: BinaryInteger {
  /// Whole numbers have axes with whole ticks.
  @inlinable public static var valueKind: ValueKind { .integer }
  /// The number, rounded where it has more than 53 bits.
  @inlinable public var plottedNumber: Double { Double(self) }
  /// Makes a whole number; nil for one with a fraction or out of range.
  public init?(plottedNumber: Double, plottedCategory: String) {
    self.init(exactly: plottedNumber)
  }
}

extension PrimitivePlottableProtocol where Self: BinaryFloatingPoint {
  /// Numbers with a fraction.
  @inlinable public static var valueKind: ValueKind { .number }
  /// The number.
  @inlinable public var plottedNumber: Double { Double(self) }
  /// Makes the number.
  public init?(plottedNumber: Double, plottedCategory: String) { self.init(plottedNumber) }
}

extension Double: PrimitivePlottableProtocol {}
extension Float: PrimitivePlottableProtocol {}
extension Int: PrimitivePlottableProtocol {}
extension Int8: PrimitivePlottableProtocol {}
extension Int16: PrimitivePlottableProtocol {}
extension Int32: PrimitivePlottableProtocol {}
extension Int64: PrimitivePlottableProtocol {}
extension UInt: PrimitivePlottableProtocol {}
extension UInt8: PrimitivePlottableProtocol {}
extension UInt16: PrimitivePlottableProtocol {}
extension UInt32: PrimitivePlottableProtocol {}
extension UInt64: PrimitivePlottableProtocol {}

extension String: PrimitivePlottableProtocol {
  /// Strings are categories.
  @inlinable public static var valueKind: ValueKind { .category }
  /// A category has no number.
  @inlinable public var plottedNumber: Double { .nan }
  /// The string.
  @inlinable public var plottedCategory: String { self }
  /// Makes the category.
  public init?(plottedNumber: Double, plottedCategory: String) { self = plottedCategory }
}

extension CivilTime: PrimitivePlottableProtocol {
  /// An axis of such values is one of times.
  public static var valueKind: ValueKind { .time }
  /// The seconds since the start of 1970.
  public var plottedNumber: Double { secondsSince1970 }
  /// Makes the time; nil beyond the calendar's range.
  public init?(plottedNumber: Double, plottedCategory: String) {
    self.init(secondsSince1970: plottedNumber)
  }
}
