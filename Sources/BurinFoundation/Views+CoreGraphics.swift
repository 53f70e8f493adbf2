public import BurinCharts
public import Foundation

// Arguments of CGFloat are there for its static members, such as `.padding(.small)`, and for optional
// ones: other values of CGFloat become Double where they are handed over.

extension FigureContent {
  /// Moves the drawn content; the space that it takes stays as it is.
  public func offset(_ offset: CGSize) -> ModifiedContent {
    self.offset(x: Double(offset.width), y: Double(offset.height))
  }

  /// Moves the drawn content; the space that it takes stays as it is.
  @_disfavoredOverload
  public func offset(x: CGFloat = 0, y: CGFloat = 0) -> ModifiedContent {
    offset(x: Double(x), y: Double(y))
  }

  /// Places the middle of the content at a point of the space that is offered.
  public func position(_ point: CGPoint) -> ModifiedContent {
    position(x: Double(point.x), y: Double(point.y))
  }

  /// Adds the same space on all sides, in points.
  @_disfavoredOverload
  public func padding(_ length: CGFloat) -> ModifiedContent { padding(Double(length)) }

  /// Adds space on some sides, in points; nil for 16.
  @_disfavoredOverload
  public func padding(_ edges: Edge.Set, _ length: CGFloat?) -> ModifiedContent {
    padding(edges, length.map { Double($0) })
  }

  /// Sets the width, the height, or both, in points.
  @_disfavoredOverload
  public func frame(
    width: CGFloat? = nil, height: CGFloat? = nil, alignment: Alignment? = nil
  ) -> ModifiedContent {
    frame(
      width: width.map { Double($0) }, height: height.map { Double($0) }, alignment: alignment)
  }

  /// Sets the limits of width and height, in points.
  @_disfavoredOverload
  public func frame(
    minWidth: CGFloat? = nil, idealWidth: CGFloat? = nil, maxWidth: CGFloat? = nil,
    minHeight: CGFloat? = nil, idealHeight: CGFloat? = nil, maxHeight: CGFloat? = nil,
    alignment: Alignment? = nil
  ) -> ModifiedContent {
    frame(
      minWidth: minWidth.map { Double($0) }, idealWidth: idealWidth.map { Double($0) },
      maxWidth: maxWidth.map { Double($0) }, minHeight: minHeight.map { Double($0) },
      idealHeight: idealHeight.map { Double($0) }, maxHeight: maxHeight.map { Double($0) },
      alignment: alignment)
  }

  /// Sets the ratio of width to height.
  @_disfavoredOverload
  public func aspectRatio(_ ratio: CGFloat?, contentMode: ContentMode) -> ModifiedContent {
    aspectRatio(ratio.map { Double($0) }, contentMode: contentMode)
  }

  /// Sets the ratio of width to height.
  public func aspectRatio(_ ratio: CGSize, contentMode: ContentMode) -> ModifiedContent {
    aspectRatio(Double(ratio.width / ratio.height), contentMode: contentMode)
  }

  /// Scales the drawn content; the space that it takes stays as it is.
  public func scaleEffect(_ scale: CGSize, anchor: UnitPoint = .center) -> ModifiedContent {
    scaleEffect(x: Double(scale.width), y: Double(scale.height), anchor: anchor)
  }

  /// Rounds the corners, in points.
  @_disfavoredOverload
  public func cornerRadius(_ radius: CGFloat) -> ModifiedContent { cornerRadius(Double(radius)) }

  /// Draws a line around the content.
  @_disfavoredOverload
  public func border<S: ShapeStyle>(_ style: S, width: CGFloat) -> ModifiedContent {
    border(style, width: Double(width))
  }

  /// Has no effect in a picture.
  @available(*, deprecated, message: "has no effect in a picture")
  @_disfavoredOverload
  public func onTapGesture(count: Int = 1, perform action: (CGPoint) -> Void) -> Self { self }
}

extension HStack {
  /// Creates a row.
  @_disfavoredOverload
  public init(
    alignment: VerticalAlignment? = nil, spacing: CGFloat?,
    @FigureContentBuilder content: () -> [AnyContent]
  ) { self.init(alignment: alignment, spacing: spacing.map { Double($0) }, content: content) }
}

extension VStack {
  /// Creates a column.
  @_disfavoredOverload
  public init(
    alignment: HorizontalAlignment? = nil, spacing: CGFloat?,
    @FigureContentBuilder content: () -> [AnyContent]
  ) { self.init(alignment: alignment, spacing: spacing.map { Double($0) }, content: content) }
}

extension Spacer {
  /// Creates room of a least length, in points.
  @_disfavoredOverload
  public init(minLength: CGFloat?) { self.init(minLength: minLength.map { Double($0) }) }
}

extension Font {
  /// Returns a font of a size in points.
  @_disfavoredOverload
  public static func system(
    size: CGFloat, weight: Weight? = nil, design: Design? = nil
  ) -> Font { .system(size: Double(size), weight: weight, design: design) }

  /// Returns a font of a size in points.
  @_disfavoredOverload
  public static func custom(_ name: String, size: CGFloat) -> Font {
    .custom(name, size: Double(size))
  }
}

extension DragGesture.Value {
  /// The place now, as a point of Core Graphics.
  @_disfavoredOverload
  public var location: CGPoint { CGPoint(geometry.location) }
  /// The place at the beginning, as a point of Core Graphics.
  @_disfavoredOverload
  public var startLocation: CGPoint { CGPoint(geometry.start) }
  /// The distance from the beginning, as a size of Core Graphics.
  @_disfavoredOverload
  public var translation: CGSize { CGSize(geometry.translation) }
}

extension SpatialTapGesture.Value {
  /// The place, as a point of Core Graphics.
  @_disfavoredOverload
  public var location: CGPoint { CGPoint(place) }
}
