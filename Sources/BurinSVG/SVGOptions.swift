/// What a page that takes in an SVG may ask of it.
public struct SVGOptions: Hashable, Sendable {
  /// The beginning of all ids, which nothing else in the page may share; nil for one made from the
  /// content.
  public var idPrefix: String?
  /// How large the picture says that it is.
  public var sizing: SVGSizing
  /// Whether the scene's background is drawn; without it the page's own shows.
  public var includesBackground: Bool

  /// Creates options.
  ///
  /// - Parameters:
  ///   - idPrefix: the beginning of all ids, an XML name without a colon; nil for one made from the
  ///     content.
  ///   - sizing: how large the picture says that it is.
  ///   - includesBackground: whether the scene's background is drawn.
  public init(
    idPrefix: String? = nil, sizing: SVGSizing = .pixels, includesBackground: Bool = true
  ) {
    self.idPrefix = idPrefix
    self.sizing = sizing
    self.includesBackground = includesBackground
  }
}
