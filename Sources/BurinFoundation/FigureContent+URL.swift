public import Burin
import BurinRaster
public import Foundation

extension FigureContent {
  /// Renders the content into the file of a URL, which is replaced as a whole or not at all.
  ///
  /// ```swift
  /// try chart.write(to: URL.documentsDirectory.appending(path: "rain.png"), as: .png(scale: 2))
  /// ```
  ///
  /// - Parameters:
  ///   - url: the URL of the file.
  ///   - format: the format; nil for that of the file's extension, `png`, `svg`, `pdf` or `html`.
  ///   - options: the options.
  /// - Returns: what the author should know that is no error.
  /// - Throws: ``BurinError``, also for a URL that is not one of a file.
  @discardableResult
  public func write(
    to url: URL, as format: OutputFormat? = nil, _ options: RenderOptions = RenderOptions()
  ) throws(BurinError) -> [Diagnostic] {
    guard url.isFileURL else {
      throw BurinError(FileError(.write, url.absoluteString, .notFileURL))
    }
    return try write(to: url.path(percentEncoded: false), as: format, options)
  }
}
