public import Burin
import BurinRaster
import BurinScene

extension FigureRendering {
  /// Returns the bytes of a file that shows the figure.
  ///
  /// ```swift
  /// try Coin().rendering(language: .en).encoded(as: .svg)
  /// ```
  public func encoded(as format: OutputFormat) throws -> [UInt8] {
    try scene.encoded(as: format)
  }

  /// Writes the figure to a file, which is replaced as a whole or not at all.
  public func write(to path: String, as format: OutputFormat) throws {
    try format.check(path)
    try AtomicFile.write(try encoded(as: format), to: path)
  }
}
