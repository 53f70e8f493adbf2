public import BurinScene

/// A colour by its meaning, which the theme defines.
///
/// ```swift
/// BarMark(x: .value("x", 1), y: .value("y", 2)).foregroundStyle(.accent)
/// BandMark(…).foregroundStyle(.good.opacity(0.2))
/// ```
public struct Color: Hashable, Sendable {
  /// The source of the colour.
  indirect enum Source: Hashable, Sendable {
    case fixed(RGBColor)
    case named(String)
    case series(Int)
    /// Two colours and the share of the second one.
    case mixed(Color, Color, Double)
  }

  var source: Source
  /// The share of the backdrop in the mixture, 0…1.
  var tintFraction = 0.0
  /// Opacity, 0…1.
  var alpha = 1.0

  /// Creates a colour that does not depend on the theme.
  public init(_ color: RGBColor) { source = .fixed(color) }

  init(source: Source) { self.source = source }

  /// Returns a colour of the theme by name; an unknown name is an error when the figure is laid
  /// out.
  public static func named(_ name: String) -> Color { Color(source: .named(name)) }

  /// Returns the n-th colour of the theme's series, counted from 0; after the last they repeat.
  public static func series(_ index: Int) -> Color { Color(source: .series(index)) }

  /// Returns the colour with its opacity multiplied by a factor.
  public func opacity(_ factor: Double) -> Color {
    var color = self
    color.alpha *= factor
    return color
  }

  /// Returns the colour mixed with the canvas: 0 is the colour, 1 is the canvas.
  public func tint(_ fraction: Double) -> Color {
    var color = self
    color.tintFraction = fraction
    return color
  }
}

extension Color {
  /// The default sequential colours, light to dark.
  ///
  /// The lightest has a contrast of 3.2:1 on white, so that a point in it is visible.
  static let sequence: [Color] = [0x4A9CA6, 0x1F5FA8, 0x1A0F3D].map {
    Color(RGBColor(hex: $0))
  }
}

extension Color {
  /// The most prominent text.
  public static let primary = named("primary")
  /// Explanatory text.
  public static let secondary = named("secondary")
  /// The canvas.
  public static let canvas = named("canvas")
  /// The background of cards and table heads.
  public static let surface = named("surface")
  /// Grid lines and separators.
  public static let grid = named("grid")
  /// Axis lines and ticks.
  public static let axis = named("axis")
  /// Marks without a style.
  public static let accent = named("accent")
  /// A beneficial value, a check that passes.
  public static let good = named("good")
  /// A harmful value, a check that fails.
  public static let bad = named("bad")
  /// Background elements.
  public static let muted = named("muted")
}
