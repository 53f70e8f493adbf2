/// A file within a PDF that belongs to what the page shows, such as its data, or to one formula.
public struct PDFAttachment: Hashable, Sendable {
  /// The name of the file, in ASCII without parentheses.
  public var name: String
  /// What it holds, in words.
  public var summary: String
  /// Its type, such as `text/csv`.
  public var mediaType: String
  /// Its bytes.
  public var bytes: [UInt8]

  /// Creates an attachment.
  public init(name: String, summary: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.summary = summary
    self.mediaType = mediaType
    self.bytes = bytes
  }
}
