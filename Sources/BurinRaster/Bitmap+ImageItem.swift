public import BurinScene

extension Bitmap {
  /// Creates a bitmap with a pixel for each cell of an image; nil for one without cells.
  public init?(_ image: ImageItem) {
    guard image.columns > 0, image.rows > 0, image.cells.count >= image.columns * image.rows else {
      return nil
    }
    self.init(width: image.columns, height: image.rows, writesAll: true) { buffer in
      for index in 0..<image.columns * image.rows {
        let (blue, green, red, alpha) = image.cells[index].premultipliedBGRA
        buffer[4 * index] = blue
        buffer[4 * index + 1] = green
        buffer[4 * index + 2] = red
        buffer[4 * index + 3] = alpha
      }
    }
  }
}

extension ImageItem {
  /// The number of cells from which an image is written as one, and not cell by cell.
  public static let embeddedCount = 4_096

  /// Whether the image has so many cells that it is written as one.
  public var isEmbedded: Bool { columns * rows > Self.embeddedCount }
}
