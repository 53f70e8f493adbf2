public import BurinScene

/// What a picture is written as: `.png(scale: 2)`, `.svg`, `.pdf` or a format of one's own.
public struct OutputFormat: Sendable {
  /// Writes the file.
  public let encoder: any SceneEncoder

  /// Makes a format from what writes it.
  public init(_ encoder: some SceneEncoder) { self.encoder = encoder }

  /// The usual end of a file's name, without the dot.
  public var fileExtension: String { encoder.fileExtension }
  /// The type of the bytes (RFC 6838), such as `image/png`.
  public var mediaType: String { encoder.mediaType }

  /// Burin's own formats.
  ///
  /// - Parameter scale: pixels for each point, for formats of pixels.
  public static func all(scale: Double = 2) -> [OutputFormat] { [.png(scale: scale), .svg, .pdf] }
}
