public import BurinCharts
public import BurinGeometry
public import Foundation

#if !canImport(CoreGraphics)
  /// The transform of a path.
  public typealias CGAffineTransform = BurinGeometry.AffineTransform
#endif

extension Point {
  /// Creates the point of Core Graphics' one.
  public init(_ point: CGPoint) { self.init(Double(point.x), Double(point.y)) }
}

extension Size {
  /// Creates the size of Core Graphics' one.
  public init(_ size: CGSize) { self.init(Double(size.width), Double(size.height)) }
}

extension CGPoint {
  /// Creates Core Graphics' point of one of Burin's.
  public init(_ point: Point) { self.init(x: point.x, y: point.y) }
}

extension CGSize {
  /// Creates Core Graphics' size of one of Burin's.
  public init(_ size: Size) { self.init(width: size.width, height: size.height) }
}

/// Shapes may be written with Core Graphics' rectangles: `func path(in rect: CGRect) -> Path`.
extension CGRect: ShapeBounds {
  /// Creates Core Graphics' rectangle of one of Burin's.
  public init(_ rect: Rect) {
    self.init(x: rect.minX, y: rect.minY, width: rect.width, height: rect.height)
  }

  /// The rectangle of Burin.
  public var rect: Rect {
    Rect(x: Double(minX), y: Double(minY), width: Double(width), height: Double(height))
  }
}

extension Shape where Bounds == Rect {
  /// Returns the outline in a rectangle.
  public func path(in rect: CGRect) -> Path { path(in: rect.rect) }
}

extension ChartProxy {
  /// Returns the pair of values at a position; nil if one of them has none.
  @_disfavoredOverload
  public func value<X: Plottable, Y: Plottable>(
    at position: CGPoint, as type: (X, Y).Type = (X, Y).self
  ) -> (X, Y)? { value(at: Point(position), as: type) }

  /// Returns the angle of a position around the plot's middle, clockwise from the top.
  @_disfavoredOverload
  public func angle(at position: CGPoint) -> Angle { angle(at: Point(position)) }
}
