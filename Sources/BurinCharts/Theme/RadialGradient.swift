import BurinGeometry

/// A gradient from the middle of what is painted outwards, in circles.
///
/// ```swift
/// PointMark(…).foregroundStyle(
///   .radialGradient(colors: [.white, .blue], center: .center, startRadius: 0, endRadius: 12))
/// ```
///
/// The middle refers to the bounding rectangle of a mark, or to the plot area with
/// ``ChartContent/alignsMarkStylesWithPlotArea(_:)``.
public struct RadialGradient: ShapeStyle, Hashable {
  let shape: RoundGradient

  /// Creates a gradient in circles.
  ///
  /// - Parameters:
  ///   - gradient: the colours.
  ///   - center: the middle of the circles.
  ///   - startRadius: the radius up to which the first colour reaches, in points.
  ///   - endRadius: the radius from which on the last colour reaches, in points.
  public init(gradient: Gradient, center: UnitPoint, startRadius: Double, endRadius: Double) {
    shape = RoundGradient(
      gradient: gradient, center: center, start: startRadius, end: endRadius, isRelative: false)
  }

  /// Creates a gradient of colours at equal distances in circles.
  public init(colors: [Color], center: UnitPoint, startRadius: Double, endRadius: Double) {
    self.init(
      gradient: Gradient(colors: colors), center: center, startRadius: startRadius,
      endRadius: endRadius)
  }

  /// Creates a gradient of colours with their places in circles.
  public init(stops: [Gradient.Stop], center: UnitPoint, startRadius: Double, endRadius: Double) {
    self.init(
      gradient: Gradient(stops: stops), center: center, startRadius: startRadius,
      endRadius: endRadius)
  }

  /// The gradient as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(fill: .roundGradient(shape)) }

  /// Returns the gradient with its opacity multiplied by a factor.
  public func opacity(_ factor: Double) -> RadialGradient {
    RadialGradient(
      gradient: shape.gradient.mapColors { $0.opacity(factor) }, center: shape.center,
      startRadius: shape.start, endRadius: shape.end)
  }
}

extension ShapeStyle where Self == RadialGradient {
  /// Returns a gradient in circles.
  public static func radialGradient(
    _ gradient: Gradient, center: UnitPoint, startRadius: Double, endRadius: Double
  ) -> RadialGradient {
    RadialGradient(
      gradient: gradient, center: center, startRadius: startRadius, endRadius: endRadius)
  }

  /// Returns a standard gradient in circles.
  public static func radialGradient(
    _ gradient: AnyGradient, center: UnitPoint = .center, startRadius: Double = 0,
    endRadius: Double
  ) -> RadialGradient {
    RadialGradient(
      gradient: gradient.gradient, center: center, startRadius: startRadius, endRadius: endRadius)
  }

  /// Returns a gradient of colours at equal distances in circles.
  public static func radialGradient(
    colors: [Color], center: UnitPoint, startRadius: Double, endRadius: Double
  ) -> RadialGradient {
    RadialGradient(colors: colors, center: center, startRadius: startRadius, endRadius: endRadius)
  }

  /// Returns a gradient of colours with their places in circles.
  public static func radialGradient(
    stops: [Gradient.Stop], center: UnitPoint, startRadius: Double, endRadius: Double
  ) -> RadialGradient {
    RadialGradient(stops: stops, center: center, startRadius: startRadius, endRadius: endRadius)
  }
}
