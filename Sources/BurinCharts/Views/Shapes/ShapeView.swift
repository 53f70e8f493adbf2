public import BurinGeometry
import BurinScene

extension Shape {
  /// The shape, filled with the foreground style.
  public var body: ShapeView { return ShapeView(self, fill: .foreground, stroke: nil) }

  /// Fills the shape.
  public func fill<S: ShapeStyle>(_ style: S) -> ShapeView {
    ShapeView(self, fill: .style(style.anyShapeStyle), stroke: nil)
  }

  /// Fills the shape with the foreground style.
  public func fill() -> ShapeView { ShapeView(self, fill: .foreground, stroke: nil) }

  /// Draws a line along the outline, half of it outside of the shape.
  public func stroke<S: ShapeStyle>(_ style: S, lineWidth: Double = 1) -> ShapeView {
    stroke(style, style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line along the outline, half of it outside of the shape.
  public func stroke<S: ShapeStyle>(_ style: S, style line: StrokeStyle) -> ShapeView {
    ShapeView(
      self, fill: nil,
      stroke: .init(style: line, paint: .style(style.anyShapeStyle), isInside: false))
  }

  /// Draws a line in the foreground style along the outline.
  public func stroke(lineWidth: Double = 1) -> ShapeView {
    stroke(style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line in the foreground style along the outline.
  public func stroke(style: StrokeStyle) -> ShapeView {
    ShapeView(self, fill: nil, stroke: .init(style: style, paint: .foreground, isInside: false))
  }

  /// Draws a line along the inside of the outline.
  public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: Double = 1) -> ShapeView {
    strokeBorder(style, style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line along the inside of the outline.
  public func strokeBorder<S: ShapeStyle>(_ style: S, style line: StrokeStyle) -> ShapeView {
    ShapeView(
      self, fill: nil,
      stroke: .init(style: line, paint: .style(style.anyShapeStyle), isInside: true))
  }

  /// Draws a line in the foreground style along the inside of the outline.
  public func strokeBorder(lineWidth: Double = 1) -> ShapeView {
    strokeBorder(style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line in the foreground style along the inside of the outline.
  public func strokeBorder(style: StrokeStyle) -> ShapeView {
    ShapeView(self, fill: nil, stroke: .init(style: style, paint: .foreground, isInside: true))
  }

  /// Returns the shape in a rectangle that is smaller by a distance on all sides.
  public func inset(by distance: Double) -> InsetShape<Self> {
    InsetShape(shape: self, distance: distance)
  }
}

/// A shape in a smaller rectangle.
public struct InsetShape<Base: Shape>: Shape {
  let shape: Base
  let distance: Double
  /// Returns the outline of the shape in the smaller rectangle.
  public func path(in rect: Rect) -> Path { shape.outline(in: rect.shrunk(by: distance)) }
}

/// A shape with its fill and its line.
public struct ShapeView: PrimitiveContent {
  /// What a shape is painted with.
  enum ShapePaint: Hashable, Sendable {
    /// The style of the content around it.
    case foreground
    case style(AnyShapeStyle)
  }

  /// The line along the outline.
  struct Line: Hashable, Sendable {
    var style: StrokeStyle
    var paint: ShapePaint
    /// Whether the line lies inside of the shape.
    var isInside: Bool
  }

  let shape: any Shape
  var fill: ShapePaint?
  var line: Line?

  init(_ shape: some Shape, fill: ShapePaint?, stroke line: Line?) {
    self.shape = shape
    self.fill = fill
    self.line = line
  }

  /// Draws a line along the outline, over the fill.
  public func stroke<S: ShapeStyle>(_ style: S, lineWidth: Double = 1) -> ShapeView {
    stroke(style, style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line along the outline, over the fill.
  public func stroke<S: ShapeStyle>(_ style: S, style line: StrokeStyle) -> ShapeView {
    with(Line(style: line, paint: .style(style.anyShapeStyle), isInside: false))
  }

  /// Draws a line along the inside of the outline, over the fill.
  public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: Double = 1) -> ShapeView {
    with(
      Line(
        style: StrokeStyle(lineWidth: lineWidth), paint: .style(style.anyShapeStyle), isInside: true
      ))
  }

  private func with(_ line: Line) -> ShapeView {
    var view = self
    view.line = line
    return view
  }

  /// Resolves the shape.
  public func block(in context: LayoutContext) throws -> any Block {
    func style(_ paint: ShapePaint) throws -> AnyShapeStyle {
      let style: AnyShapeStyle =
        switch paint {
        case .foreground: context.environment.foreground ?? AnyShapeStyle(Color.primary)
        case .style(let style): style
        }
      if let shadow = style.shadows.first {
        context.note(.noBlur("a style's \(shadow.name) shadow"))
      }
      // A colour that the theme lacks is an error even where nothing is drawn.
      _ = try style.paint(in: Rect(.zero, .zero), theme: context.theme)
      return style
    }
    try ChartError.check(line?.style.lineWidth, "the width of a shape's line")
    for dash in line?.style.dash ?? [] { try ChartError.check(dash, "a dash of a shape's line") }
    return ShapeBlock(
      shape: shape, fill: try fill.map(style), stroke: try line.map { ($0, try style($0.paint)) },
      theme: context.theme)
  }
}

private struct ShapeBlock: Block {
  var shape: any Shape
  var fill: AnyShapeStyle?
  var stroke: (line: ShapeView.Line, style: AnyShapeStyle)?
  var theme: Theme

  var summary: String { "the shape \(type(of: shape))" }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  func size(_ proposal: ProposedSize) -> Size { Size(proposal.width ?? 10, proposal.height ?? 10) }

  func draw(in rect: Rect, plotInsets: Insets?) throws -> Drawing {
    var items: [SceneItem] = []
    if let fill {
      items.append(
        .path(PathItem(shape.outline(in: rect), fill: try fill.paint(in: rect, theme: theme))))
    }
    if let (line, style) = stroke, line.style.lineWidth > 0 {
      let half = line.style.lineWidth / 2
      let outline =
        switch shape {
        case _ where !line.isInside: shape.outline(in: rect)
        case let shape as any InsettableShape: shape.outline(in: rect, inset: half)
        default: shape.outline(in: rect.shrunk(by: half))
        }
      let stroke = Stroke(
        try style.paint(in: rect, theme: theme), width: line.style.lineWidth,
        cap: line.style.lineCap ?? .butt, join: line.style.lineJoin ?? .miter,
        dash: line.style.shiftedDash)
      items.append(.path(PathItem(outline, stroke: stroke)))
    }
    return Drawing(items: [.group(SceneGroup(.decoration, "shape", items: items))])
  }
}

extension BasicChartSymbolShape {
  /// The symbol, filled or as a line in the foreground style.
  public var body: ShapeView {
    guard let border else { return ShapeView(self, fill: .foreground, stroke: nil) }
    let line = ShapeView.Line(
      style: StrokeStyle(lineWidth: border), paint: .foreground, isInside: true)
    return ShapeView(
      self, fill: hasGround ? .style(AnyShapeStyle(Color.canvas)) : nil, stroke: line)
  }
}

extension Rect {
  /// Returns the rectangle shrunk on all sides, at most to its middle.
  func shrunk(by distance: Double) -> Rect {
    inset(
      by: Insets(
        top: min(distance, height / 2), leading: min(distance, width / 2),
        bottom: min(distance, height / 2), trailing: min(distance, width / 2)))
  }
}
