// CGFloat and CGSize belong to the whole of Foundation elsewhere, which loads the Unicode tables of
// every locale; a program would start later for two types.

#if canImport(CoreGraphics)
  public import BurinCharts
  public import BurinScales
  public import CoreGraphics

  extension CGFloat: PrimitivePlottableProtocol {}

  extension ChartContent {
    /// Sets the width and the height of points, in points.
    public func symbolSize(_ size: CGSize) -> StyledChartContent<Self> {
      symbolSize(width: size.width, height: size.height)
    }

    /// Moves the marks, in points: to the right and downwards.
    public func offset(_ offset: CGSize) -> StyledChartContent<Self> {
      self.offset(x: offset.width, y: offset.height)
    }
  }
#endif
