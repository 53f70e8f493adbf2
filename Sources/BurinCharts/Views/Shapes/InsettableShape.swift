import BurinGeometry

/// A shape that says itself how it becomes smaller.
///
/// ```swift
/// struct Tile: InsettableShape {
///   var margin = 0.0
///   func inset(by amount: Double) -> Tile { Tile(margin: margin + amount) }
///   func path(in rect: Rect) -> Path { .rect(rect.inset(by: margin)) }
/// }
/// ```
public protocol InsettableShape: Shape {
  /// The type of distances that the shape is written with.
  associatedtype InsetAmount: BinaryFloatingPoint = Double
  /// The type of the smaller shape.
  associatedtype InsetShape: InsettableShape
  /// Returns the shape, smaller by a distance on all sides.
  func inset(by amount: InsetAmount) -> InsetShape
}

extension InsettableShape {
  /// Returns the outline of the shape, smaller by a distance on all sides, in a rectangle.
  func outline(in rect: Rect, inset distance: Double) -> Path {
    inset(by: InsetAmount(distance)).outline(in: rect)
  }
}

extension Rectangle: InsettableShape {}
extension RoundedRectangle: InsettableShape {}
extension Capsule: InsettableShape {}
extension Circle: InsettableShape {}
extension Ellipse: InsettableShape {}
extension InsetShape: InsettableShape {}
