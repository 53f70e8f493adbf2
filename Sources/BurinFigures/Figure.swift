public import BurinCharts

/// A figure of a catalog: parameters, the numbers computed from them, and the content.
///
/// ```swift
/// struct Coin: Figure {
///   static let id = "coin"
///   @Parameter(range: 0...1) var p = 0.5
///
///   func compute() -> Double { 2 * p * (1 - p) }
///   func facts(_ differ: Double) -> Facts { [Fact("differ", differ, decimals: 2)] }
///   func title(_ differ: Double, _ language: Language) -> Text { … }
///   func altText(_ differ: Double, _ language: Language) -> String { … }
///   func body(_ differ: Double, _ language: Language) throws -> [AnyContent] { Chart { … } }
/// }
/// ```
///
/// A figure stores only its parameters.
public protocol Figure: Decodable, Sendable {
  /// The numbers computed from the parameters, which the content shows.
  associatedtype Numbers: Sendable

  /// The name of the figure and of its file.
  static var id: String { get }
  /// The width of the canvas, in points.
  static var width: Double { get }

  /// Creates the figure with the defaults of its parameters.
  init()
  /// Computes the numbers that the content shows.
  ///
  /// - Throws: ``ParameterError`` for inconsistent parameters.
  func compute() throws -> Numbers
  /// Returns the computed numbers by name.
  func facts(_ numbers: Numbers) -> Facts
  /// Returns the sentences that depend on the numbers, each with the condition under which it is
  /// true.
  func statements(_ numbers: Numbers) -> [Statement]
  /// Returns the conclusion, in one line.
  func title(_ numbers: Numbers, _ language: Language) -> Text
  /// Returns the line below the title.
  func subtitle(_ numbers: Numbers, _ language: Language) -> Text?
  /// Returns a description of the figure for readers who don't see it.
  func altText(_ numbers: Numbers, _ language: Language) -> String
  /// Returns the content below the title, from top to bottom.
  @FigureContentBuilder func body(_ numbers: Numbers, _ language: Language) throws -> [AnyContent]
  /// Returns the content in a space; by default the same in any.
  @FigureContentBuilder func body(
    _ numbers: Numbers, _ language: Language, in space: FigureSpace
  ) throws -> [AnyContent]
}

extension Figure {
  /// The default width: 800 points.
  public static var width: Double { 800 }
  /// Returns nil: there is no line below the title.
  public func subtitle(_ numbers: Numbers, _ language: Language) -> Text? { nil }
}
