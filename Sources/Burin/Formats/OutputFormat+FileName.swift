import BurinRaster

extension OutputFormat {
  /// Returns the format that a file's name asks for: PNG, SVG, PDF or HTML, by its extension.
  static func format(of path: String) throws(FileError) -> OutputFormat {
    let known = [OutputFormat.png, .svg, .pdf, .html]
    let name = pictureExtensions[BytePath(path).fileExtension]
    if let format = known.first(where: { $0.fileExtension == name }) { return format }
    throw FileError(.write, path, .unknownFormat(known: known.map(\.fileExtension)))
  }

  /// Refuses a file's name that ends as another format of pictures does.
  ///
  /// Programs go by the name: a browser shows nothing of SVG in `a.png`.
  package func check(_ path: String) throws(FileError) {
    guard let named = Self.pictureExtensions[BytePath(path).fileExtension],
      named != Self.pictureExtensions[fileExtension]
    else { return }
    throw FileError(.write, path, .otherFormat(written: fileExtension))
  }

  /// The extensions of formats of pictures, each with the usual one of its format.
  private static let pictureExtensions = [
    "png": "png", "svg": "svg", "svgz": "svgz", "pdf": "pdf", "html": "html", "htm": "html",
    "webp": "webp", "jpg": "jpeg", "jpeg": "jpeg", "gif": "gif", "tif": "tiff", "tiff": "tiff",
    "bmp": "bmp", "avif": "avif", "eps": "eps",
  ]
}
