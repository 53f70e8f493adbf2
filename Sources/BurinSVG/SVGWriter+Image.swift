import BurinGeometry
import BurinRaster
import BurinScene

// Images of many cells, as a PNG within the document.
extension SVGWriter {
  /// Writes an image as one element; returns whether it could be packed.
  mutating func writeEmbedded(_ image: ImageItem, _ trail: String) throws(SVGError) -> Bool {
    guard let bitmap = Bitmap(image), let bytes = try? PNGEncoder().encode(bitmap) else {
      return false
    }
    let (x, y) = (try number(image.rect.minX, trail), try number(image.rect.minY, trail))
    let (width, height) = (
      try number(image.rect.width, trail), try number(image.rect.height, trail)
    )
    body += "<image x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    // Viewers that know the newer value sample without smoothing in it, others in the older one.
    body += " preserveAspectRatio=\"none\" style=\"image-rendering:optimizeSpeed;"
    body += "image-rendering:pixelated\" xlink:href=\"data:image/png;base64,"
    body += Self.base64(bytes)
    body += "\"/>\n"
    return true
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? Int(bytes[start + $0]) : 0 }
      let bits = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        text.append(
          start + place <= bytes.count
            ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
