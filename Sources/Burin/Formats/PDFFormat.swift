import BurinCairo
import BurinScene

extension OutputFormat {
  /// Vectors for print, with selectable text.
  public static let pdf = OutputFormat.pdf(denseLayers: .standard)

  /// Returns the format of vectors for print.
  ///
  /// - Parameter denseLayers: how layers of more than 10,000 points, bars or sectors are written.
  public static func pdf(denseLayers: DenseLayers) -> OutputFormat {
    OutputFormat(PDFFormat(denseLayers: denseLayers))
  }
}

private struct PDFFormat: SceneEncoder {
  var denseLayers: DenseLayers

  let fileExtension = "pdf"
  let mediaType = "application/pdf"

  func encode(_ scene: Scene) throws -> [UInt8] {
    try CairoRenderer(scene).pdf(scene.written(denseLayers))
  }
}
