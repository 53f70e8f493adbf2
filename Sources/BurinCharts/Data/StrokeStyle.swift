/// The width and the dashes of a line, in Swift Charts' spelling.
///
/// ```swift
/// RuleMark(y: .value("Limit", 80)).lineStyle(StrokeStyle(lineWidth: 1, dash: [4, 3]))
/// ```
public struct StrokeStyle: Hashable, Sendable {
  /// The width, in points.
  public var lineWidth: Double
  /// Lengths of dashes and gaps in turn, in points; empty for a solid line.
  public var dash: [Double]

  /// Makes a style.
  public init(lineWidth: Double = 1, dash: [Double] = []) {
    self.lineWidth = lineWidth
    self.dash = dash
  }
}

extension ChartContent {
  /// Sets the width of lines and their dashes.
  public func lineStyle(_ style: StrokeStyle) -> StyledChartContent<Self> {
    lineStyle(width: style.lineWidth, dash: style.dash)
  }
}
