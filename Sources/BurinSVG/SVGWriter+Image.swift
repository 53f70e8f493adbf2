import BurinGeometry
import BurinRaster
import BurinScene

// Images of many cells, as a PNG within the document.
extension SVGWriter {
  /// Writes an image as one element, or as one for each colour scheme; returns whether it could be
  /// packed.
  mutating func writeEmbedded(_ image: ImageItem, _ trail: String) throws(SVGError) -> Bool {
    guard options.colors == .adaptive else { return try write(image, "", trail) }
    var other = image
    var known: [RGBColor: RGBColor] = [:]
    for index in image.cells.indices {
      let color = image.cells[index]
      let turned = known[color] ?? palette.turned(color)
      known[color] = turned
      other.cells[index] = turned
    }
    guard try write(image, " class=\"\(SVGIDs.id("own"))\"", trail) else { return false }
    return try write(other, " class=\"\(SVGIDs.id("other"))\" display=\"none\"", trail)
  }

  private mutating func write(
    _ image: ImageItem, _ attributes: String, _ trail: String
  ) throws(SVGError) -> Bool {
    guard let bitmap = Bitmap(image), let bytes = try? PNGEncoder().encode(bitmap) else {
      return false
    }
    let (x, y) = (try number(image.rect.minX, trail), try number(image.rect.minY, trail))
    let (width, height) = (
      try number(image.rect.width, trail), try number(image.rect.height, trail)
    )
    body += "<image\(attributes) x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\""
    // Viewers that know the newer value sample without smoothing in it, others in the older one.
    body += " preserveAspectRatio=\"none\" style=\"image-rendering:optimizeSpeed;"
    body += "image-rendering:pixelated\" xlink:href=\"data:image/png;base64,"
    body += Base64.text(bytes)
    body += "\"/>\n"
    return true
  }
}
