/// The space that a figure is laid out in.
///
/// A figure whose content differs on telephones implements ``Figure/body(_:_:in:)``:
///
/// ```swift
/// func body(_ n: Double, _ say: Language, in space: FigureSpace) throws -> [AnyContent] {
///   if space.isNarrow { VStack { left(n); right(n) } } else { HStack { left(n); right(n) } }
/// }
/// ```
public struct FigureSpace: Hashable, Sendable {
  /// The width of the canvas, in points.
  public var width: Double

  /// Creates a space.
  public init(width: Double) { self.width = width }

  /// Whether the page is a telephone's: less than 560 points wide.
  public var isNarrow: Bool { width < 560 }
}

extension Figure {
  /// Returns the content of any width.
  public func body(
    _ numbers: Numbers, _ language: Language, in space: FigureSpace
  ) throws -> [AnyContent] {
    try body(numbers, language)
  }
}
