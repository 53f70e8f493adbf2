import BurinCairo
import BurinScene

extension OutputFormat {
  /// Vectors for print, with selectable text.
  public static let pdf = OutputFormat.pdf(scale: 1)

  /// Returns the format of vectors for print.
  ///
  /// ```swift
  /// // 8 cm wide, with ticks of 8 pt: 11.5 pt × 0.7, and lines and gaps in proportion.
  /// let options = RenderOptions(width: 8 / 2.54 * 72 / 0.7)
  /// try chart.write(to: "rain.pdf", as: .pdf(scale: 0.7), options)
  /// ```
  ///
  /// - Parameters:
  ///   - scale: the size of the page over that of the picture.
  ///   - denseLayers: how layers of more than 10,000 points, bars or sectors are written.
  public static func pdf(scale: Double = 1, denseLayers: DenseLayers = .standard) -> OutputFormat {
    OutputFormat(PDFFormat(scale: scale, denseLayers: denseLayers))
  }
}

private struct PDFFormat: SceneEncoder {
  var scale: Double
  var denseLayers: DenseLayers

  let fileExtension = "pdf"
  let mediaType = "application/pdf"

  func encode(_ scene: Scene) throws -> [UInt8] {
    try CairoRenderer(scene).pdf(scene.written(denseLayers).scaled(by: scale))
  }
}
