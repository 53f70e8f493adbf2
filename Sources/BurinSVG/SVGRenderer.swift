public import BurinScene
public import BurinText

/// Writes finished scenes as SVG 1.1.
///
/// ```swift
/// let svg = try SVGRenderer(fonts: try FontLibrary.shared()).svg(scene)  // UTF-8
/// ```
///
/// Glyphs are outlines, so that the picture looks the same without the fonts; over each run lies
/// the same text, unseen, so that it can be searched, selected and read aloud. (Cairo's own SVG
/// has outlines only.)
public struct SVGRenderer: Sendable {
  /// The fonts that the scene's runs name.
  public let fonts: FontLibrary

  /// Makes a renderer.
  public init(fonts: FontLibrary) { self.fonts = fonts }

  /// The scene as the UTF-8 bytes of an SVG document.
  public func svg(_ scene: Scene) throws(SVGError) -> [UInt8] {
    var writer = SVGWriter(fonts: fonts)
    return Array(try writer.document(scene).utf8)
  }
}
