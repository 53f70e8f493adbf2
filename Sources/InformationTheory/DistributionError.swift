/// The errors of creating a distribution, or of combining two.
///
/// Descriptions are one line and can follow the name of a parameter: `P: value 2 is −0.1;
/// probabilities must be from 0 to 1`.
public enum DistributionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no outcome.
  case empty
  /// A probability (its position counts from 1) is outside 0…1, infinite or not a number.
  case invalidProbability(position: Int, value: Double)
  /// The probabilities do not sum to 1.
  case wrongSum(Double)
  /// A count (its position counts from 1) is negative, infinite or not a number.
  case invalidCount(position: Int, value: Double)
  /// All counts are zero.
  case noCounts
  /// The distributions are over different numbers of outcomes.
  case differentCounts(p: Int, q: Int)
  /// The number of values (of the named kind) differs from that of outcomes.
  case wrongValueCount(kind: String, values: Int, outcomes: Int)
  /// A value (of the named kind; its position counts from 1) is infinite or not a number.
  case invalidValue(kind: String, position: Int, value: Double)
  /// The temperature is not a positive number.
  case invalidTemperature(Double)

  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .empty:
      "there are no values; at least one probability is needed"
    case .invalidProbability(let position, let value):
      "value \(position) is \(value.messageText); probabilities must be from 0 to 1"
    case .wrongSum(let sum):
      "the values sum to \(sum.messageText); they must sum to 1"
    case .invalidCount(let position, let value):
      "value \(position) is \(value.messageText); counts must be 0 or more, and finite"
    case .noCounts:
      "all values are 0; at least one count must be greater than 0"
    case .differentCounts(let p, let q):
      "P has \(Self.outcomes(p)) but Q has \(q); they must have the same outcomes"
    case .wrongValueCount(let kind, let values, let outcomes):
      "the number of \(kind) is \(values); it must be \(outcomes), one for each outcome"
    case .invalidValue(let kind, let position, let value):
      "value \(position) is \(value.messageText); \(kind) must be finite numbers"
    case .invalidTemperature(let value):
      "the temperature is \(value.messageText); it must be a number greater than 0"
    }
  }

  private static func outcomes(_ count: Int) -> String {
    count == 1 ? "1 outcome" : "\(count) outcomes"
  }
}
