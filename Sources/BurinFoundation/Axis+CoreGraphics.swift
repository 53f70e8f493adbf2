public import BurinCharts
public import Foundation

extension AxisMark {
  /// Moves the part, in points to the right and downwards.
  @_disfavoredOverload
  public func offset(x: CGFloat = 0, y: CGFloat = 0) -> StyledAxisMark {
    offset(x: Double(x), y: Double(y))
  }

  /// Moves the part, in points to the right and downwards.
  public func offset(_ offset: CGSize) -> StyledAxisMark {
    self.offset(x: Double(offset.width), y: Double(offset.height))
  }
}

extension AxisTick {
  /// Creates a tick of a length in points.
  @_disfavoredOverload
  public init(centered: Bool? = nil, length: CGFloat, stroke: StrokeStyle? = nil) {
    self.init(centered: centered, length: .points(Double(length)), stroke: stroke)
  }
}

extension AxisValueLabel {
  /// Creates a label of other content.
  @_disfavoredOverload
  public init(
    centered: Bool? = nil, anchor: UnitPoint? = nil,
    multiLabelAlignment: Alignment? = nil,
    collisionResolution: AxisValueLabelCollisionResolution = .automatic,
    offsetsMarks: Bool? = nil, orientation: AxisValueLabelOrientation = .automatic,
    horizontalSpacing: CGFloat?,
    verticalSpacing: CGFloat? = nil, @FigureContentBuilder content: () -> [AnyContent]
  ) {
    self.init(
      centered: centered, anchor: anchor, multiLabelAlignment: multiLabelAlignment,
      collisionResolution: collisionResolution, offsetsMarks: offsetsMarks,
      orientation: orientation,
      horizontalSpacing: horizontalSpacing.map { Double($0) },
      verticalSpacing: verticalSpacing.map { Double($0) }, content: content)
  }
}

extension FigureContent {
  /// Places the legend.
  @_disfavoredOverload
  public func chartLegend(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil, spacing: CGFloat?
  ) -> Configured {
    chartLegend(position: position, alignment: alignment, spacing: spacing.map { Double($0) })
  }

  /// Replaces the legend with content.
  @_disfavoredOverload
  public func chartLegend(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil, spacing: CGFloat?,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> Configured {
    chartLegend(
      position: position, alignment: alignment, spacing: spacing.map { Double($0) },
      content: content)
  }

  /// Names the quantity of the horizontal axis.
  @_disfavoredOverload
  public func chartXAxisLabel(
    _ text: Text, position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: CGFloat?
  ) -> Configured {
    chartXAxisLabel(
      text, position: position, alignment: alignment, spacing: spacing.map { Double($0) })
  }

  /// Names the quantity of the vertical axis.
  @_disfavoredOverload
  public func chartYAxisLabel(
    _ text: Text, position: AnnotationPosition = .automatic, alignment: Alignment? = nil,
    spacing: CGFloat?
  ) -> Configured {
    chartYAxisLabel(
      text, position: position, alignment: alignment, spacing: spacing.map { Double($0) })
  }

  /// Labels the horizontal axis with content.
  @_disfavoredOverload
  public func chartXAxisLabel(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil, spacing: CGFloat?,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> Configured {
    chartXAxisLabel(
      position: position, alignment: alignment, spacing: spacing.map { Double($0) },
      content: content)
  }

  /// Labels the vertical axis with content.
  @_disfavoredOverload
  public func chartYAxisLabel(
    position: AnnotationPosition = .automatic, alignment: Alignment? = nil, spacing: CGFloat?,
    @FigureContentBuilder content: () -> [AnyContent]
  ) -> Configured {
    chartYAxisLabel(
      position: position, alignment: alignment, spacing: spacing.map { Double($0) },
      content: content)
  }
}
