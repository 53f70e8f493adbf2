import BurinScales

/// A type of a figure's parameter, which has a textual form for command lines.
public protocol ParameterValue: Sendable, Equatable {
  /// Parses a value, or throws a reason such as “‘x’ is not a number”.
  init(parameterText text: String) throws(ParameterProblem)
  /// The value as it would be typed.
  var parameterText: String { get }
  /// The numbers in the value, which a range limits.
  var parameterNumbers: [Double] { get }
}

/// The reason why a text is not a valid value of a parameter.
public struct ParameterProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reason, without the parameter's name.
  public var description: String
  /// Creates a problem.
  public init(_ reason: String) { description = reason }
}

/// The error of a value that a figure doesn't accept for a parameter.
public struct ParameterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The parameter.
  public var parameter: String
  /// The description of what is wrong and what to do.
  public var reason: String
  /// Where the value stands, such as `post.yml, line 3`, if it was read from a file.
  public var origin: String?
  /// Creates an error.
  public init(_ parameter: String, _ reason: String) {
    self.parameter = parameter
    self.reason = reason
  }
  /// One line that begins with the parameter, or with where its value stands.
  public var description: String {
    (origin.map { "\($0): " } ?? "") + "parameter \(parameter): \(reason)"
  }
}

extension Double: ParameterValue {
  /// Parses a decimal number, a percentage, a fraction or a sum of them: `0.6`, `60%`, `1/7`,
  /// `1/3+1/6`.
  public init(parameterText text: String) throws(ParameterProblem) {
    // A minus sign copied from a printed number counts as a typed hyphen.
    let trimmed = String(text.filter { $0 != " " }.map { $0 == "\u{2212}" ? "-" : $0 })
    let values = Self.summands(trimmed).map(Self.quotient)
    let sum = values.reduce(0) { $0 + ($1 ?? .nan) }
    guard sum.isFinite, let first = values.first else {
      throw ParameterProblem(
        text.isEmpty ? "is empty; a number is needed" : "“\(text)” is not a finite number")
    }
    // A number alone keeps the sign of its zero.
    self = values.count == 1 ? first ?? sum : sum
  }

  /// Returns the parts between plus signs; those in front of a number or its exponent belong to it.
  private static func summands(_ text: String) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for index in text.indices where text[index] == "+" && index > start {
      if "eE".contains(text[text.index(before: index)]) { continue }
      parts.append(text[start..<index])
      start = text.index(after: index)
    }
    return parts + [text[start...]]
  }

  /// Returns the number or the fraction, either in per cent.
  private static func quotient(_ text: Substring) -> Double? {
    let isPercent = text.hasSuffix("%")
    let parts = (isPercent ? text.dropLast() : text).split(
      separator: "/", omittingEmptySubsequences: false)
    func number(_ part: Substring) -> Double? { Double(part).flatMap { $0.isFinite ? $0 : nil } }
    guard let top = parts.first.flatMap(number), parts.count <= 2 else { return nil }
    guard parts.count == 2 else { return isPercent ? top / 100 : top }
    guard let bottom = number(parts[1]), bottom != 0, (top / bottom).isFinite else { return nil }
    return isPercent ? top / bottom / 100 : top / bottom
  }
  /// The shortest text that reads back as the same number.
  public var parameterText: String {
    let text = NumberFormat(.shortest, minus: .hyphen).string(self)
    // The shortest text of very small and very large numbers has superscripts, which nobody types.
    return Double(text) == nil ? description : text
  }
  /// The number itself.
  public var parameterNumbers: [Double] { [self] }
}

extension Int: ParameterValue {
  /// Parses a whole number.
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
  /// Parses numbers separated by commas.
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
