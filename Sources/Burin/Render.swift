import BurinCairo
public import BurinCharts
public import BurinRaster
import BurinSVG
public import BurinScene
import BurinText

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
      bytes: try scene.encoded(as: format, theme: options.theme), scene: scene,
      diagnostics: diagnostics)
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
    let fonts = try FontLibrary.shared(options.theme.families)
    try CairoRenderer(fonts: fonts).draw(
      scene, into: buffer, width: width, height: height, bytesPerRow: bytesPerRow, scale: scale)
    return diagnostics
  }

  private func scene(_ options: RenderOptions) throws -> (scene: Scene, diagnostics: [Diagnostic]) {
    try scene(
      width: options.width, height: options.height, title: options.title,
      altText: options.altText, theme: options.theme, language: options.language)
  }
}

extension Scene {
  /// The picture as a file's bytes.
  ///
  /// - Parameters:
  ///   - format: PNG, SVG or PDF.
  ///   - theme: the theme whose fonts the scene was laid out in.
  ///   - compression: how PNGs are packed.
  public func encoded(
    as format: OutputFormat, theme: Theme = .standard,
    compression: PNGEncoder.Preset = .fast
  ) throws -> [UInt8] {
    let fonts = try FontLibrary.shared(theme.families)
    switch format {
    case .png(let scale):
      let bitmap = try bitmap(scale: scale, theme: theme)
      return try PNGEncoder(preset: compression).encode(bitmap, scale: scale, texts: pngTexts)
    case .svg: return try SVGRenderer(fonts: fonts).svg(self)
    case .pdf: return try CairoRenderer(fonts: fonts).pdf(self)
    }
  }

  /// The picture's pixels.
  public func bitmap(scale: Double, theme: Theme = .standard) throws -> Bitmap {
    try CairoRenderer(fonts: try FontLibrary.shared(theme.families)).bitmap(self, scale: scale)
  }

  /// Title and alt text as PNG keeps them.
  private var pngTexts: [(keyword: String, text: String, language: String)] {
    [("Title", title), ("Description", altText)].filter { !$0.1.isEmpty }.map {
      (keyword: $0.0, text: $0.1, language: language)
    }
  }
}
