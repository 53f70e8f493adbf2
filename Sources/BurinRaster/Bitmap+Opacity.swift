import CPNG

extension Bitmap {
  /// Whether every pixel's alpha is 255.
  ///
  /// - Complexity: O(pixels), up to the first row that is not opaque.
  public var isOpaque: Bool {
    pixels.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      return cpng_is_opaque(base, width, height, bytesPerRow)
    }
  }
}
