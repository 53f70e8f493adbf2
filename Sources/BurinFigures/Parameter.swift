/// An input of a figure, with its default.
///
/// ```swift
/// @Parameter(range: 0...1) var weight = 0.5
/// @Parameter(count: 2...8) var betas = [10, 1, 0.3, 0.1]
/// ```
@propertyWrapper
public struct Parameter<Value: ParameterValue>: Sendable, Decodable {
  /// The value.
  public var wrappedValue: Value
  let limits: ParameterLimits

  /// Declares an input.
  ///
  /// - Parameters:
  ///   - wrappedValue: the default.
  ///   - range: the allowed numbers.
  ///   - count: the allowed number of numbers.
  public init(
    wrappedValue: Value, range: ClosedRange<Double>? = nil, count: ClosedRange<Int>? = nil
  ) {
    self.wrappedValue = wrappedValue
    limits = ParameterLimits(range: range, count: count)
  }

  /// Declares an input whose numbers are above zero.
  public init(wrappedValue: Value, positive: Bool, count: ClosedRange<Int>? = nil) {
    self.wrappedValue = wrappedValue
    limits = ParameterLimits(isPositive: positive, count: count)
  }

  /// Throws an error: only ``FigureEntry`` sets parameters.
  public init(from decoder: any Decoder) throws {
    throw ParameterProblem("a figure's parameters are set through its catalog entry")
  }
}

/// The limits of a parameter's numbers.
struct ParameterLimits: Hashable, Sendable {
  var range: ClosedRange<Double>?
  var isPositive = false
  var count: ClosedRange<Int>?

  func check(_ numbers: [Double]) throws(ParameterProblem) {
    if let count, !count.contains(numbers.count) {
      let wanted =
        count.lowerBound == count.upperBound
        ? "\(count.lowerBound)" : "\(count.lowerBound) to \(count.upperBound)"
      throw ParameterProblem("has \(numbers.count) values; \(wanted) are needed")
    }
    for (index, number) in numbers.enumerated() {
      let place = numbers.count > 1 ? "value \(index + 1) is " : "is "
      guard number.isFinite else {
        throw ParameterProblem(place + "\(number); it must be a finite number")
      }
      if let range, !range.contains(number) {
        throw ParameterProblem(
          place
            + "\(number.parameterText); it must be from \(range.lowerBound.parameterText) to \(range.upperBound.parameterText)"
        )
      }
      if isPositive, !(number > 0) {
        throw ParameterProblem(place + "\(number.parameterText); it must be above 0")
      }
    }
  }
}

/// The declaration of a parameter, for catalogs.
public struct ParameterDescription: Hashable, Sendable {
  /// The name of the parameter.
  public var name: String
  /// The default, as it would be typed.
  public var defaultText: String
  /// The numbers of the default.
  public var defaults: [Double]
  /// The allowed numbers; nil if any are allowed.
  public var range: ClosedRange<Double>?
  /// Whether numbers must be above zero.
  public var isPositive: Bool
  /// The allowed number of numbers; nil for one, or for any number of them.
  public var count: ClosedRange<Int>?

  init(name: String, _ parameter: any AnyParameter) {
    self.name = name
    defaultText = parameter.defaultText
    defaults = parameter.numbers
    range = parameter.limits.range
    isPositive = parameter.limits.isPositive
    count = parameter.limits.count
  }
}

protocol AnyParameter: Sendable {
  var defaultText: String { get }
  var numbers: [Double] { get }
  var limits: ParameterLimits { get }
  /// Whether the value is a list of names and no numbers.
  var isWords: Bool { get }
  /// Returns the parameter with a value parsed from text, unchecked.
  func setting(_ text: String) throws(ParameterProblem) -> Self
  /// Throws if the value is outside the declared limits.
  func checkValue() throws(ParameterProblem)
}

extension Parameter: AnyParameter {
  var defaultText: String { wrappedValue.parameterText }
  var numbers: [Double] { wrappedValue.parameterNumbers }
  var isWords: Bool { Value.self == Words.self }

  func setting(_ text: String) throws(ParameterProblem) -> Self {
    var copy = self
    copy.wrappedValue = try Value(parameterText: text)
    return copy
  }

  func checkValue() throws(ParameterProblem) {
    try limits.check(wrappedValue.parameterNumbers)
  }
}
