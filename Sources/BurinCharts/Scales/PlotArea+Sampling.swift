import BurinGeometry
import BurinScales

extension PlotArea {
  /// Returns the graph of a function as polylines on the plot; none on axes of categories.
  ///
  /// - Parameters:
  ///   - function: gives y for x.
  ///   - domain: where the graph is drawn; nil for the whole axis.
  func sample(
    _ function: (Double) -> Double, over domain: ClosedRange<Double>?
  ) -> [[Point]] {
    guard let x = x.continuous, let y = y.continuous else { return [] }
    return FunctionSampler().segments(of: function, over: domain ?? x.domain, x: x, y: y).map {
      $0.map { Point(x.position($0.x), y.position($0.y)) }
    }
  }

  /// The values of x between two positions; nil on an axis of categories.
  func values(from start: Double, to end: Double) -> ClosedRange<Double>? {
    guard let x = x.continuous else { return nil }
    let (a, b) = (x.value(at: start), x.value(at: end))
    return a.isFinite && b.isFinite ? min(a, b)...max(a, b) : nil
  }
}
