import BurinGeometry
import BurinInk
import BurinScene
import BurinText

extension FigureContent {
  /// Shows the content only where other content is painted: within its filled shapes and letters.
  ///
  /// ```swift
  /// LinearGradient(colors: [.blue, .pink], startPoint: .leading, endPoint: .trailing)
  ///   .mask { Text("Growth").font(.largeTitle) }
  /// ```
  ///
  /// A scene cuts at outlines: where a mask is translucent, it counts as opaque, and a diagnostic
  /// says so.
  ///
  /// - Parameters:
  ///   - alignment: the place of a mask that is smaller than the content.
  ///   - mask: the content within which the content is seen.
  public func mask(
    alignment: Alignment = .center, @FigureContentBuilder _ mask: () -> [AnyContent]
  ) -> ModifiedContent {
    let masks = mask().contentParts
    return modified { content, context in
      let child = try content.measured(in: context)
      let layers = try context.withEnvironment({ $0.arrangement = .label }) {
        try context.children(masks, along: nil)
      }
      return MaskBlock(child: child, masks: layers, alignment: alignment, context: context)
    }
  }

  /// Shows the content only where other content is painted: within its filled shapes and letters.
  public func mask(_ mask: some FigureContent) -> ModifiedContent { self.mask { mask } }
}

/// Content cut at the outlines of other content.
private struct MaskBlock: WrapperBlock {
  var child: MeasuredBlock
  var masks: [MeasuredBlock]
  var alignment: Alignment
  var context: LayoutContext

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var items: [SceneItem] = []
    for mask in masks {
      items += try mask.draw(in: try alignment.place(mask, in: rect), plotInsets: nil).items
    }
    let outline = try MaskOutline(items, context)
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    let isEmpty = !drawing.items.hasInk
    drawing.items = [.group(SceneGroup(.figure, clip: outline.path, items: drawing.items))]
    for clip in outline.clips.reversed() {
      drawing.items = [.group(SceneGroup(.figure, clip: clip, items: drawing.items))]
    }
    if !isEmpty, !drawing.items.hasInk {
      context.note(Diagnostic("a mask hides all of its content: it is empty or lies elsewhere"))
    }
    return drawing
  }
}

/// The outlines of what items fill.
private struct MaskOutline {
  /// The outlines, on the canvas.
  private(set) var path = Path()
  /// The clips of all items.
  private(set) var clips: [Path] = []

  /// Collects the outlines of filled paths, letters and images.
  init(_ items: [SceneItem], _ context: LayoutContext) throws {
    var isTranslucent = false
    var isStroked = false
    var clips: [[Path]] = []
    try items.walkDrawn { item, setting in
      let count = path.elements.count
      var opacity = 1.0
      switch item {
      case .path(let item):
        if let fill = item.fill, fill.isVisible {
          path.append(setting.place(item.path))
          opacity = fill.leastOpacity
        }
        if item.stroke?.paint.isVisible == true { isStroked = true }
      case .glyphs(let run) where run.color.alpha > 0:
        let face = try context.fonts.face(run.font)
        for glyph in run.glyphs {
          let place = AffineTransform.scale(run.size, run.size)
            .followed(by: .translation(glyph.position.x, glyph.position.y))
          path.append(setting.place(face.outline(of: glyph.id).transformed(by: place)))
        }
        opacity = Double(run.color.alpha) / 255
      case .image(let image):
        path.append(setting.place(Path.rect(image.rect)))
        opacity = Double(image.cells.map(\.alpha).min() ?? 0) / 255
      default: break
      }
      guard path.elements.count > count else { return true }
      if opacity * setting.opacity < 1 { isTranslucent = true }
      if !clips.contains(setting.clips) { clips.append(setting.clips) }
      return true
    }
    if clips.count == 1 { self.clips = clips[0] }
    if clips.count > 1 {
      context.note(Diagnostic("a clip of a part of a mask has no effect: clip all of the mask"))
    }
    if isTranslucent {
      context.note(
        Diagnostic("a translucent part of a mask counts as opaque: scenes cut at outlines"))
    }
    if isStroked {
      context.note(Diagnostic("a line in a mask has no effect: scenes cut at outlines of fills"))
    }
  }
}
