import BurinCairo
public import BurinRaster
public import BurinScene
public import BurinText

extension Scene {
  /// Returns the picture as a file's bytes.
  ///
  /// ```swift
  /// let svg = try scene.encoded(as: .svg)
  /// ```
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - limits: what the rendering may ask for; nil for the limits of the rendering that this is a
  ///     part of, or the standard ones.
  ///   - cache: what outlives the rendering; nil likewise.
  /// - Throws: ``BurinError``, such as that of a font family of the scene that isn't installed.
  public func encoded(
    as format: OutputFormat, limits: RenderLimits? = nil, cache: RenderCache? = nil
  ) throws(BurinError) -> [UInt8] {
    let watch = limits.map { RenderWatch($0) } ?? .ofRendering()
    return try BurinError.sorting {
      try RenderWatch.$current.withValue(watch) {
        try RenderCache.$current.withValue(cache ?? .current) {
          let bytes = try format.encoder.encode(self)
          try watch.check()
          try watch.check(bytes: bytes.count)
          return bytes
        }
      }
    }
  }

  /// Returns the picture's pixels.
  ///
  /// - Parameter scale: pixels for each point.
  public func bitmap(scale: Double) throws(BurinError) -> Bitmap {
    try BurinError.sorting { try CairoRenderer(self).bitmap(self, scale: scale) }
  }
}

extension CairoRenderer {
  /// Makes a renderer with the fonts of a scene.
  init(_ scene: Scene) throws { self.init(fonts: try FontLibrary.shared(scene.fontFamilies)) }
}
