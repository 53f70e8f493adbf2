public import BurinCharts
public import Foundation

extension RoundedRectangle {
  /// Creates a rectangle with round corners.
  @_disfavoredOverload
  public init(cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous) {
    self.init(cornerRadius: Double(cornerRadius), style: style)
  }

  /// Creates a rectangle with round corners of the smaller of two radii.
  public init(cornerSize: CGSize, style: RoundedCornerStyle = .continuous) {
    self.init(cornerRadius: Double(min(cornerSize.width, cornerSize.height)), style: style)
  }
}

extension Shape where Self == RoundedRectangle {
  /// A rectangle with round corners.
  @_disfavoredOverload
  public static func rect(
    cornerRadius: CGFloat, style: RoundedCornerStyle = .continuous
  ) -> RoundedRectangle { RoundedRectangle(cornerRadius: Double(cornerRadius), style: style) }
}

extension Shape {
  /// Draws a line along the outline, half of it outside of the shape.
  @_disfavoredOverload
  public func stroke<S: ShapeStyle>(_ style: S, lineWidth: CGFloat) -> ShapeView {
    stroke(style, lineWidth: Double(lineWidth))
  }

  /// Draws a line in the foreground style along the outline.
  @_disfavoredOverload
  public func stroke(lineWidth: CGFloat) -> ShapeView { stroke(lineWidth: Double(lineWidth)) }

  /// Draws a line along the inside of the outline.
  @_disfavoredOverload
  public func strokeBorder<S: ShapeStyle>(_ style: S, lineWidth: CGFloat) -> ShapeView {
    strokeBorder(style, lineWidth: Double(lineWidth))
  }

  /// Returns the shape in a rectangle that is smaller by a distance on all sides.
  @_disfavoredOverload
  public func inset(by distance: CGFloat) -> InsetShape<Self> { inset(by: Double(distance)) }
}

extension ChartSymbolShape {
  /// Returns the symbol as a line along the outline, within it.
  @_disfavoredOverload
  public func strokeBorder(lineWidth: CGFloat) -> BasicChartSymbolShape {
    strokeBorder(lineWidth: Double(lineWidth))
  }
}
