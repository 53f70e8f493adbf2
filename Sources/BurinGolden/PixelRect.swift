public import BurinRaster

/// A width and a height in whole pixels.
public struct PixelSize: Sendable, Hashable, CustomStringConvertible {
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// The size of a bitmap.
  public init(_ bitmap: Bitmap) {
    self.init(width: bitmap.width, height: bitmap.height)
  }

  /// Such as `640 × 480`.
  public var description: String { "\(width) × \(height)" }
}

/// A rectangle of whole pixels, its origin at the top left of the image.
public struct PixelRect: Sendable, Hashable, CustomStringConvertible {
  /// The first column.
  public let x: Int
  /// The first row, from the top.
  public let y: Int
  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int

  /// Makes a rectangle.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Such as `4 × 3 pixels at (10, 20)`.
  public var description: String { "\(width) × \(height) pixels at (\(x), \(y))" }
}
