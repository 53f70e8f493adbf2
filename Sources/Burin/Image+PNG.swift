public import BurinCharts
public import BurinRaster
import BurinScene

extension Image {
  /// Creates a picture from a bitmap.
  ///
  /// - Parameters:
  ///   - bitmap: the pixels.
  ///   - scale: the number of pixels for a point.
  public init(_ bitmap: Bitmap, scale: Double = 1) {
    let cells = (0..<bitmap.height).flatMap { y in (0..<bitmap.width).map { bitmap[$0, y] } }
    self.init(columns: bitmap.width, cells: cells, scale: scale)
  }

  /// Creates a picture from the bytes of a PNG file.
  ///
  /// - Parameters:
  ///   - png: the bytes.
  ///   - scale: the number of pixels for a point.
  public init(png: [UInt8], scale: Double = 1) throws {
    self.init(try PNGDecoder.decode(png).bitmap, scale: scale)
  }
}
