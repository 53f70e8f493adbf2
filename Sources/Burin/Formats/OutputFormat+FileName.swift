import BurinRaster

extension OutputFormat {
  /// Returns the format that a file's name asks for: PNG, SVG, PDF or HTML, by its extension.
  static func format(of path: String) throws(FileError) -> OutputFormat {
    let known = [OutputFormat.png, .svg, .pdf, .html]
    let name = BytePath(path).fileExtension
    if let format = known.first(where: { $0.fileExtension == name }) { return format }
    throw FileError(.write, path, .unknownFormat(known: known.map(\.fileExtension)))
  }

  /// Refuses a file's name that ends as another format of pictures does.
  ///
  /// Programs go by the name: a browser shows nothing of SVG in `a.png`.
  package func check(_ path: String) throws(FileError) {
    let name = BytePath(path).fileExtension
    guard name != fileExtension, Self.pictureExtensions.contains(name) else { return }
    throw FileError(.write, path, .otherFormat(written: fileExtension))
  }

  private static let pictureExtensions: Set<String> = [
    "png", "svg", "svgz", "pdf", "html", "webp", "jpg", "jpeg", "gif", "tif", "tiff", "bmp", "avif",
    "eps",
  ]
}
