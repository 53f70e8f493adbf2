public import BurinGeometry

/// A rectangle.
public struct Rectangle: Shape, Hashable {
  /// Creates a rectangle.
  public init() {}
  /// Returns the rectangle.
  public func path(in rect: Rect) -> Path { .rect(rect) }
}

/// A rectangle with round corners.
public struct RoundedRectangle: Shape, Hashable {
  /// The radius of the corners, in points.
  public var cornerRadius: Double
  /// How corners are rounded.
  public var style: RoundedCornerStyle

  /// Creates a rectangle with round corners.
  public init(cornerRadius: Double, style: RoundedCornerStyle = .continuous) {
    self.cornerRadius = cornerRadius
    self.style = style
  }

  /// Returns the rectangle; a radius is at most half of a side.
  public func path(in rect: Rect) -> Path {
    .roundedRect(rect, radius: cornerRadius.isFinite ? max(0, cornerRadius) : 0)
  }
}

/// A rectangle whose corners have radii of their own.
public struct UnevenRoundedRectangle: Shape, Hashable {
  /// The radius at the top left, in points.
  public var topLeadingRadius: Double
  /// The radius at the bottom left, in points.
  public var bottomLeadingRadius: Double
  /// The radius at the bottom right, in points.
  public var bottomTrailingRadius: Double
  /// The radius at the top right, in points.
  public var topTrailingRadius: Double
  /// How corners are rounded.
  public var style: RoundedCornerStyle

  /// Creates a rectangle whose corners have radii of their own.
  public init(
    topLeadingRadius: Double = 0, bottomLeadingRadius: Double = 0,
    bottomTrailingRadius: Double = 0, topTrailingRadius: Double = 0,
    style: RoundedCornerStyle = .continuous
  ) {
    self.topLeadingRadius = topLeadingRadius
    self.bottomLeadingRadius = bottomLeadingRadius
    self.bottomTrailingRadius = bottomTrailingRadius
    self.topTrailingRadius = topTrailingRadius
    self.style = style
  }

  /// Returns the rectangle; a radius is at most half of the shorter side.
  public func path(in rect: Rect) -> Path {
    let most = min(rect.width, rect.height) / 2
    func radius(_ value: Double) -> Double { value.isFinite ? min(max(value, 0), most) : 0 }
    let (a, b) = (radius(topLeadingRadius), radius(topTrailingRadius))
    let (c, d) = (radius(bottomTrailingRadius), radius(bottomLeadingRadius))
    // The distance of the control points of a quarter circle from its corner, over the radius.
    let k = 1 - 0.552_284_749_830_793_6
    var path = Path()
    path.move(to: Point(rect.minX + a, rect.minY))
    path.line(to: Point(rect.maxX - b, rect.minY))
    path.cubic(
      Point(rect.maxX - b * k, rect.minY), Point(rect.maxX, rect.minY + b * k),
      to: Point(rect.maxX, rect.minY + b))
    path.line(to: Point(rect.maxX, rect.maxY - c))
    path.cubic(
      Point(rect.maxX, rect.maxY - c * k), Point(rect.maxX - c * k, rect.maxY),
      to: Point(rect.maxX - c, rect.maxY))
    path.line(to: Point(rect.minX + d, rect.maxY))
    path.cubic(
      Point(rect.minX + d * k, rect.maxY), Point(rect.minX, rect.maxY - d * k),
      to: Point(rect.minX, rect.maxY - d))
    path.line(to: Point(rect.minX, rect.minY + a))
    path.cubic(
      Point(rect.minX, rect.minY + a * k), Point(rect.minX + a * k, rect.minY),
      to: Point(rect.minX + a, rect.minY))
    path.close()
    return path
  }
}

/// A rectangle whose short sides are half circles.
public struct Capsule: Shape, Hashable {
  /// How corners are rounded.
  public var style: RoundedCornerStyle
  /// Creates a capsule.
  public init(style: RoundedCornerStyle = .continuous) { self.style = style }
  /// Returns the capsule.
  public func path(in rect: Rect) -> Path {
    .roundedRect(rect, radius: min(rect.width, rect.height) / 2)
  }
}

/// The largest circle in a rectangle, in its middle.
public struct Circle: Shape, Hashable {
  /// Creates a circle.
  public init() {}
  /// Returns the circle.
  public func path(in rect: Rect) -> Path {
    .circle(rect.center, radius: min(rect.width, rect.height) / 2)
  }
}

/// The ellipse that touches all sides of a rectangle.
public struct Ellipse: Shape, Hashable {
  /// Creates an ellipse.
  public init() {}
  /// Returns the ellipse.
  public func path(in rect: Rect) -> Path { .ellipse(in: rect) }
}

extension Shape where Self == Rectangle {
  /// A rectangle.
  public static var rect: Rectangle { Rectangle() }
}

extension Shape where Self == RoundedRectangle {
  /// A rectangle with round corners.
  public static func rect(
    cornerRadius: Double, style: RoundedCornerStyle = .continuous
  ) -> RoundedRectangle { RoundedRectangle(cornerRadius: cornerRadius, style: style) }
}

extension Shape where Self == UnevenRoundedRectangle {
  /// A rectangle whose corners have radii of their own.
  public static func rect(
    topLeadingRadius: Double = 0, bottomLeadingRadius: Double = 0,
    bottomTrailingRadius: Double = 0, topTrailingRadius: Double = 0,
    style: RoundedCornerStyle = .continuous
  ) -> UnevenRoundedRectangle {
    UnevenRoundedRectangle(
      topLeadingRadius: topLeadingRadius, bottomLeadingRadius: bottomLeadingRadius,
      bottomTrailingRadius: bottomTrailingRadius, topTrailingRadius: topTrailingRadius,
      style: style)
  }
}

extension Shape where Self == Capsule {
  /// A capsule.
  public static var capsule: Capsule { Capsule() }
}

extension Shape where Self == Circle {
  /// A circle.
  public static var circle: Circle { Circle() }
}

extension Shape where Self == Ellipse {
  /// An ellipse.
  public static var ellipse: Ellipse { Ellipse() }
}
