/// The errors of creating a scale or its ticks.
public enum ScaleError: Error, Hashable, Sendable {
  /// An end of the domain is NaN or infinite.
  case domainNotFinite(Double, Double)
  /// Both ends of the domain are the same, or indistinguishable on this type of scale.
  case domainEmpty(Double, Double)
  /// This type of scale can't show an end of the domain, for a reason given as a clause.
  case domainUnshown(Double, Double, reason: String)
  /// An end of the range is NaN or infinite.
  case rangeNotFinite(Double, Double)
  /// A parameter isn't usable: its name, its value and what it needs.
  case parameter(String, Double, needs: String)
  /// A category occurs twice.
  case duplicateCategory(String, index: Int)
  /// A padding is out of range.
  case padding(String, Double)
  /// The number of ticks, rounded, exceeds the limit of an axis.
  case tooManyTicks(Double, limit: Int)
}

extension ScaleError: CustomStringConvertible {
  /// One line that describes what is wrong and what to do.
  public var description: String {
    switch self {
    case .domainNotFinite(let a, let b):
      "scale domain \(a) to \(b) is not finite: use two finite numbers"
    case .domainEmpty(let a, let b):
      "scale domain \(a) to \(b) has no extent: use two different ends"
    case .domainUnshown(let a, let b, let reason):
      "scale domain \(a) to \(b) can't be shown: \(reason)"
    case .rangeNotFinite(let a, let b):
      "scale range \(a) to \(b) is not finite: use two finite positions"
    case .parameter(let name, let value, let needs):
      "\(name) \(value) is not usable: use \(needs)"
    case .duplicateCategory(let name, let index):
      "category \"\(name)\" at index \(index) is a duplicate: name each category once"
    case .padding(let name, let value):
      "\(name) \(value) is not usable: use a number of at least 0, and below 1 between bands"
    case .tooManyTicks(let count, let limit):
      "\(NumberFormat.significant(3).string(count)) ticks are too many: use a step that makes at"
        + " most \(limit)"
    }
  }
}
