public import BurinScales

extension Text {
  /// Creates a text that shows a number in a format.
  ///
  /// ```swift
  /// Text(0.256, format: .percent(1))   // 25.6%
  /// ```
  public init(_ value: Double, format: NumberFormat) { self.init(verbatim: format.string(value)) }

  /// Creates a text that shows a whole number in a format.
  public init(_ value: Int, format: NumberFormat) { self.init(Double(value), format: format) }
}
