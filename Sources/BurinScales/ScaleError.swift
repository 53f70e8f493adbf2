/// Why a scale could not be made.
public enum ScaleError: Error, Hashable, Sendable {
  /// An end of the domain is NaN or infinite.
  case domainNotFinite(Double, Double)
  /// Both ends of the domain are the same, or cannot be told apart on this type of scale.
  case domainEmpty(Double, Double)
  /// A logarithmic domain reaches zero or below.
  case domainNotPositive(Double, Double)
  /// An end of the range is NaN or infinite.
  case rangeNotFinite(Double, Double)
  /// The base of a logarithm is not a finite number above 1.
  case logarithmBase(Double)
  /// The width of a symlog scale's linear part is not a finite number above 0.
  case symlogConstant(Double)
  /// A category occurs twice.
  case duplicateCategory(String, index: Int)
  /// A padding is outside of what it may be.
  case padding(String, Double)
}

extension ScaleError: CustomStringConvertible {
  /// One line that says what was wrong and what would be right.
  public var description: String {
    switch self {
    case .domainNotFinite(let a, let b):
      "scale domain \(a) to \(b) is not finite: give two finite numbers"
    case .domainEmpty(let a, let b):
      "scale domain \(a) to \(b) has no extent: give two different ends"
    case .domainNotPositive(let a, let b):
      "logarithmic scale domain \(a) to \(b) reaches zero or below: give two positive ends"
    case .rangeNotFinite(let a, let b):
      "scale range \(a) to \(b) is not finite: give two finite positions"
    case .logarithmBase(let base):
      "logarithm base \(base) is not usable: give a finite number above 1"
    case .symlogConstant(let constant):
      "symlog constant \(constant) is not usable: give a finite number above 0"
    case .duplicateCategory(let name, let index):
      "category \"\(name)\" at index \(index) occurs before: name each category once"
    case .padding(let name, let value):
      "\(name) \(value) is not usable: give a number from 0 up, below 1 between bands"
    }
  }
}
