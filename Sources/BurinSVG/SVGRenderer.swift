public import BurinScene
public import BurinText

/// A renderer of finished scenes as SVG 1.1.
///
/// ```swift
/// let svg = try SVGRenderer(fonts: try FontLibrary.shared()).svg(scene)  // UTF-8
/// ```
///
/// Glyphs are outlines, so that the picture looks the same without the fonts. Each run is covered
/// by the same text, invisible, so that it can be searched, selected and read aloud. (Cairo's own
/// SVG output has outlines only.) All ids begin with a prefix, made from the content where the
/// options give none, so that several documents can stand in one HTML page.
public struct SVGRenderer: Sendable {
  /// The fonts that the scene's runs name.
  public let fonts: FontLibrary
  /// What a page asks of the document.
  public let options: SVGOptions

  /// Creates a renderer.
  public init(fonts: FontLibrary, options: SVGOptions = SVGOptions()) {
    self.fonts = fonts
    self.options = options
  }

  /// Returns the scene as the UTF-8 bytes of an SVG document.
  public func svg(_ scene: Scene) throws(SVGError) -> [UInt8] {
    if let prefix = options.idPrefix, !SVGIDs.isName(prefix) { throw .idPrefix(prefix) }
    var writer = SVGWriter(scene, fonts: fonts, options: options)
    return SVGIDs.resolve(Array(try writer.document(scene).utf8), prefix: options.idPrefix)
  }
}
