public import BurinCharts

/// How content becomes a picture of its own.
public struct RenderOptions: Sendable {
  /// The width of the canvas, in points.
  public var width: Double
  /// The height of the canvas, in points; nil for what the content takes.
  public var height: Double?
  /// A line above the content.
  public var title: Text?
  /// What the picture shows, in words, for readers who do not see it; empty for the accessibility
  /// labels and values of its content.
  public var altText: String
  /// Fonts, sizes and colours.
  public var theme: Theme
  /// The language of the texts, as a BCP 47 tag.
  public var language: String

  /// Makes options.
  public init(
    width: Double = 640, height: Double? = nil, title: Text? = nil, altText: String = "",
    theme: Theme = .standard, language: String = "en"
  ) {
    self.width = width
    self.height = height
    self.title = title
    self.altText = altText
    self.theme = theme
    self.language = language
  }
}
