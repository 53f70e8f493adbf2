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
/// SVG output has outlines only.)
public struct SVGRenderer: Sendable {
  /// The fonts that the scene's runs name.
  public let fonts: FontLibrary

  /// Creates a renderer.
  public init(fonts: FontLibrary) { self.fonts = fonts }

  /// Returns the scene as the UTF-8 bytes of an SVG document.
  public func svg(_ scene: Scene) throws(SVGError) -> [UInt8] {
    var writer = SVGWriter(fonts: fonts)
    return Array(try writer.document(scene).utf8)
  }
}
