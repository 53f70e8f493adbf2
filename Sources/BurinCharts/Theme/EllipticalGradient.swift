import BurinGeometry

/// A gradient from the middle of what is painted outwards, in ellipses of the form of its rectangle.
///
/// ```swift
/// Rectangle().fill(.ellipticalGradient(colors: [.white, .blue]))
/// ```
///
/// A radius is a part of the rectangle's width and height: 0.5 touches its edges.
public struct EllipticalGradient: ShapeStyle, Hashable {
  let shape: RoundGradient

  /// Creates a gradient in ellipses.
  ///
  /// - Parameters:
  ///   - gradient: the colours.
  ///   - center: the middle of the ellipses.
  ///   - startRadiusFraction: the radius up to which the first colour reaches, in parts of the
  ///     rectangle.
  ///   - endRadiusFraction: the radius from which on the last colour reaches, in parts of the
  ///     rectangle.
  public init(
    gradient: Gradient, center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) {
    shape = RoundGradient(
      gradient: gradient, center: center, start: startRadiusFraction, end: endRadiusFraction,
      isRelative: true)
  }

  /// Creates a gradient of colours at equal distances in ellipses.
  public init(
    colors: [Color], center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) {
    self.init(
      gradient: Gradient(colors: colors), center: center,
      startRadiusFraction: startRadiusFraction, endRadiusFraction: endRadiusFraction)
  }

  /// Creates a gradient of colours with their places in ellipses.
  public init(
    stops: [Gradient.Stop], center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) {
    self.init(
      gradient: Gradient(stops: stops), center: center, startRadiusFraction: startRadiusFraction,
      endRadiusFraction: endRadiusFraction)
  }

  /// The gradient as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(fill: .roundGradient(shape)) }

  /// Returns the gradient with its opacity multiplied by a factor.
  public func opacity(_ factor: Double) -> EllipticalGradient {
    EllipticalGradient(
      gradient: shape.gradient.mapColors { $0.opacity(factor) }, center: shape.center,
      startRadiusFraction: shape.start, endRadiusFraction: shape.end)
  }
}

extension ShapeStyle where Self == EllipticalGradient {
  /// Returns a gradient in ellipses.
  public static func ellipticalGradient(
    _ gradient: Gradient, center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) -> EllipticalGradient {
    EllipticalGradient(
      gradient: gradient, center: center, startRadiusFraction: startRadiusFraction,
      endRadiusFraction: endRadiusFraction)
  }

  /// Returns a standard gradient in ellipses.
  public static func ellipticalGradient(
    _ gradient: AnyGradient, center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) -> EllipticalGradient {
    EllipticalGradient(
      gradient: gradient.gradient, center: center, startRadiusFraction: startRadiusFraction,
      endRadiusFraction: endRadiusFraction)
  }

  /// Returns a gradient of colours at equal distances in ellipses.
  public static func ellipticalGradient(
    colors: [Color], center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) -> EllipticalGradient {
    EllipticalGradient(
      colors: colors, center: center, startRadiusFraction: startRadiusFraction,
      endRadiusFraction: endRadiusFraction)
  }

  /// Returns a gradient of colours with their places in ellipses.
  public static func ellipticalGradient(
    stops: [Gradient.Stop], center: UnitPoint = .center, startRadiusFraction: Double = 0,
    endRadiusFraction: Double = 0.5
  ) -> EllipticalGradient {
    EllipticalGradient(
      stops: stops, center: center, startRadiusFraction: startRadiusFraction,
      endRadiusFraction: endRadiusFraction)
  }
}
