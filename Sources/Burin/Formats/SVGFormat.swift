import BurinSVG
import BurinScene
import BurinText

extension OutputFormat {
  /// Vectors for the web, with selectable text.
  public static let svg = OutputFormat(SVGFormat())
}

private struct SVGFormat: SceneEncoder {
  let fileExtension = "svg"
  let mediaType = "image/svg+xml"

  func encode(_ scene: Scene) throws -> [UInt8] {
    try SVGRenderer(fonts: try FontLibrary.shared(scene.fontFamilies)).svg(scene)
  }
}
