import BurinCairo
public import BurinRaster
public import BurinScene
import BurinText

extension Scene {
  /// Returns the picture as a file's bytes.
  ///
  /// ```swift
  /// let svg = try scene.encoded(as: .svg)
  /// ```
  ///
  /// - Throws: ``TextError`` if a font family of the scene isn't installed, and the format's errors.
  public func encoded(as format: OutputFormat) throws -> [UInt8] {
    try format.encoder.encode(self)
  }

  /// Returns the picture's pixels.
  ///
  /// - Parameter scale: pixels for each point.
  public func bitmap(scale: Double) throws -> Bitmap {
    try CairoRenderer(self).bitmap(self, scale: scale)
  }
}

extension CairoRenderer {
  /// Makes a renderer with the fonts of a scene.
  init(_ scene: Scene) throws { self.init(fonts: try FontLibrary.shared(scene.fontFamilies)) }
}
