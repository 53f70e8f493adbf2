/// What names a quantity: a string or a text.
///
/// One function takes both, so that a literal has one meaning: with a function for each, the compiler
/// would try both for every value of a chart.
public protocol QuantityName {
  /// The name, letter by letter.
  var quantityName: String { get }
}

extension String: QuantityName {
  /// The string itself.
  @inlinable public var quantityName: String { self }
}

extension Substring: QuantityName {
  /// The string itself.
  public var quantityName: String { String(self) }
}

extension Text: QuantityName {
  /// The text without its styles.
  public var quantityName: String { plain }
}
