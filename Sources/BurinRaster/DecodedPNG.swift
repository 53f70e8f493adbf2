/// What a PNG file holds: its pixels, its texts and its physical resolution.
public struct DecodedPNG: Sendable {
  /// The pixels, 8 bits a channel, whatever the file's own form is.
  public let bitmap: Bitmap
  /// The texts in the order of the file, from tEXt, zTXt and iTXt chunks.
  public let texts: [PNGText]
  /// The resolution from pHYs, or `nil` when the file gives none in metres.
  public let pixelsPerMetre: Resolution?

  /// Pixels per metre along each axis; 72 dpi is 2835.
  public struct Resolution: Sendable, Hashable {
    /// Along the rows.
    public let x: Int
    /// Along the columns.
    public let y: Int

    /// Makes a resolution.
    public init(x: Int, y: Int) {
      self.x = x
      self.y = y
    }
  }

  /// The text of the first chunk with a keyword, such as `"Title"`.
  public func text(_ keyword: String) -> String? {
    texts.first { $0.keyword == keyword }?.text
  }
}
