/// Why a scale or its ticks could not be made.
public enum ScaleError: Error, Hashable, Sendable {
  /// An end of the domain is NaN or infinite.
  case domainNotFinite(Double, Double)
  /// Both ends of the domain are the same, or can't be told apart on this type of scale.
  case domainEmpty(Double, Double)
  /// An end of the domain has no place on this type of scale, with the reason in one clause.
  case domainUnshown(Double, Double, reason: String)
  /// An end of the range is NaN or infinite.
  case rangeNotFinite(Double, Double)
  /// A parameter is not usable: its name, its value and what would be usable.
  case parameter(String, Double, needs: String)
  /// A category occurs twice.
  case duplicateCategory(String, index: Int)
  /// A padding is outside of what it may be.
  case padding(String, Double)
  /// More ticks than an axis can hold: how many, rounded, and the limit.
  case tooManyTicks(Double, limit: Int)
}

extension ScaleError: CustomStringConvertible {
  /// One line that says what was wrong and what would be right.
  public var description: String {
    switch self {
    case .domainNotFinite(let a, let b):
      "scale domain \(a) to \(b) is not finite: give two finite numbers"
    case .domainEmpty(let a, let b):
      "scale domain \(a) to \(b) has no extent: give two different ends"
    case .domainUnshown(let a, let b, let reason):
      "scale domain \(a) to \(b) can't be shown: \(reason)"
    case .rangeNotFinite(let a, let b):
      "scale range \(a) to \(b) is not finite: give two finite positions"
    case .parameter(let name, let value, let needs):
      "\(name) \(value) is not usable: give \(needs)"
    case .duplicateCategory(let name, let index):
      "category \"\(name)\" at index \(index) occurs before: name each category once"
    case .padding(let name, let value):
      "\(name) \(value) is not usable: give a number from 0 up, below 1 between bands"
    case .tooManyTicks(let count, let limit):
      "\(NumberFormat.significant(3).string(count)) ticks are too many: give a step that makes at"
        + " most \(limit)"
    }
  }
}
