/// One property of many shapes: the same for all, or a value each.
///
/// ```swift
/// SceneColumn([4.0, 4.0])[1]   // 4.0, kept once
/// ```
public enum SceneColumn<Value: Hashable & Sendable>: Hashable, Sendable {
  /// One value for all rows.
  case constant(Value)
  /// A value for each row.
  case values([Value])

  /// Makes a column of values; equal ones are kept once.
  public init(_ values: [Value]) {
    if let first = values.first, values.allSatisfy({ $0 == first }) {
      self = .constant(first)
    } else {
      self = .values(values)
    }
  }

  /// The value of a row, which the column must have.
  public subscript(row: Int) -> Value {
    switch self {
    case .constant(let value): value
    case .values(let values): values[row]
    }
  }

  /// The number of rows; nil where one value holds for any number.
  public var count: Int? {
    switch self {
    case .constant: nil
    case .values(let values): values.count
    }
  }

  /// The values that occur.
  public var distinct: Set<Value> {
    switch self {
    case .constant(let value): [value]
    case .values(let values): Set(values)
    }
  }

  /// Returns the column with a row's value replaced.
  ///
  /// - Parameters:
  ///   - row: the row, below the count.
  ///   - value: the new value.
  ///   - count: how many rows there are.
  public func replacing(_ row: Int, by value: Value, of count: Int) -> SceneColumn {
    switch self {
    case .constant(let known):
      var values = [Value](repeating: known, count: count)
      values[row] = value
      return SceneColumn(values)
    case .values(var values):
      values[row] = value
      return SceneColumn(values)
    }
  }
}
