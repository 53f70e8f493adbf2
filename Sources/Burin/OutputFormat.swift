/// What a picture is written as.
public enum OutputFormat: Hashable, Sendable {
  /// Pixels; a scale of 2 makes two pixels of every point.
  case png(scale: Double = 2)
  /// Vectors for the web, with selectable text.
  case svg
  /// Vectors for print, with selectable text.
  case pdf

  /// The usual end of a file's name.
  public var fileExtension: String {
    switch self {
    case .png: "png"
    case .svg: "svg"
    case .pdf: "pdf"
    }
  }
}
