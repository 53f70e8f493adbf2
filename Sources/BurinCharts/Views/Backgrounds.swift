import BurinGeometry
import BurinScene

extension FigureContent {
  /// Fills the rectangle behind the content.
  public func background(_ color: Color) -> ModifiedContent {
    background(color, in: Rectangle())
  }

  /// Fills the rectangle behind the content with a style.
  @_disfavoredOverload
  public func background<S: ShapeStyle>(_ style: S) -> ModifiedContent {
    background(style, in: Rectangle())
  }

  /// Fills a shape behind the content.
  ///
  /// ```swift
  /// Text("+8 %").padding(4).background(.surface, in: Capsule())
  /// ```
  public func background<S: ShapeStyle>(
    _ style: S, in shape: some Shape
  ) -> ModifiedContent {
    background(alignment: .center) { shape.fill(style) }
  }

  /// Fills the rectangle behind the content with the background style, by default the canvas.
  public func background() -> ModifiedContent { background(in: Rectangle()) }

  /// Fills a shape behind the content with the background style, by default the canvas.
  public func background(in shape: some Shape) -> ModifiedContent {
    modified { content, context in
      let style = context.environment.background ?? AnyShapeStyle(Color.canvas)
      return try content.background(style, in: shape).block(in: context)
    }
  }

  /// Sets the style with which the content's backgrounds without one are filled.
  public func backgroundStyle<S: ShapeStyle>(_ style: S) -> ModifiedContent {
    let style = style.anyShapeStyle
    return inEnvironment { $0.background = style }
  }

  /// Places content behind the content, which keeps its size.
  @_disfavoredOverload
  public func background<Background: FigureContent>(
    _ background: Background, alignment: Alignment = .center
  ) -> ModifiedContent {
    layered(background, alignment: alignment, isBehind: true)
  }

  /// Places content behind the content, which keeps its size.
  public func background(
    alignment: Alignment = .center, @FigureContentBuilder content: () -> [AnyContent]
  ) -> ModifiedContent {
    layered(content(), alignment: alignment, isBehind: true)
  }

  /// Fills the rectangle over the content.
  public func overlay(_ color: Color) -> ModifiedContent { overlay { color } }

  /// Fills a shape over the content.
  public func overlay<S: ShapeStyle>(_ style: S, in shape: some Shape) -> ModifiedContent {
    overlay { shape.fill(style) }
  }

  /// Places content over the content, which keeps its size.
  @_disfavoredOverload
  public func overlay(
    _ overlay: some FigureContent, alignment: Alignment = .center
  ) -> ModifiedContent {
    layered(overlay, alignment: alignment, isBehind: false)
  }

  /// Places content over the content, which keeps its size.
  public func overlay(
    alignment: Alignment = .center, @FigureContentBuilder content: () -> [AnyContent]
  ) -> ModifiedContent {
    layered(content(), alignment: alignment, isBehind: false)
  }

  /// Draws a border just inside the content's edges.
  ///
  /// - Parameters:
  ///   - style: the colour or another style.
  ///   - width: the width of the line, in points.
  public func border<S: ShapeStyle>(_ style: S, width: Double = 1) -> ModifiedContent {
    overlay { Rectangle().strokeBorder(style, lineWidth: width) }
  }

  /// Cuts the content by a shape.
  public func clipShape(
    _ shape: some Shape, style: FillStyle = FillStyle()
  ) -> ModifiedContent {
    modified {
      if style.isEOFilled {
        $1.note(Diagnostic("clipShape's even-odd fill has no effect; outlines wind"))
      }
      return ClipBlock(child: try $0.measured(in: $1)) { shape.outline(in: $0) }
    }
  }

  /// Cuts what lies outside of the content's rectangle.
  public func clipped(antialiased: Bool = false) -> ModifiedContent { clipShape(Rectangle()) }

  /// Cuts the corners of the content to arcs.
  public func cornerRadius(_ radius: Double) -> ModifiedContent {
    modified {
      try ChartError.check(radius, "cornerRadius")
      return ClipBlock(child: try $0.measured(in: $1)) { .roundedRect($0, radius: radius) }
    }
  }

  private func layered(
    _ other: some FigureContent, alignment: Alignment, isBehind: Bool
  ) -> ModifiedContent {
    let others = other.contentParts
    return modified { content, context in
      let child = try content.measured(in: context)
      let layers = try context.withEnvironment({ $0.arrangement = .label }) {
        try context.children(others, along: nil)
      }
      return LayeredBlock(child: child, layers: layers, alignment: alignment, isBehind: isBehind)
    }
  }
}

/// Content with other content behind or before it, which has no influence on the size.
private struct LayeredBlock: WrapperBlock {
  var child: MeasuredBlock
  var layers: [MeasuredBlock]
  var alignment: Alignment
  var isBehind: Bool

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var layer = Drawing()
    for block in layers {
      layer.append(try block.draw(in: try alignment.place(block, in: rect), plotInsets: nil))
    }
    // A background is an ornament on which texts may stand.
    if isBehind {
      layer.items = [.group(SceneGroup(.decoration, "background", items: layer.items))]
    }
    var drawing = isBehind ? layer : try child.draw(in: rect, plotInsets: plotInsets)
    drawing.append(isBehind ? try child.draw(in: rect, plotInsets: plotInsets) : layer)
    return drawing
  }
}

private struct ClipBlock: WrapperBlock {
  var child: MeasuredBlock
  var path: (Rect) -> Path

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var drawing = try child.draw(in: rect, plotInsets: plotInsets)
    drawing.items = [.group(SceneGroup(.figure, clip: path(rect), items: drawing.items))]
    return drawing
  }
}
