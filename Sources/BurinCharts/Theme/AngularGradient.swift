// Neither SVG nor the PDF files that Cairo writes have gradients over angles: they would be drawn
// by slices, whose seams show, or as pixels.

/// A gradient over angles, which pictures don't have.
@available(
  *, unavailable,
  message:
    "SVG and PDF can't draw a gradient over angles; use sectors of a color each, or RadialGradient"
)
public struct AngularGradient: ShapeStyle, PrimitiveContent {
  /// Creates nothing.
  public init(gradient: Gradient, center: UnitPoint, angle: Angle = .zero) {}
  /// Creates nothing.
  public init(colors: [Color], center: UnitPoint, angle: Angle = .zero) {}
  /// Creates nothing.
  public init(stops: [Gradient.Stop], center: UnitPoint, angle: Angle = .zero) {}
  /// Creates nothing.
  public init(gradient: Gradient, center: UnitPoint, startAngle: Angle, endAngle: Angle) {}
  /// Creates nothing.
  public init(colors: [Color], center: UnitPoint, startAngle: Angle, endAngle: Angle) {}
  /// Creates nothing.
  public init(stops: [Gradient.Stop], center: UnitPoint, startAngle: Angle, endAngle: Angle) {}
  /// Nothing.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.clear) }
  /// Resolves to nothing.
  public func block(in context: LayoutContext) throws -> any Block { EmptyBlock() }
}

extension ShapeStyle where Self == Color {
  /// Returns nothing.
  @available(
    *, unavailable,
    message:
      "SVG and PDF can't draw a gradient over angles; use sectors of a color each, or radialGradient"
  )
  public static func angularGradient(
    _ gradient: Gradient, center: UnitPoint, startAngle: Angle, endAngle: Angle
  ) -> Color { .clear }

  /// Returns nothing.
  @available(
    *, unavailable,
    message:
      "SVG and PDF can't draw a gradient over angles; use sectors of a color each, or radialGradient"
  )
  public static func angularGradient(
    colors: [Color], center: UnitPoint, startAngle: Angle, endAngle: Angle
  ) -> Color { .clear }

  /// Returns nothing.
  @available(
    *, unavailable,
    message:
      "SVG and PDF can't draw a gradient over angles; use sectors of a color each, or radialGradient"
  )
  public static func angularGradient(
    stops: [Gradient.Stop], center: UnitPoint, startAngle: Angle, endAngle: Angle
  ) -> Color { .clear }

  /// Returns nothing.
  @available(
    *, unavailable,
    message:
      "SVG and PDF can't draw a gradient over angles; use sectors of a color each, or radialGradient"
  )
  public static func conicGradient(
    _ gradient: Gradient, center: UnitPoint, angle: Angle = .zero
  ) -> Color { .clear }

  /// Returns nothing.
  @available(
    *, unavailable,
    message:
      "SVG and PDF can't draw a gradient over angles; use sectors of a color each, or radialGradient"
  )
  public static func conicGradient(
    colors: [Color], center: UnitPoint, angle: Angle = .zero
  ) -> Color { .clear }
}
