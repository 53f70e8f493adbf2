public import BurinGeometry

/// A form that fills the rectangle it is given.
///
/// ```swift
/// struct Diamond: Shape {
///   func path(in rect: Rect) -> Path {
///     .polyline(
///       [Point(rect.midX, rect.minY), Point(rect.maxX, rect.midY), Point(rect.midX, rect.maxY),
///         Point(rect.minX, rect.midY)], closed: true)
///   }
/// }
/// Diamond().fill(.accent).frame(width: 12, height: 12)
/// ```
///
/// As content, a shape is filled with the foreground style; where nothing limits its size, it is
/// 10 points wide and high.
public protocol Shape: FigureContent, Sendable {
  /// The type of rectangles that the shape is written with.
  associatedtype Bounds: ShapeBounds = Rect
  /// Returns the outline in a rectangle.
  func path(in rect: Bounds) -> Path
}

/// A type of rectangles that shapes can be written with.
public protocol ShapeBounds {
  /// Creates the rectangle.
  init(_ rect: Rect)
  /// The rectangle.
  var rect: Rect { get }
}

extension Rect: ShapeBounds {
  /// Creates the same rectangle.
  public init(_ rect: Rect) { self = rect }
  /// The rectangle itself.
  public var rect: Rect { self }
}

extension Shape {
  /// Returns the outline in a rectangle, whatever type of rectangles the shape is written with.
  public func outline(in rect: Rect) -> Path { path(in: Bounds(rect)) }
}

/// How corners are rounded; both styles are drawn as arcs of a circle.
public enum RoundedCornerStyle: Hashable, Sendable {
  /// Arcs of a circle.
  case circular
  /// Corners whose curvature changes smoothly, in Swift Charts; drawn as arcs.
  case continuous
}

/// How the inside of an outline is found.
public struct FillStyle: Hashable, Sendable {
  /// Whether overlapping parts are outside by turns.
  public var isEOFilled: Bool
  /// Whether edges are smooth.
  public var isAntialiased: Bool

  /// Creates a style.
  public init(eoFill: Bool = false, antialiased: Bool = true) {
    isEOFilled = eoFill
    isAntialiased = antialiased
  }
}
