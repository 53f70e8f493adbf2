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
  /// May be called from any thread, many at once. It stops where the task that calls it is cancelled
  /// or a limit of the options is exceeded.
  ///
  /// - Throws: ``BurinError``, sorted by whose matter it is, with a code and one line of text.
  public func render(
    _ format: OutputFormat, _ options: RenderOptions = RenderOptions()
  ) throws(BurinError) -> Rendered {
    try options.rendering {
      let (scene, diagnostics) = try laidOut(options)
      return Rendered(
        bytes: try scene.encoded(as: format), scene: scene, diagnostics: diagnostics)
    }
  }

  /// Renders the content into a file, which is replaced as a whole or not at all.
  ///
  /// ```swift
  /// try chart.write(to: "rain.svg")
  /// try chart.write(to: "rain.png", as: .png(scale: 2))
  /// ```
  ///
  /// - Parameters:
  ///   - path: where to write the file.
  ///   - format: the format; nil for that of the file's extension, `png`, `svg`, `pdf` or `html`.
  ///   - options: the options.
  /// - Returns: what the author should know that is no error.
  /// - Throws: ``BurinError``, also for a name that ends as another format does.
  @discardableResult
  public func write(
    to path: String, as format: OutputFormat? = nil, _ options: RenderOptions = RenderOptions()
  ) throws(BurinError) -> [Diagnostic] {
    let format = try BurinError.sorting {
      let format = try format ?? OutputFormat.format(of: path)
      try format.check(path)
      return format
    }
    let rendered = try render(format, options)
    try BurinError.sorting { try AtomicFile.write(rendered.bytes, to: path) }
    return rendered.diagnostics
  }

  /// Renders the content and hands the file's bytes on in pieces, as to a socket.
  ///
  /// ```swift
  /// try chart.write(as: .pdf) { piece in try response.write(piece) }
  /// ```
  ///
  /// - Parameters:
  ///   - format: the format.
  ///   - options: the options.
  ///   - pieceSize: the maximum number of bytes of a piece.
  ///   - sink: takes a piece, which is valid only while it runs; what it throws ends the writing.
  @discardableResult
  public func write(
    as format: OutputFormat, _ options: RenderOptions = RenderOptions(),
    pieceSize: Int = 64 << 10, to sink: (UnsafeRawBufferPointer) throws -> Void
  ) throws(BurinError) -> [Diagnostic] {
    let rendered = try render(format, options)
    let size = max(1, pieceSize)
    try BurinError.sorting {
      try rendered.bytes.withUnsafeBytes { bytes in
        for start in stride(from: 0, to: bytes.count, by: size) {
          try sink(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)]))
        }
      }
    }
    return rendered.diagnostics
  }

  /// Renders the content and appends the file's bytes to a caller's buffer.
  ///
  /// ```swift
  /// var body: [UInt8] = []  // or Data: any collection of bytes that grows
  /// try chart.append(to: &body, as: .png)
  /// ```
  @discardableResult
  public func append<Buffer: RangeReplaceableCollection<UInt8>>(
    to buffer: inout Buffer, as format: OutputFormat, _ options: RenderOptions = RenderOptions()
  ) throws(BurinError) -> [Diagnostic] {
    let rendered = try render(format, options)
    buffer.append(contentsOf: rendered.bytes)
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
  ) throws(BurinError) -> [Diagnostic] {
    try options.rendering {
      let (scene, diagnostics) = try laidOut(options)
      try CairoRenderer(scene).draw(
        scene, into: buffer, width: width, height: height, bytesPerRow: bytesPerRow, scale: scale)
      return diagnostics
    }
  }

  /// Lays out the content without drawing it.
  ///
  /// ```swift
  /// let (scene, diagnostics) = try chart.scene(RenderOptions(width: 480))
  /// let files = try OutputFormat.all().map { try scene.encoded(as: $0) }
  /// ```
  ///
  /// Several files of one content are laid out once by it, and a program can tell the time of the
  /// layout from that of drawing.
  public func scene(
    _ options: RenderOptions
  ) throws(BurinError) -> (scene: Scene, diagnostics: [Diagnostic]) {
    try options.rendering { try laidOut(options) }
  }

  private func laidOut(
    _ options: RenderOptions
  ) throws -> (scene: Scene, diagnostics: [Diagnostic]) {
    try scene(
      width: options.width, height: options.height, title: options.title,
      altText: options.altText, theme: options.theme, language: options.language,
      region: options.region)
  }
}
