import BurinCairo
public import BurinCharts
import BurinRaster
public import BurinScene

/// A picture with what its layout had to say.
public struct Rendered: Sendable {
  /// The file's bytes.
  public var bytes: [UInt8]
  /// The picture before it was drawn.
  public var scene: Scene
  /// Things the author should know that are not errors.
  public var diagnostics: [Diagnostic]
}

extension FigureContent {
  /// Renders the content as a picture of its own.
  ///
  /// ```swift
  /// let picture = try chart.render(.png(scale: 2), RenderOptions(width: 480, height: 300))
  /// picture.bytes  // a PNG of 960 × 600 pixels
  /// ```
  ///
  /// May be called from any thread, many at once.
  ///
  /// - Throws: ``ChartError`` where the content cannot be laid out, and the errors of fonts and
  ///   formulas, each in one line.
  public func render(
    _ format: OutputFormat, _ options: RenderOptions = RenderOptions()
  ) throws -> Rendered {
    let (scene, diagnostics) = try self.scene(options)
    return Rendered(
      bytes: try scene.encoded(as: format), scene: scene, diagnostics: diagnostics)
  }

  /// Renders the content into a file, which is replaced as a whole or not at all.
  @discardableResult
  public func write(
    to path: String, as format: OutputFormat, _ options: RenderOptions = RenderOptions()
  ) throws -> [Diagnostic] {
    let rendered = try render(format, options)
    try AtomicFile.write(rendered.bytes, to: path)
    return rendered.diagnostics
  }

  /// Renders the content into a caller's pixels: BGRA, premultiplied, eight bits a channel.
  ///
  /// The buffer must hold `height` rows of `bytesPerRow` bytes, where width and height are the
  /// canvas' size times the scale, rounded up.
  @discardableResult
  public func draw(
    into buffer: UnsafeMutableRawBufferPointer, width: Int, height: Int, bytesPerRow: Int,
    scale: Double = 1, _ options: RenderOptions = RenderOptions()
  ) throws -> [Diagnostic] {
    let (scene, diagnostics) = try self.scene(options)
    try CairoRenderer(scene).draw(
      scene, into: buffer, width: width, height: height, bytesPerRow: bytesPerRow, scale: scale)
    return diagnostics
  }

  private func scene(_ options: RenderOptions) throws -> (scene: Scene, diagnostics: [Diagnostic]) {
    try scene(
      width: options.width, height: options.height, title: options.title,
      altText: options.altText, theme: options.theme, language: options.language,
      region: options.region)
  }
}
