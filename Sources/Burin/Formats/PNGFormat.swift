import BurinCairo
public import BurinRaster
import BurinScene

extension OutputFormat {
  /// Pixels without loss, two for every point both ways.
  public static let png = OutputFormat.png()

  /// Returns the format of pixels without loss; a scale of 2 makes two pixels of every point.
  ///
  /// - Parameters:
  ///   - scale: pixels for each point.
  ///   - compression: how the file is packed.
  public static func png(
    scale: Double = 2, compression: PNGEncoder.Preset = .standard
  ) -> OutputFormat {
    OutputFormat(PNGFormat(scale: scale, compression: compression))
  }
}

/// Draws a scene's pixels and packs them, with title and alt text beside.
private struct PNGFormat: SceneEncoder {
  var scale: Double
  var compression: PNGEncoder.Preset

  let fileExtension = "png"
  let mediaType = "image/png"

  func encode(_ scene: Scene) throws -> [UInt8] {
    var texts = [("Title", scene.title), ("Description", scene.rasterDescription)]
      .filter { !$0.1.isEmpty }
      .map { (keyword: $0.0, text: $0.1, language: scene.language) }
    if let packet = XMPPacket(scene) {
      texts.append((keyword: XMPPacket.pngKeyword, text: packet.text, language: ""))
    }
    let (width, height) = try CairoRenderer.pixelSize(of: scene, scale: scale)
    guard let pixels = PixelMemory(width: width, height: height) else {
      throw PNGError.outOfMemory
    }
    try CairoRenderer(scene).draw(
      scene, into: pixels.bytes, width: width, height: height, bytesPerRow: pixels.bytesPerRow,
      scale: scale)
    return try PNGEncoder(preset: compression).encode(
      rows: UnsafeRawBufferPointer(pixels.bytes), width: width, height: height,
      bytesPerRow: pixels.bytesPerRow,
      hasAlpha: !(scene.background.isOpaque || pixels.isOpaque), scale: scale, texts: texts)
  }
}
