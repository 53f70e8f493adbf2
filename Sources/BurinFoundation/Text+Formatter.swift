public import Burin
public import Foundation

extension Text {
  /// Creates a text of a value as a formatter writes it, by the formatter's own clock and locale.
  ///
  /// ```swift
  /// let formatter = DateFormatter()
  /// formatter.dateFormat = "d MMM"
  /// Text(date, formatter: formatter)  // 28 Nov
  /// ```
  ///
  /// A value that the formatter doesn't write is an empty text.
  public init(_ value: some Any, formatter: Formatter) {
    self.init(verbatim: formatter.string(for: value) ?? "")
  }
}
