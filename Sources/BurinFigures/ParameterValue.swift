import BurinScales

/// A type that a figure's parameter can have: it is written as text on a command line.
public protocol ParameterValue: Sendable, Equatable {
  /// Reads a value, or throws a reason such as “‘x’ is not a number”.
  init(parameterText text: String) throws(ParameterProblem)
  /// The value as it would be typed.
  var parameterText: String { get }
  /// The numbers in the value, which a range limits.
  var parameterNumbers: [Double] { get }
}

/// Why a text is not a legal value of a parameter.
public struct ParameterProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason, without the parameter's name.
  public var description: String
  /// Makes a problem.
  public init(_ reason: String) { description = reason }
}

/// A value of a parameter that a figure does not accept.
public struct ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The parameter.
  public var parameter: String
  /// What is wrong and what would be right.
  public var reason: String
  /// Makes an error.
  public init(_ parameter: String, _ reason: String) {
    self.parameter = parameter
    self.reason = reason
  }
  /// One line that begins with the parameter.
  public var description: String { "parameter \(parameter): \(reason)" }
}

extension Double: ParameterValue {
  /// Reads a decimal number or a fraction such as `1/7`.
  public init(parameterText text: String) throws(ParameterProblem) {
    func number(_ part: Substring) -> Double? { Double(part).flatMap { $0.isFinite ? $0 : nil } }
    // A minus that was copied from a printed number counts as one that was typed.
    let trimmed = String(text.filter { $0 != " " }.map { $0 == "\u{2212}" ? "-" : $0 })
    let parts = trimmed.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 1, let value = number(parts[0]) {
      self = value
    } else if parts.count == 2, let top = number(parts[0]), let bottom = number(parts[1]),
      bottom != 0, (top / bottom).isFinite
    {
      self = top / bottom
    } else {
      throw ParameterProblem(
        text.isEmpty ? "is empty; a number is needed" : "“\(text)” is not a finite number")
    }
  }
  /// The shortest text that reads back as the same number.
  public var parameterText: String {
    let text = NumberFormat(.shortest, minus: .hyphen).string(self)
    // Very small and very large numbers have raised digits there, which nobody types.
    return Double(text) == nil ? description : text
  }
  /// The number itself.
  public var parameterNumbers: [Double] { [self] }
}

extension Int: ParameterValue {
  /// Reads a whole number.
  public init(parameterText text: String) throws(ParameterProblem) {
    guard let value = Int(text) else {
      throw ParameterProblem("“\(text)” is not a whole number")
    }
    self = value
  }
  /// The digits.
  public var parameterText: String { "\(self)" }
  /// The number itself.
  public var parameterNumbers: [Double] { [Double(self)] }
}

extension [Double]: ParameterValue {
  /// Reads numbers separated by commas.
  public init(parameterText text: String) throws(ParameterProblem) {
    guard text.contains(where: { $0 != " " }) else {
      throw ParameterProblem("is empty; numbers separated by commas are needed")
    }
    var values: [Double] = []
    for (index, part) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
      do throws(ParameterProblem) {
        values.append(try Double(parameterText: String(part)))
      } catch {
        throw ParameterProblem("value \(index + 1): \(error.description)")
      }
    }
    self = values
  }
  /// The numbers separated by commas.
  public var parameterText: String { map(\.parameterText).joined(separator: ",") }
  /// All numbers.
  public var parameterNumbers: [Double] { self }
}
