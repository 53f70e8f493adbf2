public import BurinScene

/// An image in memory: premultiplied BGRA, four bytes per pixel, rows from top to bottom.
///
/// ```swift
/// let bitmap = Bitmap(width: 2, height: 1, pixels: [0, 0, 255, 255, 0, 0, 0, 0])
/// bitmap?[0, 0]  // RGBColor(hex: 0xFF0000)
/// ```
///
/// The layout is that of Cairo's `CAIRO_FORMAT_ARGB32` on little-endian machines, with rows
/// tightly packed. Channels carry sRGB values; no channel exceeds its pixel's alpha.
public struct Bitmap: Sendable, Equatable {
  /// The number of columns; at least 1.
  public let width: Int
  /// The number of rows; at least 1.
  public let height: Int
  /// `width × height × 4` bytes: blue, green, red, alpha.
  public private(set) var pixels: [UInt8]

  /// Creates a bitmap from pixels; `nil` unless both sides are positive and `pixels` has `width ×
  /// height × 4` bytes.
  public init?(width: Int, height: Int, pixels: [UInt8]) {
    guard Bitmap.byteCount(width: width, height: height) == pixels.count else { return nil }
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Creates a bitmap of one colour, transparent by default; `nil` unless both sides are positive.
  public init?(
    width: Int, height: Int, fill: RGBColor = .clear
  ) {
    guard let count = Bitmap.byteCount(width: width, height: height) else { return nil }
    let (blue, green, red, alpha) = fill.premultipliedBGRA
    self.width = width
    self.height = height
    self.pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      for offset in stride(from: 0, to: count, by: 4) {
        buffer[offset] = blue
        buffer[offset + 1] = green
        buffer[offset + 2] = red
        buffer[offset + 3] = alpha
      }
      initialized = count
    }
  }

  /// Creates a bitmap whose bytes a closure fills; `nil` unless both sides are positive.
  ///
  /// A renderer draws directly into the bytes, `width × 4` for each row.
  ///
  /// - Parameters:
  ///   - width: the number of columns.
  ///   - height: the number of rows.
  ///   - writesAll: whether the closure writes every byte before it reads any; otherwise the bytes
  ///     are zero at first.
  ///   - draw: fills the bytes.
  public init?<Failure: Error>(
    width: Int, height: Int, writesAll: Bool = false,
    drawing draw: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    guard let count = Bitmap.byteCount(width: width, height: height) else { return nil }
    // The initializer rethrows untyped errors; a result preserves the type.
    var result = Result<Void, Failure>.success(())
    let pixels = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if !writesAll { buffer.initialize(repeating: 0) }
      do throws(Failure) {
        try draw(
          UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<count]))
        initialized = count
      } catch {
        result = .failure(error)
      }
    }
    try result.get()
    self.width = width
    self.height = height
    self.pixels = pixels
  }

  /// Returns `width × height × 4`, or `nil` if a side is not positive or the product overflows.
  static func byteCount(width: Int, height: Int) -> Int? {
    guard width > 0, height > 0 else { return nil }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow else { return nil }
    let (bytes, tooLarge) = pixels.multipliedReportingOverflow(by: 4)
    return tooLarge ? nil : bytes
  }
}

extension Bitmap {
  /// Hands the bytes to a function that may read and write them.
  package mutating func withPixels<Result>(
    _ body: (UnsafeMutableBufferPointer<UInt8>) -> Result
  ) -> Result {
    pixels.withUnsafeMutableBufferPointer { body($0) }
  }

  /// The number of bytes in one row: `width × 4`.
  public var bytesPerRow: Int { width * 4 }

  /// The unpremultiplied colour of the pixel in column `x`, row `y`, both from the top left.
  public subscript(x: Int, y: Int) -> RGBColor {
    get {
      let offset = offset(x, y)
      return RGBColor(
        premultipliedBlue: pixels[offset], green: pixels[offset + 1], red: pixels[offset + 2],
        alpha: pixels[offset + 3])
    }
    set {
      let offset = offset(x, y)
      let (blue, green, red, alpha) = newValue.premultipliedBGRA
      pixels[offset] = blue
      pixels[offset + 1] = green
      pixels[offset + 2] = red
      pixels[offset + 3] = alpha
    }
  }

  private func offset(_ x: Int, _ y: Int) -> Int {
    precondition(
      x >= 0 && x < width && y >= 0 && y < height, "pixel (\(x), \(y)) is outside the bitmap")
    return (y * width + x) * 4
  }
}
