public import BurinSVG
import BurinScene
import BurinText

extension OutputFormat {
  /// Vectors for the web, with selectable text.
  public static let svg = OutputFormat.svg()

  /// Returns the format of vectors for the web, as a page asks for them.
  ///
  /// ```swift
  /// try chart.render(.svg(idPrefix: "rain", sizing: .responsive, includesBackground: false))
  /// try chart.render(.svg(colors: .adaptive))  // light and dark
  /// ```
  ///
  /// - Parameters:
  ///   - idPrefix: the beginning of all ids; nil for one made from the content. A page that shows
  ///     equal pictures gives each its own. What is no XML name is an error when the picture is
  ///     written.
  ///   - sizing: how large the picture says that it is.
  ///   - includesBackground: whether the picture's background is drawn; without it the page's own
  ///     shows.
  ///   - text: whether letters are outlines, or text that converters and editors keep.
  ///   - colors: whether colours are fixed, follow a reader who prefers dark pages or forces
  ///     colours, or take the page's text colour for greys.
  ///   - denseLayers: how layers of more than 10,000 points, bars or sectors are written.
  public static func svg(
    idPrefix: String? = nil, sizing: SVGSizing = .pixels, includesBackground: Bool = true,
    text: SVGText = .outlines, colors: SVGColors = .fixed, denseLayers: DenseLayers = .standard
  ) -> OutputFormat {
    let options = SVGOptions(
      idPrefix: idPrefix, sizing: sizing, includesBackground: includesBackground, text: text,
      colors: colors)
    return OutputFormat(SVGFormat(options: options, denseLayers: denseLayers))
  }
}

private struct SVGFormat: SceneEncoder {
  var options: SVGOptions
  var denseLayers: DenseLayers

  let fileExtension = "svg"
  let mediaType = "image/svg+xml"

  func encode(_ scene: Scene) throws -> [UInt8] {
    let fonts = try FontLibrary.shared(scene.fontFamilies)
    return try SVGRenderer(fonts: fonts, options: options).svg(scene.written(denseLayers))
  }
}
