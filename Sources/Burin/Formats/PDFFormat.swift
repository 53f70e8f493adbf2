import BurinCairo
import BurinScene

extension OutputFormat {
  /// Vectors for print, with selectable text.
  public static let pdf = OutputFormat(PDFFormat())
}

private struct PDFFormat: SceneEncoder {
  let fileExtension = "pdf"
  let mediaType = "application/pdf"

  func encode(_ scene: Scene) throws -> [UInt8] { try CairoRenderer(scene).pdf(scene) }
}
