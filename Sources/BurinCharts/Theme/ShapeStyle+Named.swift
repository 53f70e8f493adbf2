// Colours by their names where a style is asked for.

extension ShapeStyle where Self == Color {
  /// Red.
  public static var red: Color { Color.red }
  /// Orange.
  public static var orange: Color { Color.orange }
  /// Yellow.
  public static var yellow: Color { Color.yellow }
  /// Green.
  public static var green: Color { Color.green }
  /// A light blue-green.
  public static var mint: Color { Color.mint }
  /// A dark blue-green.
  public static var teal: Color { Color.teal }
  /// A light blue.
  public static var cyan: Color { Color.cyan }
  /// Blue.
  public static var blue: Color { Color.blue }
  /// A blue near violet.
  public static var indigo: Color { Color.indigo }
  /// Violet.
  public static var purple: Color { Color.purple }
  /// A red near violet.
  public static var pink: Color { Color.pink }
  /// Brown.
  public static var brown: Color { Color.brown }
  /// Grey.
  public static var gray: Color { Color.gray }
  /// Black.
  public static var black: Color { Color.black }
  /// White.
  public static var white: Color { Color.white }
  /// Nothing.
  public static var clear: Color { Color.clear }
  /// Marks without a style.
  public static var accentColor: Color { Color.accent }
  /// Marks without a style.
  public static var accent: Color { Color.accent }
  /// The canvas.
  public static var canvas: Color { Color.canvas }
  /// The background of cards and table heads.
  public static var surface: Color { Color.surface }
  /// Grid lines and separators.
  public static var grid: Color { Color.grid }
  /// Axis lines and ticks.
  public static var axis: Color { Color.axis }
  /// A beneficial value, a check that passes.
  public static var good: Color { Color.good }
  /// A harmful value, a check that fails.
  public static var bad: Color { Color.bad }
  /// Background elements.
  public static var muted: Color { Color.muted }

  /// Returns a colour of the theme by name.
  public static func named(_ name: String) -> Color { Color.named(name) }
  /// Returns the n-th colour of the theme's series, counted from 0.
  public static func series(_ index: Int) -> Color { Color.series(index) }
}

/// The levels of the foreground's colour, from the most prominent one.
public struct HierarchicalShapeStyle: ShapeStyle, Hashable {
  let color: Color
  /// The level as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(color) }
}

extension ShapeStyle where Self == HierarchicalShapeStyle {
  /// The most prominent level: the colour of titles.
  public static var primary: HierarchicalShapeStyle { .init(color: Color.primary) }
  /// The colour of explanatory text.
  public static var secondary: HierarchicalShapeStyle { .init(color: Color.secondary) }
  /// The colour of explanatory text, mixed with a third of the canvas.
  public static var tertiary: HierarchicalShapeStyle { .init(color: Color.secondary.tint(0.35)) }
  /// The colour of explanatory text, mixed with two thirds of the canvas.
  public static var quaternary: HierarchicalShapeStyle { .init(color: Color.secondary.tint(0.65)) }
  /// The colour of explanatory text, mixed with four fifths of the canvas.
  public static var quinary: HierarchicalShapeStyle { .init(color: Color.secondary.tint(0.8)) }
}

/// The style of the foreground: the theme's primary colour.
public struct ForegroundStyle: ShapeStyle, Hashable {
  /// Creates the style.
  public init() {}
  /// The primary colour as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.primary) }
}

/// The style of the background: the theme's canvas.
public struct BackgroundStyle: ShapeStyle, Hashable {
  /// Creates the style.
  public init() {}
  /// The canvas as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.canvas) }
}

/// The style of what stands out: the theme's accent colour.
public struct TintShapeStyle: ShapeStyle, Hashable {
  /// Creates the style.
  public init() {}
  /// The accent colour as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.accent) }
}

/// The style of lines between things: the theme's colour of grids.
public struct SeparatorShapeStyle: ShapeStyle, Hashable {
  /// Creates the style.
  public init() {}
  /// The colour of grids as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.grid) }
}

extension ShapeStyle where Self == ForegroundStyle {
  /// The theme's primary colour.
  public static var foreground: ForegroundStyle { .init() }
}

extension ShapeStyle where Self == BackgroundStyle {
  /// The theme's canvas.
  public static var background: BackgroundStyle { .init() }
}

extension ShapeStyle where Self == TintShapeStyle {
  /// The theme's accent colour.
  public static var tint: TintShapeStyle { .init() }
}

extension ShapeStyle where Self == SeparatorShapeStyle {
  /// The theme's colour of grids.
  public static var separator: SeparatorShapeStyle { .init() }
}

/// A translucent surface; what lies behind it shows through without blur.
public struct Material: ShapeStyle, Hashable {
  let opacity: Double
  /// The surface as a style.
  public var anyShapeStyle: AnyShapeStyle { AnyShapeStyle(Color.surface.opacity(opacity)) }

  /// A surface through which most is seen.
  public static let ultraThin = Material(opacity: 0.5)
  /// A surface through which much is seen.
  public static let thin = Material(opacity: 0.65)
  /// A surface through which something is seen.
  public static let regular = Material(opacity: 0.8)
  /// A surface through which little is seen.
  public static let thick = Material(opacity: 0.9)
  /// A surface through which hardly anything is seen.
  public static let ultraThick = Material(opacity: 0.95)
  /// The surface of bars.
  public static let bar = Material(opacity: 0.8)
}

extension ShapeStyle where Self == Material {
  /// A surface through which most is seen.
  public static var ultraThinMaterial: Material { .ultraThin }
  /// A surface through which much is seen.
  public static var thinMaterial: Material { .thin }
  /// A surface through which something is seen.
  public static var regularMaterial: Material { .regular }
  /// A surface through which little is seen.
  public static var thickMaterial: Material { .thick }
  /// A surface through which hardly anything is seen.
  public static var ultraThickMaterial: Material { .ultraThick }
  /// The surface of bars.
  public static var bar: Material { .bar }
}
