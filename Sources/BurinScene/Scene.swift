public import BurinGeometry

/// A finished picture: every position final, nothing left to measure.
///
/// Coordinates are points from the top left corner, y downwards.
public struct Scene: Hashable, Sendable {
  /// The canvas, in points.
  public var size: Size
  /// The colour behind everything; `.clear` for a transparent picture.
  public var background: RGBColor
  /// The title for readers who do not see the picture.
  public var title: String
  /// What the picture shows, in words.
  public var altText: String
  /// The language of the texts, as a BCP 47 tag.
  public var language: String
  /// How far texts keep from the edges of the canvas, in points; 0 where the page has no margin.
  ///
  /// Nothing is drawn by it. The text form leaves it out: a scene that was read has none.
  public var margin: Double
  /// The font families that the glyph runs' faces belong to.
  public var fontFamilies: FontFamilies
  /// What the charts of the picture show, for programs.
  ///
  /// The text form leaves it out: a scene that was read has none.
  public var charts: ChartDescriptors
  /// The content, painted in order.
  public var items: [SceneItem]

  /// Makes a scene.
  public init(
    size: Size, background: RGBColor = .white, title: String = "", altText: String = "",
    language: String = "", margin: Double = 0, fontFamilies: FontFamilies = .standard,
    charts: ChartDescriptors = .none, items: [SceneItem]
  ) {
    self.size = size
    self.background = background
    self.title = title
    self.altText = altText
    self.language = language
    self.margin = margin
    self.fontFamilies = fontFamilies
    self.charts = charts
    self.items = items
  }
}
