public import BurinGeometry
import BurinScene

extension Shape {
  /// The shape, filled with the foreground style.
  public var body: ShapeView { return ShapeView(self, fill: .foreground, stroke: nil) }

  /// Fills the shape.
  public func fill(_ color: Color) -> ShapeView {
    ShapeView(self, fill: .color(color), stroke: nil)
  }

  /// Fills the shape with the foreground style.
  public func fill() -> ShapeView { ShapeView(self, fill: .foreground, stroke: nil) }

  /// Draws a line along the outline, half of it outside of the shape.
  public func stroke(_ color: Color, lineWidth: Double = 1) -> ShapeView {
    stroke(color, style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line along the outline, half of it outside of the shape.
  public func stroke(_ color: Color, style: StrokeStyle) -> ShapeView {
    ShapeView(self, fill: nil, stroke: .init(style: style, paint: .color(color), isInside: false))
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
  public func strokeBorder(_ color: Color, lineWidth: Double = 1) -> ShapeView {
    strokeBorder(color, style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line along the inside of the outline.
  public func strokeBorder(_ color: Color, style: StrokeStyle) -> ShapeView {
    ShapeView(self, fill: nil, stroke: .init(style: style, paint: .color(color), isInside: true))
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
  public func path(in rect: Rect) -> Path { shape.path(in: rect.shrunk(by: distance)) }
}

/// A shape with its fill and its line.
public struct ShapeView: PrimitiveContent {
  /// What a shape is painted with.
  enum ShapePaint: Hashable, Sendable {
    /// The style of the content around it.
    case foreground
    case color(Color)
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
  public func stroke(_ color: Color, lineWidth: Double = 1) -> ShapeView {
    stroke(color, style: StrokeStyle(lineWidth: lineWidth))
  }

  /// Draws a line along the outline, over the fill.
  public func stroke(_ color: Color, style: StrokeStyle) -> ShapeView {
    with(Line(style: style, paint: .color(color), isInside: false))
  }

  /// Draws a line along the inside of the outline, over the fill.
  public func strokeBorder(_ color: Color, lineWidth: Double = 1) -> ShapeView {
    with(Line(style: StrokeStyle(lineWidth: lineWidth), paint: .color(color), isInside: true))
  }

  private func with(_ line: Line) -> ShapeView {
    var view = self
    view.line = line
    return view
  }

  /// Resolves the shape.
  public func block(in context: LayoutContext) throws -> any Block {
    func color(_ paint: ShapePaint) throws -> RGBColor {
      switch paint {
      case .foreground: try context.color(context.environment.text.color ?? .primary)
      case .color(let color): try context.color(color)
      }
    }
    try ChartError.check(line?.style.lineWidth, "the width of a shape's line")
    for dash in line?.style.dash ?? [] { try ChartError.check(dash, "a dash of a shape's line") }
    return ShapeBlock(
      shape: shape, fill: try fill.map(color),
      stroke: try line.map {
        Stroke(try color($0.paint), width: $0.style.lineWidth, dash: $0.style.dash)
      }, inset: line?.isInside == true ? (line?.style.lineWidth ?? 0) / 2 : 0)
  }
}

private struct ShapeBlock: Block {
  var shape: any Shape
  var fill: RGBColor?
  var stroke: Stroke?
  /// The distance of the line from the outline, in points.
  var inset: Double

  var summary: String { "the shape \(type(of: shape))" }
  var horizontal: Flexibility { .flexible(1) }
  var vertical: Flexibility { .flexible(1) }

  func size(_ proposal: ProposedSize) -> Size { Size(proposal.width ?? 10, proposal.height ?? 10) }

  func draw(in rect: Rect, plotInsets: Insets?) -> Drawing {
    var items: [SceneItem] = []
    if let fill { items.append(.fill(shape.path(in: rect), fill)) }
    if let stroke, stroke.width > 0 {
      items.append(.stroke(shape.path(in: rect.shrunk(by: inset)), stroke))
    }
    return Drawing(items: [.group(Group(.decoration, "shape", items: items))])
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
