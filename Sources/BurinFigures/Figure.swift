public import BurinCharts

/// A figure of a catalog: parameters, the numbers computed from them, and what is shown.
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
/// A figure stores nothing but its parameters.
public protocol Figure: Decodable, Sendable {
  /// What is computed once from the parameters and then shown.
  associatedtype Numbers: Sendable

  /// The name of the figure and of its file.
  static var id: String { get }
  /// The width of the canvas, in points.
  static var width: Double { get }

  /// Makes the figure with the defaults of its parameters.
  init()
  /// Computes everything that is shown.
  ///
  /// - Throws: ``ParameterError`` for parameters that make no sense together.
  func compute() throws -> Numbers
  /// The computed numbers by name.
  func facts(_ numbers: Numbers) -> Facts
  /// The conclusion, in one line.
  func title(_ numbers: Numbers, _ language: Language) -> Text
  /// The line under the title.
  func subtitle(_ numbers: Numbers, _ language: Language) -> Text?
  /// What the figure shows, in words, for readers who do not see it.
  func altText(_ numbers: Numbers, _ language: Language) -> String
  /// The content below the title, from top to bottom.
  @FigureContentBuilder func body(_ numbers: Numbers, _ language: Language) throws -> [AnyContent]
}

extension Figure {
  /// A figure is 800 points wide unless it says otherwise.
  public static var width: Double { 800 }
  /// No line under the title.
  public func subtitle(_ numbers: Numbers, _ language: Language) -> Text? { nil }
}
