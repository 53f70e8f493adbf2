import BurinGeometry
import BurinScene

/// A colour, a gradient or another way of painting marks, text and shapes.
///
/// ```swift
/// BarMark(…).foregroundStyle(.blue.gradient)
/// AreaMark(…).foregroundStyle(
///   .linearGradient(colors: [.teal, .clear], startPoint: .top, endPoint: .bottom))
/// ```
public protocol ShapeStyle: Sendable {
  /// The style without its type.
  var anyShapeStyle: AnyShapeStyle { get }
}

/// A style of any type.
public struct AnyShapeStyle: ShapeStyle, Hashable {
  /// What is painted.
  enum Fill: Hashable, Sendable {
    case color(Color)
    case gradient(LinearGradient)
    case roundGradient(RoundGradient)
  }

  var fill: Fill
  /// The shadows; a scene has no blur, so that they are told of and not drawn.
  var shadows: [ShadowStyle] = []

  /// Creates a style of any type from another.
  public init<S: ShapeStyle>(_ style: S) { self = style.anyShapeStyle }

  init(fill: Fill) { self.fill = fill }

  /// The style itself.
  public var anyShapeStyle: AnyShapeStyle { self }

  /// The one colour that stands for the style, where a gradient has no room, such as in a legend.
  public var color: Color {
    switch fill {
    case .color(let color): color
    case .gradient(let gradient): gradient.gradient.representative
    case .roundGradient(let gradient): gradient.gradient.representative
    }
  }

  /// The colours of a gradient; nil for one colour.
  var gradient: Gradient? {
    switch fill {
    case .color: nil
    case .gradient(let gradient): gradient.gradient
    case .roundGradient(let gradient): gradient.gradient
    }
  }

  /// Whether the style is one colour without shadows.
  var isPlain: Bool {
    if case .color = fill { shadows.isEmpty } else { false }
  }

  /// Returns the paint of the style over a rectangle.
  ///
  /// - Parameters:
  ///   - rect: the rectangle to whose corners the ends of a gradient refer.
  ///   - opacity: the opacity of the whole, 0…1.
  ///   - theme: the theme that defines the colours.
  func paint(in rect: Rect, opacity: Double = 1, theme: Theme) throws -> Paint {
    switch fill {
    case .color(let color): .color(try theme.resolve(color).opacity(opacity))
    case .gradient(let gradient):
      .linearGradient(
        from: gradient.startPoint.point(in: rect), to: gradient.endPoint.point(in: rect),
        stops: try gradient.gradient.stops(opacity: opacity, theme: theme))
    case .roundGradient(let gradient): try gradient.paint(in: rect, opacity: opacity, theme: theme)
    }
  }

  private func mapColors(_ change: (Color) -> Color) -> AnyShapeStyle {
    var style = self
    switch fill {
    case .color(let color): style.fill = .color(change(color))
    case .gradient(var gradient):
      gradient.gradient = gradient.gradient.mapColors(change)
      style.fill = .gradient(gradient)
    case .roundGradient(var gradient):
      gradient.gradient = gradient.gradient.mapColors(change)
      style.fill = .roundGradient(gradient)
    }
    return style
  }

  /// Returns the style with its opacity multiplied by a factor.
  public func opacity(_ factor: Double) -> AnyShapeStyle { mapColors { $0.opacity(factor) } }
}

extension ShapeStyle {
  /// Returns the style with its opacity multiplied by a factor.
  public func opacity(_ factor: Double) -> some ShapeStyle { anyShapeStyle.opacity(factor) }

  /// Returns the style with a shadow; a scene has no blur, so that a diagnostic tells of it.
  public func shadow(_ style: ShadowStyle) -> some ShapeStyle {
    var result = anyShapeStyle
    result.shadows.append(style)
    return result
  }
}

extension ShapeStyle where Self == AnyShapeStyle {
  /// Returns the foreground's style with a shadow; a diagnostic tells of the shadow.
  public static func shadow(_ style: ShadowStyle) -> AnyShapeStyle {
    var result = AnyShapeStyle(Color.primary)
    result.shadows.append(style)
    return result
  }
}

extension Color: ShapeStyle {
  /// The colour as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(fill: .color(self)) }
}

/// A shadow of a style.
public struct ShadowStyle: Hashable, Sendable {
  let name: String

  /// Returns a shadow behind what is painted.
  public static func drop(
    color: Color = Color.black.opacity(0.33), radius: Double, x: Double = 0, y: Double = 0
  ) -> ShadowStyle { ShadowStyle(name: "drop") }

  /// Returns a shadow within what is painted.
  public static func inner(
    color: Color = Color.black.opacity(0.55), radius: Double, x: Double = 0, y: Double = 0
  ) -> ShadowStyle { ShadowStyle(name: "inner") }
}
