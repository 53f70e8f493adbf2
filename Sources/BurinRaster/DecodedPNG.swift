/// The content of a PNG file: its pixels, its texts and its physical resolution.
public struct DecodedPNG: Sendable {
  /// The pixels, 8 bits per channel, whatever the form in the file.
  public let bitmap: Bitmap
  /// The texts in the order of the file, from tEXt, zTXt and iTXt chunks.
  public let texts: [PNGText]
  /// The resolution from pHYs, or `nil` if the file has none in metres.
  public let pixelsPerMetre: Resolution?

  /// Pixels per metre along each axis; 72 dpi is 2835.
  public struct Resolution: Sendable, Hashable {
    /// Along the rows.
    public let x: Int
    /// Along the columns.
    public let y: Int

    /// Creates a resolution.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// Returns the text of the first chunk with a keyword, such as `"Title"`.
  public func text(_ keyword: String) -> String? {
    texts.first { $0.keyword == keyword }?.text
  }
}
