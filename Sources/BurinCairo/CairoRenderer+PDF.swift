import BurinGeometry
public import BurinScene
import CCairo

extension CairoRenderer {
  /// Draws a scene as a PDF of one page, its text selectable.
  ///
  /// Title and alt text become the document's title and subject. The words of each formula and the
  /// label of each group are its alternative text. A scene with a title and a language becomes a file
  /// for every reader (PDF/UA-1, ISO 14289-1). There is no date, so that the same scene gives the same
  /// bytes.
  ///
  /// - Parameters:
  ///   - scene: the scene.
  ///   - attachments: files that belong to the page, such as its data.
  ///   - formulaFile: returns the file that belongs to the group of a formula, such as its MathML; nil
  ///     for none.
  /// - Throws: ``RenderError``; its case `pdfStructure` if this version of Cairo writes files that
  ///   alternative texts can't be added to.
  public func pdf(
    _ scene: Scene, attachments: [PDFAttachment] = [],
    formulaFile: @escaping (SceneGroup) -> PDFAttachment? = { _ in nil }
  ) throws(RenderError) -> [UInt8] {
    let (width, height) = (scene.size.width, scene.size.height)
    guard width > 0, height > 0 else { throw .emptyCanvas(width: width, height: height) }
    // The largest page of PDF 1.7 (ISO 32000-1, annex C.2).
    guard width <= 14_400, height <= 14_400 else {
      throw .canvasTooLarge(
        width: width, height: height, limit: "a PDF page may have at most 14,400 pt a side")
    }
    let sink = ByteSink()
    let target = try CairoSurface(
      cairo_pdf_surface_create_for_stream(
        { closure, data, length in
          guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
          let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
          if let error = sink.stop() {
            sink.error = error
            return CAIRO_STATUS_WRITE_ERROR
          }
          sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
          return CAIRO_STATUS_SUCCESS
        }, Unmanaged.passUnretained(sink).toOpaque(), width, height), stream: sink)
    let surface = target.surface
    cairo_pdf_surface_restrict_to_version(surface, PDFGlyphs.version)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, scene.title)
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, scene.altText)
    // Cairo writes the present time unless told a date; a fixed one keeps files alike.
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, "1970-01-01T00:00:00Z")
    var painter = ScenePainter(context: target.context, text: PDFGlyphs(fonts: fonts, scene: scene))
    painter.structure = PDFStructure(
      isWritten: scene.items.hasText || scene.items.hasLabels || scene.items.hasDataLabels,
      height: height, formulaFile: formulaFile)
    do throws(RenderError) {
      try painter.draw(scene)
    } catch {
      throw sink.error.map { .stopped($0) } ?? error
    }
    cairo_show_page(target.context)
    do throws(RenderError) {
      try target.finish()
    } catch {
      // Cairo knows only that writing failed.
      throw sink.error.map { .stopped($0) } ?? error
    }
    return try painter.structure.completing(
      sink.bytes, scene, attachments: attachments)
  }
}

/// Collects what Cairo writes, until the rendering has to stop.
private final class ByteSink {
  var bytes: [UInt8] = []
  var error: LimitError?
  private let watch = RenderWatch.ofRendering()

  /// Returns why no more may be written, if so.
  func stop() -> LimitError? {
    do throws(LimitError) {
      try watch.check()
      try watch.check(bytes: bytes.count)
      return nil
    } catch {
      return error
    }
  }
}
