public import BurinCharts
public import Foundation

// Arguments of CGFloat are there for its static members, such as `.cornerRadius(.small)`, and for
// optional ones: other values of CGFloat become Double where they are handed over.

extension ChartContent {
  /// Sets the width and the height of points, in points.
  public func symbolSize(_ size: CGSize) -> StyledChartContent<Self> {
    symbolSize(width: size.width, height: size.height)
  }

  /// Sets the area of points, in square points.
  @_disfavoredOverload
  public func symbolSize(_ area: CGFloat) -> StyledChartContent<Self> {
    symbolSize(Double(area))
  }

  /// Moves the marks, in points: to the right and downwards.
  public func offset(_ offset: CGSize) -> StyledChartContent<Self> {
    self.offset(x: offset.width, y: offset.height)
  }

  /// Moves the marks, in points: to the right and downwards.
  @_disfavoredOverload
  public func offset(x: CGFloat = 0, y: CGFloat = 0) -> StyledChartContent<Self> {
    offset(x: Double(x), y: Double(y))
  }

  /// Sets the radius of corners, in points.
  @_disfavoredOverload
  public func cornerRadius(
    _ radius: CGFloat, style: RoundedCornerStyle = .continuous
  ) -> StyledChartContent<Self> { cornerRadius(Double(radius), style: style) }

  /// Annotates the mark, or the last one if there are several.
  @_disfavoredOverload
  public func annotation(
    position: AnnotationPosition = .automatic, alignment: Alignment = .center,
    spacing: CGFloat?, overflowResolution: AnnotationOverflowResolution = .automatic,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> AnnotatedChartContent<Self> {
    annotation(
      position: position, alignment: alignment, spacing: spacing.map { Double($0) },
      overflowResolution: overflowResolution, content: content)
  }
}

extension VectorizedChartContent {
  /// Sets the area of each point from a property, in square points.
  @_disfavoredOverload
  public func symbolSize(_ keyPath: KeyPath<DataElement, CGFloat>) -> StyledPlot<Self> {
    symbolSize(keyPath.appending(path: \.native))
  }

  /// Sets the opacity of each mark from a property.
  @_disfavoredOverload
  public func opacity(_ keyPath: KeyPath<DataElement, CGFloat>) -> StyledPlot<Self> {
    opacity(keyPath.appending(path: \.native))
  }

  /// Sets the width and the height of each point from a property, in points.
  @_disfavoredOverload
  public func symbolSize(_ keyPath: KeyPath<DataElement, CGSize>) -> StyledPlot<Self> {
    symbolSize { Size($0[keyPath: keyPath]) }
  }
}

extension StrokeStyle {
  /// Creates a style.
  @_disfavoredOverload
  public init(
    lineWidth: CGFloat = 1, lineCap: CGLineCap? = nil, lineJoin: CGLineJoin? = nil,
    miterLimit: CGFloat = 10, dash: [CGFloat] = [], dashPhase: CGFloat = 0
  ) {
    self.init(
      lineWidth: Double(lineWidth), lineCap: lineCap, lineJoin: lineJoin,
      miterLimit: Double(miterLimit), dash: dash.map { Double($0) }, dashPhase: Double(dashPhase))
  }
}

extension MarkDimension {
  /// A length in points.
  @_disfavoredOverload
  public static func fixed(_ points: CGFloat) -> MarkDimension { .fixed(Double(points)) }
  /// The place less a distance on both sides, in points.
  @_disfavoredOverload
  public static func inset(_ points: CGFloat) -> MarkDimension { .inset(Double(points)) }
  /// A part of the place.
  @_disfavoredOverload
  public static func ratio(_ part: CGFloat) -> MarkDimension { .ratio(Double(part)) }
}

extension PositionScaleRange where Self == PlotDimensionScaleRange {
  /// The length of the plot but for the same padding at both ends, in points.
  @_disfavoredOverload
  public static func plotDimension(padding: CGFloat) -> PlotDimensionScaleRange {
    .plotDimension(padding: Double(padding))
  }

  /// The length of the plot but for padding at its ends, in points.
  @_disfavoredOverload
  public static func plotDimension(
    startPadding: CGFloat = 0, endPadding: CGFloat = 0
  ) -> PlotDimensionScaleRange {
    .plotDimension(startPadding: Double(startPadding), endPadding: Double(endPadding))
  }
}
