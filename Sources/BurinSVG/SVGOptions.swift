/// What a page that takes in an SVG may ask of it.
public struct SVGOptions: Hashable, Sendable {
  /// The beginning of all ids, which nothing else in the page may share; nil for one made from the
  /// content.
  public var idPrefix: String?
  /// How large the picture says that it is.
  public var sizing: SVGSizing
  /// Whether the scene's background is drawn; without it the page's own shows.
  public var includesBackground: Bool
  /// How letters are drawn.
  public var text: SVGText
  /// How colours meet those of the page and of the reader.
  public var colors: SVGColors

  /// Creates options.
  ///
  /// - Parameters:
  ///   - idPrefix: the beginning of all ids, an XML name without a colon; nil for one made from the
  ///     content.
  ///   - sizing: how large the picture says that it is.
  ///   - includesBackground: whether the scene's background is drawn; never with colours of the
  ///     page's text.
  ///   - text: how letters are drawn.
  ///   - colors: how colours meet those of the page and of the reader.
  public init(
    idPrefix: String? = nil, sizing: SVGSizing = .pixels, includesBackground: Bool = true,
    text: SVGText = .outlines, colors: SVGColors = .fixed
  ) {
    self.idPrefix = idPrefix
    self.sizing = sizing
    self.includesBackground = includesBackground
    self.text = text
    self.colors = colors
  }
}
