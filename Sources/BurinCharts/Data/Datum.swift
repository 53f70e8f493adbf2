import BurinScales

/// A value on an axis: a number, or a category.
public enum Datum: Hashable, Sendable {
  /// A place on a scale of numbers, or the seconds since the start of 1970.
  case number(Double)
  /// A place on a scale of categories.
  case category(String)
}

extension Datum {
  /// The value as messages name it.
  var plain: String {
    switch self {
    case .number(let number): NumberFormat.shortest.string(number)
    case .category(let name): "“\(name)”"
    }
  }
}
